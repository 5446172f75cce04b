"""Asks the library in a thread of its own, so that no key waits for it. Knows SQL as little as the screens do.

Of several questions of one kind only the last is answered: what was typed before it is of no interest any more.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from reader.errors import DamagedLibraryError, NoLibraryError, ReaderError

if TYPE_CHECKING:
    from reader.library import Library

Answer = TypeVar("Answer")
_Question = Callable[["Library"], Any]
_Task = tuple[str, int, _Question, Callable[[Any], object], Callable[[], object] | None]

NO_LIBRARY = "you have no library yet: pullquote add FILE… makes it"


class Desk:
    """One thread with the library open; answers are handed to the app's own thread."""

    def __init__(self, hand_over: Callable[..., object], say: Callable[[str], object]) -> None:
        """`hand_over` calls a function in the app's thread, as `App.call_later` does; `say` tells the person there."""
        self._hand_over = hand_over
        self._say = say
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._last: dict[str, int] = {}
        self._thread: Thread | None = None
        self._library: Library | None = None

    def ask(
        self,
        kind: str,
        question: Callable[[Library], Answer],
        then: Callable[[Answer], object],
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask; `then` gets the answer unless something else of this kind is asked meanwhile.

        Where there is none, `otherwise` is called; the person is told why, but for a missing library with it.
        """
        number = self._last[kind] = self._last.get(kind, 0) + 1
        self._tasks.put((kind, number, question, then, otherwise))
        if self._thread is None:
            self._thread = Thread(target=self._work, name="desk", daemon=True)
            self._thread.start()

    def forget(self, kind: str) -> None:
        """Want no answer to what was asked of this kind."""
        self._last[kind] = self._last.get(kind, 0) + 1

    def close(self) -> None:
        """Let the thread end."""
        if self._thread is not None:
            self._tasks.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            kind, number, question, then, otherwise = task
            if self._last[kind] != number:
                continue
            try:
                answer = self._answer(question)
            except NoLibraryError:
                self._fail("" if otherwise else NO_LIBRARY, otherwise)
            except KeyError:
                self._fail("that article is no longer in the library", otherwise)
            except (ReaderError, OSError) as error:
                self._fail(str(error), otherwise)
            else:
                self._hand_over(self._deliver, kind, number, then, answer)
        if self._library is not None:
            self._library.close()

    def _fail(self, words: str, otherwise: Callable[[], object] | None) -> None:
        if words:
            self._hand_over(self._say, words)
        if otherwise is not None:
            self._hand_over(otherwise)

    def _deliver(self, kind: str, number: int, then: Callable[[Any], object], answer: Any) -> None:
        if self._last[kind] == number:
            then(answer)

    def _answer(self, question: _Question) -> Any:
        try:
            return question(self._opened())
        except DamagedLibraryError:
            self._mend()
            return question(self._opened())

    def _opened(self) -> Library:
        if self._library is None:
            from reader.library import Library  # SQLite and our tables; who reads one file needs them later
            from reader.paths import library_path

            self._library = Library(library_path(), create=False)
        return self._library

    def _mend(self) -> None:
        from reader.library.recovery import recover
        from reader.paths import library_path

        if self._library is not None:
            self._library.close()
            self._library = None
        recovery = recover(library_path())
        if recovery is not None:
            articles = f"{recovery.articles} article{'' if recovery.articles == 1 else 's'}"
            self._hand_over(self._say, f"the library was damaged: {articles} saved, the rest is in {recovery.aside}")
