"""A library kept in order: what is wrong with it, and everything that follows from the texts made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reader.library.articles import load_document, replace_quotes
from reader.library.corrections import corrected
from reader.library.counts import recount
from reader.library.database import Database
from reader.search.fold import fold

_INDEXES = ("text_index", "quote_index")
_PER_TRANSACTION = 100


def problems(database: Database) -> list[str]:
    """Return what is wrong, a sentence each."""
    found = [f"the file is damaged: {line}" for (line,) in database.rows("PRAGMA integrity_check") if line != "ok"]
    if not database.is_read_only:
        for index in _INDEXES:
            database.write(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    lost = database.rows("SELECT id, title FROM articles WHERE id NOT IN (SELECT article FROM texts)")
    found += [f"the text of article {id} is lost: {title}" for id, title in lost]
    uneven = database.rows(
        "SELECT a.id, a.title FROM articles a WHERE a.quotes <> "
        "(SELECT count(*) FROM quotes q WHERE q.id >= a.id << 20 AND q.id < (a.id + 1) << 20)"
    )
    found += [
        f"the quotes of article {id} are not all there (rebuild makes them anew): {title}" for id, title in uneven
    ]
    summed, said = (database.value(f"SELECT total(quotes) FROM {table}") for table in ("names", "voices"))
    if summed != said:
        found.append("the speakers are not summed up right (rebuild sums them up anew)")
    return found + _missing_places(database)


def rebuild(database: Database, on_progress: Callable[[int, int], None] | None) -> int:
    """Find the quotes of every stored text anew, and make the indexes anew; what was set right by hand stays."""
    ids = [id for (id,) in database.rows("SELECT id FROM articles ORDER BY id")]
    with database.transaction():
        _refill_texts(database, ids)
    for first in range(0, len(ids), _PER_TRANSACTION):
        some = ids[first : first + _PER_TRANSACTION]
        with database.transaction():
            for id in some:
                _renew(database, id)
        if on_progress:
            on_progress(first + len(some), len(ids))
    with database.transaction():
        recount(database)
    for index in _INDEXES:
        with database.transaction():
            database.write(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    return len(ids)


def _missing_places(database: Database) -> list[str]:
    places = [place for (place,) in database.rows("SELECT place FROM places ORDER BY place")]
    return [
        f"the file is gone, its text is still here: {place}"
        for place in places
        if place.startswith("/") and not Path(place).exists()
    ]


def _refill_texts(database: Database, ids: list[int]) -> None:
    database.write("INSERT INTO text_index (text_index) VALUES ('delete-all')")
    for id in ids:
        document = load_document(database, id)
        database.write(
            "INSERT INTO text_index (rowid, title, body) VALUES (?, ?, ?)",
            (id, fold(document.metadata.title).lower, fold(document.text).lower),
        )


def _renew(database: Database, id: int) -> None:
    from reader.quotes import find_quotes

    document = load_document(database, id)
    replace_quotes(database, id, corrected(database, id, find_quotes(document)))
