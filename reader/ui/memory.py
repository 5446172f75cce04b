"""What is remembered of a document from one reading to the next: the place one was at.

All of it happens in a thread of its own: the library may be on a slow disk, or another program may be writing to it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model.document import Document
from reader.sources.fetch import is_url

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.marks import Mark
    from reader.library.placed import PlacedMark
    from reader.library.positions import Position

Task = Callable[["Library"], object]
LEAVING_SECONDS = 1.0
"""How long leaving waits for what is still to be kept."""


class Memory:
    """Keeps places in the user's library; where there can be none, it forgets and says so once."""

    def __init__(self, on_trouble: Callable[[str], object]) -> None:
        self._on_trouble = on_trouble
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._thread: Thread | None = None

    def recall(self, document: Document, place: str, then: Callable[[Position | None], object]) -> None:
        """Look up where one stopped reading; `then` is called in the thread."""
        self._ask(lambda library: then(library.position(document, _full(place))))

    def keep(self, document: Document, place: str, offset: int, read_to: int = 0) -> None:
        """Keep where one is, and how far one has read."""
        self._ask(lambda library: library.save_position(document, _full(place), offset, read_to))

    def after(self, then: Callable[[], object]) -> None:
        """Call a function once all that was asked before is done, or has failed."""
        if self._thread is None:
            then()
        else:
            self._ask(_After(then))

    def recall_letters(self, document: Document, place: str, then: Callable[[dict[str, int]], object]) -> None:
        """Look up the places marked with letters; `then` is called in the thread."""
        self._ask(lambda library: then(library.bookmarks(document, _full(place))))

    def keep_letter(self, document: Document, place: str, letter: str, offset: int) -> None:
        """Keep a place under a letter."""
        self._ask(lambda library: library.save_bookmark(document, _full(place), letter, offset))

    def correct(self, document: Document, place: str, quote: int, speaker: str) -> None:
        """Keep who said a quote; the article comes into the library with it."""
        self._ask(lambda library: library.correct_in(document, _full(place), quote, speaker))

    def recall_marks(self, document: Document, place: str, then: Callable[[tuple[PlacedMark, ...]], object]) -> None:
        """Look up what was marked in a document, and find it there; `then` is called in the thread."""

        def find(library: Library) -> None:
            from reader.library.placed import placed

            then(placed(document, library.marks_of(document, _full(place))))

        self._ask(find)

    def keep_mark(self, document: Document, mark: Mark, *, is_kept: bool) -> None:
        """Keep a mark with its note, or forget it."""
        mark = replace(mark, place=_full(mark.place))
        self._ask(lambda library: library.keep_mark(document, mark) if is_kept else library.remove_mark(mark))

    @staticmethod
    def corrected(document: Document, place: str) -> Document:
        """Return the document with what was set right in it before. Called by the thread that found its quotes."""
        from reader.library import Library
        from reader.paths import library_path

        try:
            with Library(library_path(), create=False) as library:
                return library.corrected(document, _full(place))
        except (ReaderError, OSError):
            return document  # the thread that keeps places says what is wrong

    def close(self) -> None:
        """Finish what is to be kept, within a second."""
        if self._thread is not None:
            self._tasks.put(None)
            self._thread.join(LEAVING_SECONDS)

    def _ask(self, task: Task) -> None:
        self._tasks.put(task)
        if self._thread is None:
            self._thread = Thread(target=self._work, name="memory", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        try:
            from reader.library import Library  # SQLite and our tables; the text is on the screen by now
            from reader.paths import library_path

            with Library(library_path()) as library:
                while (task := self._tasks.get()) is not None:
                    task(library)
        except (ReaderError, OSError) as error:
            self._on_trouble(f"your place is not kept: {error}")
            while (task := self._tasks.get()) is not None:
                if isinstance(task, _After):
                    task.then()


@dataclass(frozen=True, slots=True)
class _After:
    """What is to be called when everything before it is done, and when nothing can be done, too."""

    then: Callable[[], object]

    def __call__(self, library: Library) -> object:
        return self.then()


def _full(place: str) -> str:
    """Name a file wherever one stands; standard input stays “-”, and a URL is one everywhere."""
    return place if place == "-" or place.startswith("stdin:") or is_url(place) else os.path.realpath(place)
