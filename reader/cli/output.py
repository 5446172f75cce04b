"""What is written to standard output. No other module of the command line writes there."""

from __future__ import annotations

import io
import os
import sys

from reader.errors import ReaderError


def prepare() -> None:
    """Make files and pipes UTF-8 whatever the locale says; a terminal keeps its own encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if is_terminal():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def write(text: str) -> None:
    """Write text as it is; a full disk raises `ReaderError`, a closed pipe `BrokenPipeError`."""
    if sys.stdout is None:
        raise ReaderError("cannot write: standard output is closed")
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up(error)


def write_folded(text: str) -> None:
    """Write text; on a terminal, long lines are broken between words and hang under their first word."""
    if not is_terminal():
        write(text)
        return
    width_cells = os.get_terminal_size(sys.stdout.fileno()).columns
    for line in text.splitlines():
        write(f"{fold(line, width_cells)}\n")


def fold(line: str, width_cells: int) -> str:
    """Break a line between words, keeping its indentation."""
    from reader.layout.wrap import wrap  # cell widths; a pipe needs them never

    indent = len(line) - len(line.lstrip())
    spans = wrap(line, indent, len(line), max(width_cells - indent, 1))
    return "\n".join(line[:indent] + line[start:end] for start, end in spans)


def finish() -> None:
    """Send what is still waiting, so that a failure shows now and not while Python shuts down."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _give_up(error)


def abandon() -> None:
    """Let what nobody reads go nowhere, so that Python has nothing to complain of when it shuts down."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def is_terminal() -> bool:
    """Tell whether a person looks at standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def _give_up(error: OSError) -> None:
    abandon()
    raise ReaderError(f"cannot write to standard output: {error.strerror or error}") from error
