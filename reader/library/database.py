"""One connection to a library's file: how it is opened, written by one at a time, and what its errors mean.

Knows SQLite, not articles. Nothing else in `library/` catches a `sqlite3.Error`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.errors import DamagedLibraryError, LibraryError, NoLibraryError
from reader.library.names import family_of, is_lone
from reader.library.schema import migrate
from reader.paths import make_private_folder
from reader.private import PlantedLinkError, make_private_file
from reader.sources.safe import make_safe

IN_MEMORY = ":memory:"
_WAIT_SECONDS = 120
"""How long a writer waits for another one; ours write for a fraction of a second at a time."""

Row = tuple[Any, ...]

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    # Killed by a signal nothing is lost at NORMAL either; FULL keeps it when the power goes. A commit is a batch.
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -16000",
)
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may only be read",
    sqlite3.SQLITE_BUSY: "another program has been writing to it for two minutes",
    sqlite3.SQLITE_LOCKED: "another program has been writing to it for two minutes",
    sqlite3.SQLITE_CANTOPEN: "the system does not let us open it",
    sqlite3.SQLITE_PERM: "the system does not let us open it",
    sqlite3.SQLITE_IOERR: "the disk does not answer as it should",
}


class Database:
    """A file of SQLite with our tables in it; `IN_MEMORY` is one that nobody else sees."""

    def __init__(self, path: Path | str, *, create: bool = True) -> None:
        self.path = path
        with self._translated():
            self._connection = _connect(path, create=create)

    @property
    def is_read_only(self) -> bool:
        """Tell whether the system lets nobody write here."""
        return self.path != IN_MEMORY and not _is_writable(Path(self.path))

    def close(self) -> None:
        """Close the file; what was committed is in it."""
        with self._translated():
            self._connection.close()

    def rows(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Return what a query finds."""
        with self._translated():
            return self._connection.execute(sql, parameters).fetchall()

    def records(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table by the names of its columns."""
        with self._translated():
            cursor = self._connection.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in cursor.description]
            return [dict(zip(columns, row, strict=True)) for row in cursor]

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or None."""
        with self._translated():
            row = self._connection.execute(sql, parameters).fetchone()
            return None if row is None else row[0]

    def write(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> int:
        """Change something inside a transaction; return the id of the row inserted."""
        with self._translated():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, parameters: Sequence[Sequence[object]]) -> None:
        """Change the same for many rows, inside a transaction."""
        with self._translated():
            self._connection.executemany(sql, parameters)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of it or nothing; waits while another process writes, readers never wait."""
        with self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._translated():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            translation = _translate(error, self.path)
            if translation is None:
                raise
            raise translation from error


def _translate(error: sqlite3.Error, path: Path | str) -> LibraryError | None:
    """Turn what only the user can repair into a sentence; a mistake of ours is None."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return DamagedLibraryError(f"the library {path} is damaged")
    reason = _REASONS.get(code)
    return LibraryError(f"cannot use the library {path}: {reason}") if reason else None


def _connect(path: Path | str, *, create: bool) -> sqlite3.Connection:
    if path == IN_MEMORY:
        connection = _open_connection(IN_MEMORY)
        migrate(connection)
        return connection
    path = Path(path)
    if create:
        _make_private_file(path)
    elif not path.exists():
        raise NoLibraryError(f"there is no library at {path} yet: pullquote add FILE… makes it")
    if not _is_writable(path):
        return _open_read_only(path)
    connection = _open_connection(f"{path.absolute().as_uri()}?mode=rw")
    connection.execute("PRAGMA journal_mode = WAL")
    migrate(connection)
    return connection


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _open_read_only(path: Path) -> sqlite3.Connection:
    """Open what cannot be written; where even SQLite's own side files cannot, the file counts as unchanging."""
    uri = path.absolute().as_uri()
    try:
        connection = _open_connection(f"{uri}?mode=ro")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection = _open_connection(f"{uri}?immutable=1")
    return connection


def _open_connection(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name, timeout=_WAIT_SECONDS, isolation_level=None, uri=name != IN_MEMORY, cached_statements=256
    )
    # What another program wrote into the file reaches the screen through here.
    connection.text_factory = _safe_text
    connection.create_function("family_of", 2, family_of, deterministic=True)
    connection.create_function("is_lone", 3, is_lone, deterministic=True)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def _safe_text(data: bytes) -> str:
    return make_safe(data.decode("utf-8", "replace"))


def _make_private_file(path: Path) -> None:
    """Make the file before SQLite does, so that it and the files SQLite puts beside it are the owner's alone."""
    try:
        make_private_folder(path.parent)
        make_private_file(path)
    except PlantedLinkError as error:
        raise LibraryError(f"cannot use the library {path}: {error.strerror}") from error
    except PermissionError as error:
        if not path.exists():
            raise LibraryError(f"cannot make the library {path}: the folder may only be read") from error
    except OSError as error:
        raise LibraryError(
            f"cannot make the library {path}: {(error.strerror or 'the system refused').lower()}"
        ) from error


def sqlite_facts() -> dict[str, str]:
    """Say what SQLite is here and what it was built with, for a report."""
    with sqlite3.connect(IN_MEMORY) as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    has_fts5 = "ENABLE_FTS5" in options
    return {"sqlite": sqlite3.sqlite_version, "full text search": "fts5" if has_fts5 else "none: fts5 is missing"}
