"""What is said to a person on standard error, and the exit codes.

No other module of the command line writes to standard error.
"""

from __future__ import annotations

import sys
from enum import IntEnum
from os import environ


class ExitCode(IntEnum):
    """As grep's, so that `if pullquote quotes …` reads right in a script."""

    FOUND = 0
    NOTHING_FOUND = 1
    TROUBLE = 2
    INTERRUPTED = 130


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


def report_unexpected(error: Exception) -> None:
    """Name an error nobody foresaw and say how to report it; its traceback only where it is asked for."""
    if environ.get("PULLQUOTE_DEBUG") == "1":
        import traceback

        traceback.print_exception(error)
    say(
        f"something went wrong that should not ({type(error).__name__}): please report it together with the file, "
        "the command and what it prints with PULLQUOTE_DEBUG=1 set"
    )
