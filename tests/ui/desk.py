"""A person's library for a story: two articles of our own writing, and the app opened on it or on an article."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.library import Library
from reader.paths import LIBRARY_VARIABLE, library_path
from reader.reading import read

from .story import ARTICLE, HALF, Story, opening, telling

COUNCIL = """\
Council Counts Its Chairs

The council met without chairs, and the hope for a short evening came true.

“Standing is cheaper than sitting,” said Otto Fenwick, Harbour Master. “It is also devastating for the knees.”

“We will not buy a single chair before spring,” said Runa Ålund.
"""


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library.sqlite"))
    return library_path()


@pytest.fixture
def filled(own_library: Path, tmp_path: Path) -> Path:
    """The ferry's article is the first, the council's the second."""
    council = tmp_path / "council.txt"  # not where the library says: it needs the file no more
    council.write_text(COUNCIL, encoding="utf-8")
    with Library(own_library) as library:
        library.add_document(read(str(ARTICLE)), "/articles/night-ferry.txt")
        library.add_document(read(str(council)), "/articles/council.txt")
    return own_library


@asynccontextmanager
async def at_the_library(size: tuple[int, int] = HALF) -> AsyncIterator[Story]:
    async with telling([], size, remembers=True) as told:
        yield told
        told.app.exit(0)
        told.app.finish()


@asynccontextmanager
async def at_an_article(size: tuple[int, int] = HALF) -> AsyncIterator[Story]:
    async with telling([opening(ARTICLE)], size, remembers=True) as told:
        yield told
        told.app.exit(0)
        told.app.finish()
