"""What is said to a person on standard error, and the exit codes.

No other module of the command line writes to standard error.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from enum import IntEnum
from os import environ
from time import monotonic
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from reader.sources.fetch import Progress as Fetching

_SHOWN_EVERY_SECONDS = 0.2
_BAR_CELLS = 30


class ExitCode(IntEnum):
    """As grep's, so that `if pullquote quotes …` reads right in a script."""

    FOUND = 0
    NOTHING_FOUND = 1
    TROUBLE = 2
    INTERRUPTED = 130


_is_quiet = False
_is_verbose = False


def talk(*, quiet: bool, verbose: bool) -> None:
    """Choose how much is said from now on; what failed is always said."""
    global _is_quiet, _is_verbose
    _is_quiet, _is_verbose = quiet, verbose and not quiet


def is_verbose() -> bool:
    """Tell whether it is to be said what is done."""
    return _is_verbose


def warn(message: object) -> None:
    """Say what a person should know although nothing failed."""
    if not _is_quiet:
        say(message)


def tell(message: object) -> None:
    """Say what is done, to who asked for it."""
    if _is_verbose:
        say(message)


def say(message: object) -> None:
    """Write one sentence, safe to show; a standard error that is closed is no reason to fail."""
    from reader.sources.safe import make_safe  # a quiet run, --help included, needs it never

    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"pullquote: {make_safe(' '.join(str(message).split()))}\n")
        sys.stderr.flush()
    except OSError:
        pass


class Progress:
    """How far long work is, in one line on a terminal that goes away again; nowhere else is anything shown."""

    def __init__(self, doing: str, total: int) -> None:
        self._doing = doing
        self._total = total
        self._done = 0
        self._shown_at = monotonic()
        self._is_shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._is_shown:
            self._write("\r\x1b[K")

    def step(self) -> None:
        """Count one more that is done."""
        self.set(self._done + 1)

    def set(self, done: int) -> None:
        """Say how many are done."""
        self._done = done
        if (
            _is_quiet
            or monotonic() - self._shown_at < _SHOWN_EVERY_SECONDS
            or sys.stderr is None
            or not sys.stderr.isatty()
        ):
            return
        self._shown_at = monotonic()
        self._is_shown = True
        filled = _BAR_CELLS * done // max(self._total, 1)
        bar = "#" * filled + "." * (_BAR_CELLS - filled)
        self._write(f"\r\x1b[K{self._doing} [{bar}] {done}/{self._total}")

    def _write(self, text: str) -> None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def show_fetch(progress: Fetching) -> None:
    """Say in a line on a terminal how much of a page has come; it goes away when all is there."""
    if _is_quiet or sys.stderr is None or not sys.stderr.isatty():
        return
    total = f" of {progress.total / 1000:.0f}" if progress.total else ""
    line = "" if progress.is_over else f"fetching {progress.host}: {progress.bytes / 1000:.0f}{total} kB"
    with suppress(OSError):
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def report_unexpected(error: Exception) -> None:
    """Name an error nobody foresaw and say how to report it; its traceback only where it is asked for."""
    if environ.get("PULLQUOTE_DEBUG") == "1":
        import traceback

        from reader.sources.safe import make_safe

        sys.stderr.write(make_safe("".join(traceback.format_exception(error))))
    say(
        f"something went wrong that should not ({type(error).__name__}): please report it together with the file, "
        "the command and what it prints with PULLQUOTE_DEBUG=1 set"
    )
