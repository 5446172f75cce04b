"""The files of a book, read out of its archive and nowhere else; what cannot be read is None, never an error."""

from __future__ import annotations

import posixpath
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

from reader.errors import SourceError
from reader.sources.archive import UNREADABLE
from reader.sources.files import LARGEST_TEXT


class Archive:
    """An open book; names are found whatever their case, and no path leads out of it."""

    def __init__(self, data: bytes, place: str) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except UNREADABLE as error:
            raise SourceError(place, "the book is damaged (was it loaded to its end?)") from error
        self.names = tuple(name for name in self._zip.namelist() if not name.endswith("/"))
        self._exact = frozenset(self.names)
        self._by_folded = {_fold(name): name for name in reversed(self.names)}
        self._left = LARGEST_TEXT

    def read(self, name: str) -> bytes | None:
        """Read a file; None when it is missing, broken, encrypted or too large."""
        found = self.find(name)
        if found is None:
            return None
        limit = self._left
        try:
            with self._zip.open(found) as file:
                data = file.read(limit + 1)
        except UNREADABLE:
            return None
        if len(data) > limit:
            return None
        self._left -= len(data)
        return data

    def find(self, name: str) -> str | None:
        """Find a file by its path, as written or nearly so."""
        if name in self._exact:
            return name
        return self._by_folded.get(_fold(name))


def resolve(base: str, reference: str) -> tuple[str, str]:
    """Return the path in the archive and the fragment that a reference in the file `base` leads to."""
    path, _, fragment = reference.partition("#")
    if not path:
        return base, unquote(fragment)
    joined = posixpath.join(posixpath.dirname(base), unquote(path).replace("\\", "/"))
    parts = [part for part in posixpath.normpath(joined).split("/") if part not in {"", ".", ".."}]
    return "/".join(parts), unquote(fragment)


def _fold(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
