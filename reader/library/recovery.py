"""A damaged library: set aside, never thrown away, and a new one made of what can still be read in it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.errors import DamagedLibraryError
from reader.library.codec import unpack_document
from reader.library.database import Row
from reader.library.listing import files_of
from reader.library.schema import BY_HAND
from reader.library.store import Library, Record
from reader.model.document import Document


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of a damaged library."""

    aside: Path
    """Where the damaged file is now."""
    articles: int
    """How many articles the new one has."""


def recover(path: Path) -> Recovery | None:
    """Rebuild a damaged library from what can be read, and set it aside; None when another process did it meanwhile.

    Killed in between, the damaged file is still where it was, and the next start begins again.
    """
    before = _identity(path)
    with _only_one(path):
        if _identity(path) != before:
            return None
        rebuilt = path.with_name(f"{path.stem}.rebuilding{path.suffix}")
        for file in files_of(rebuilt):
            file.unlink()
        count = _rebuild(path, rebuilt)
        aside = _free_name(path)
        for file in files_of(path):
            file.rename(f"{aside}{str(file).removeprefix(str(path))}")
        rebuilt.rename(path)
        return Recovery(aside, count)


def _rebuild(damaged: Path, rebuilt: Path) -> int:
    count = 0
    with Library(rebuilt) as library:
        for article, document in _readable_documents(damaged):
            places = _readable(damaged, "SELECT place FROM places WHERE article = ? ORDER BY added", article)
            sql = "SELECT start, words, speaker FROM corrections WHERE article = ?"
            names = [str(place) for (place,) in places] or [f"{damaged}#{article}"]
            library.restore(document, names, _readable(damaged, sql, article), article)
            count += 1
        for table in BY_HAND:
            library.restore_by_hand(table, _readable_records(damaged, table))
    return count


def _identity(path: Path) -> int:
    """Return what tells this file from one that takes its name."""
    return path.stat().st_ino if path.exists() else 0


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Wait until no other process is rebuilding this library; the system lets go when a process dies."""
    try:
        import fcntl
    except ImportError:  # Windows, where a file that is open cannot be renamed anyway
        yield
        return
    lock = os.open(path.with_name(f"{path.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _free_name(path: Path) -> Path:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    names = (
        f"{path.stem}.damaged-{stamp}{number}{path.suffix}" for number in ("", *(f"-{n}" for n in range(2, 10**6)))
    )
    return next(aside for name in names if not (aside := path.with_name(name)).exists())


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


def _readable_records(path: Path, table: str) -> list[Record]:
    columns = [str(column[1]) for column in _readable(path, f"PRAGMA table_info({table})")]
    return [dict(zip(columns, row, strict=True)) for row in _readable(path, f"SELECT * FROM {table}")]


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
