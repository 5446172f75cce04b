"""A damaged library: set aside, never thrown away, and a new one made of what can still be read in it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import DamagedLibraryError
from reader.library.codec import unpack_document
from reader.library.database import Row
from reader.library.listing import files_of
from reader.library.store import Library
from reader.model.document import Document


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of a damaged library."""

    aside: Path
    """Where the damaged file is now."""
    articles: int
    """How many articles the new one has."""


def recover(path: Path) -> Recovery:
    """Set a damaged library aside and rebuild it from what can be read."""
    aside = _set_aside(path)
    count = 0
    with Library(path) as library:
        for article, document in _readable_documents(aside):
            places = _readable(aside, "SELECT place FROM places WHERE article = ? ORDER BY added", article)
            corrections = _readable(aside, "SELECT start, words, speaker FROM corrections WHERE article = ?", article)
            names = [str(place) for (place,) in places] or [f"{aside}#{article}"]
            library.restore(document, names, corrections)
            count += 1
    return Recovery(aside, count)


def _set_aside(path: Path) -> Path:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{stamp}-{number}{path.suffix}")
    for file in files_of(path):
        file.rename(f"{aside}{str(file).removeprefix(str(path))}")
    return aside


def _readable_documents(path: Path) -> Iterator[tuple[int, Document]]:
    """Read article by article: where a page is lost, the ones behind it may still be there."""
    for article in _article_ids(path):
        for text, structure in _readable(path, "SELECT text, structure FROM texts WHERE article = ?", article):
            try:
                yield article, unpack_document(text, structure)
            except DamagedLibraryError:
                continue


def _article_ids(path: Path) -> list[int]:
    """Return the ids there may be: the stored ones, or, where even those cannot be read, the numbers up to the last."""
    for sql in ("SELECT article FROM texts", "SELECT id FROM articles", "SELECT DISTINCT article FROM places"):
        rows = _readable(path, sql)
        if rows:
            return sorted({id for (id,) in rows})
    return []


def _readable(path: Path, sql: str, *parameters: object) -> list[Row]:
    """Return the rows up to the first one that cannot be read."""
    rows: list[Row] = []
    try:
        connection = sqlite3.connect(path)
    except sqlite3.Error:
        return rows
    try:
        cursor = connection.execute(sql, parameters)
        while (row := cursor.fetchone()) is not None:
            rows.append(row)
    except sqlite3.Error:
        pass
    finally:
        connection.close()
    return rows
