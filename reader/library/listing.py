"""Articles as they are listed: what is known of each without its text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reader.library.database import Database, Row
from reader.library.entries import Article, Statistics
from reader.search.fold import fold

_COLUMNS = "a.id, a.title, a.byline, a.date, a.day, a.source, a.characters, a.quotes, a.added"
# The newest of both kinds by their indexes: a screen waits for this, and ordering all articles takes 0.1 s.
_RECENT = """
SELECT id FROM (
    SELECT id, added AS seen FROM (SELECT id, added FROM articles ORDER BY id DESC LIMIT :limit)
    UNION ALL
    SELECT a.id, p.saved FROM (SELECT text_hash, saved FROM positions ORDER BY saved DESC LIMIT 4 * :limit) p
    JOIN articles a ON a.text_hash = p.text_hash
) GROUP BY id ORDER BY max(seen) DESC, id DESC LIMIT :limit
"""
_AT_ONCE = 500
"""Ids a statement; SQLite takes no more than so many parameters."""


def articles(database: Database, limit: int) -> list[Article]:
    """Return the articles, the newest by date first, those without a date as they were added."""
    return _entries(
        database,
        database.rows(
            f"SELECT {_COLUMNS} FROM articles a "
            "ORDER BY coalesce(a.day, date(a.added, 'unixepoch')) DESC, a.id DESC LIMIT ?",
            (limit,),
        ),
    )


def recent(database: Database, limit: int) -> list[Article]:
    """Return the articles read or added last, the last one first."""
    ids = [id for (id,) in database.rows(_RECENT, {"limit": limit})]
    return list(by_ids(database, ids).values())


def by_ids(database: Database, ids: Sequence[int]) -> dict[int, Article]:
    """Return articles by id, in that order; raises `KeyError` for one that is not there."""
    found: dict[int, Article] = {}
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = database.rows(f"SELECT {_COLUMNS} FROM articles a WHERE a.id IN ({marks})", some)
        found |= {article.id: article for article in _entries(database, rows)}
    return {id: found[id] for id in ids}


def size(database: Database) -> tuple[int, int]:
    """Count the articles and their quotes, and nothing that takes longer."""
    articles, quotes = database.rows("SELECT count(*), total(quotes) FROM articles")[0]
    return articles, int(quotes)


def named(database: Database, name: str) -> list[Article]:
    """Return the articles with this number, at this place, or with all these words in the title."""
    ids = [id for (id,) in database.rows("SELECT id FROM articles WHERE id = ?", (_number(name),))]
    places = (name, os.path.realpath(name))
    ids += [id for (id,) in database.rows("SELECT article FROM places WHERE place IN (?, ?)", places)]
    if not ids:
        words = fold(name).lower.split()
        rows = database.rows("SELECT id, title FROM articles")
        ids = [id for id, title in rows if words and all(word in fold(title).lower for word in words)]
    return list(by_ids(database, list(dict.fromkeys(ids))).values())


def statistics(database: Database) -> Statistics:
    """Count what there is."""
    (articles, quotes, characters, first, last), *_ = database.rows(
        "SELECT count(*), total(quotes), total(characters), min(day), max(day) FROM articles"
    )
    return Statistics(
        articles=articles,
        places=database.value("SELECT count(*) FROM places"),
        quotes=int(quotes),
        speakers=database.value("SELECT count(DISTINCT key) FROM voices WHERE quotes > 0"),
        characters=int(characters),
        bytes_on_disk=sum(path.stat().st_size for path in files_of(database.path)),
        first_day=first or "",
        last_day=last or "",
    )


def files_of(path: Path | str) -> list[Path]:
    """Return the files a library is made of: its own and those SQLite puts beside it while it is open."""
    return [file for suffix in ("", "-wal", "-shm") if (file := Path(f"{os.fspath(path)}{suffix}")).exists()]


def _number(name: str) -> int:
    """Return the number that was typed, as listed; 0, which no article has, for anything else."""
    digits = name.removeprefix("#")
    return int(digits) if digits.isdecimal() and len(digits) < 16 else 0


def _entries(database: Database, rows: Sequence[Row]) -> list[Article]:
    places = _columns_by_article(database, [row[0] for row in rows])
    return [
        Article(
            id=id, title=title, byline=byline, date=date, day=day or "", source=source, characters=characters,
            quotes=quotes, added=added, places=places.get(id, ((), None))[0], read_to=places.get(id, ((), None))[1],
        )
        for id, title, byline, date, day, source, characters, quotes, added in rows
    ]  # fmt: skip


def _columns_by_article(database: Database, ids: Sequence[int]) -> dict[int, tuple[tuple[str, ...], int | None]]:
    """Return the places of articles, the first one first, and how far each was read."""
    found: dict[int, tuple[tuple[str, ...], int | None]] = {}
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        for id, place, _ in database.rows(
            f"SELECT article, place, added FROM places WHERE article IN ({marks}) ORDER BY added, place", some
        ):
            found[id] = ((*found.get(id, ((), None))[0], place), None)
        for id, read_to in database.rows(
            "SELECT a.id, max(p.read_to) FROM articles a JOIN positions p ON p.text_hash = a.text_hash "
            f"WHERE a.id IN ({marks}) GROUP BY a.id",
            some,
        ):
            found[id] = (found.get(id, ((), None))[0], read_to)
    return found
