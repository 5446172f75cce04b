"""Questions to the terminal, and its answers, for a report. Waits no longer than a moment."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE_SECONDS = 0.6
# Mode 69, mode 2026, the name, the background; every terminal answers the last, so nothing more comes behind it.
_QUESTIONS = b"\x1b[?69$p\x1b[?2026$p\x1b[>0q\x1b]11;?\x1b\\\x1b[c"
_ANSWERS = {
    "device attributes": re.compile(r"\x1b\[\?([\d;]+)c"),
    "left and right margins": re.compile(r"\x1b\[\?69;(\d)\$y"),
    "synchronised frames": re.compile(r"\x1b\[\?2026;(\d)\$y"),
    "calls itself": re.compile(r"\x1bP>\|([^\x1b]{0,80})\x1b\\"),
    "background": re.compile(r"\x1b\]11;(rgba?:[\da-fA-F/]{1,30})"),
}
_MODES = {"0": "unknown to it", "1": "yes, on", "2": "yes", "3": "always", "4": "never"}


def ask_terminal() -> dict[str, str]:
    """Ask a terminal what it is; empty where there is none, “no answer” for what it does not answer."""
    try:
        import termios
    except ImportError:  # Windows
        return {}
    try:
        descriptor = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return {}
    try:
        if sys.stdout is None or not sys.stdout.isatty():
            return {}
        with _raw(descriptor):
            os.write(descriptor, _QUESTIONS)
            answered = _read(descriptor)
    except (OSError, termios.error):
        return {}
    finally:
        os.close(descriptor)
    return {name: _told(name, pattern.search(answered)) for name, pattern in _ANSWERS.items()}


def _told(name: str, answer: re.Match[str] | None) -> str:
    if answer is None:
        return "no answer"
    return _MODES.get(answer[1], answer[1]) if "$y" in answer[0] else answer[1]


def _read(descriptor: int) -> str:
    end = time.monotonic() + _PATIENCE_SECONDS
    data = b""
    while (left := end - time.monotonic()) > 0 and not re.search(rb"\x1b\[\?[\d;]+c", data):
        if select.select([descriptor], [], [], left)[0]:
            data += os.read(descriptor, 4096)
    return data.decode("latin-1")


@contextmanager
def _raw(descriptor: int) -> Iterator[None]:
    import termios
    import tty

    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSAFLUSH, before)
