"""A pseudo-terminal with a program in it: type, wait for words, look at the screen and at the raw bytes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyte

ROOT = Path(__file__).parents[3]
PROGRAM = [sys.executable, "-m", "reader"]
PATIENCE_SECONDS = 30
# What pyte would show instead of obeying: questions to the terminal, and the keyboard protocol's switches.
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<=>?][\d;]*(?:\$p|[uqmn])|\x1bP[^\x1b]*\x1b\\|\x1b\[[\d;]* [@-~]|\x1b\[\d*t")


class Terminal:
    """What a person sits at."""

    def __init__(self, descriptor: int, process: subprocess.Popen[bytes], size: tuple[int, int]) -> None:
        self.descriptor = descriptor
        self.process = process
        self.raw = b""
        self._size = size

    @property
    def screen(self) -> pyte.Screen:
        """The screen, as an emulator makes it of all bytes so far."""
        screen = pyte.Screen(*self._size)
        pyte.Stream(screen).feed(_UNKNOWN_TO_PYTE.sub("", self.raw.decode("utf-8", "ignore")))
        return screen

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    def resize(self, columns: int, rows: int) -> None:
        """Take a new size; what was on the screen is gone."""
        self._size, self.raw = (columns, rows), b""
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys: str) -> None:
        os.write(self.descriptor, keys.encode())

    def wait_for(self, words: str) -> None:
        """Read until words are on the screen."""
        self._read_until(lambda: words in self.text, f"no “{words}” on the screen")

    def wait_for_bytes(self, wanted: bytes, behind: int = 0) -> None:
        self._read_until(lambda: wanted in self.raw[behind:], f"no {wanted!r} was written")

    def wait_for_end(self) -> int:
        """Read until the program has ended; return its exit code."""
        self._read_until(lambda: self.process.poll() is not None, "the program goes on")
        self._read_until(lambda: not select.select([self.descriptor], [], [], 0)[0], "the program writes on")
        return self.process.wait()

    def modes(self) -> list[Any]:
        """How the terminal treats keys: its flags, not its speed."""
        return termios.tcgetattr(self.descriptor)[:4]

    def _read_until(self, is_reached: Callable[[], bool], trouble: str) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_reached():
            assert time.monotonic() < end, f"{trouble}:\n{self.text}"
            if select.select([self.descriptor], [], [], 0.05)[0]:
                try:
                    self.raw += os.read(self.descriptor, 65536)
                except OSError:  # Linux's word for the end of a pseudo-terminal
                    return


def surroundings() -> dict[str, str]:
    """The environment of the tests, without what would speak of another terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "TMUX"}}
    return kept | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "PYTHONUTF8": "1"}


@contextmanager
def terminal(
    arguments: Sequence[str], size: tuple[int, int], *, program: Sequence[str] = PROGRAM, **environment: str
) -> Iterator[Terminal]:
    """Run a program in a terminal of its own; whatever is left of it is ended."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    # The shell makes the pseudo-terminal the one its session is controlled from, then becomes the program.
    line = f'exec <{os.ttyname(theirs)} >{os.ttyname(theirs)} 2>&1; exec "$@"'
    process = subprocess.Popen(
        ["sh", "-c", line, "sh", *program, *arguments],
        cwd=ROOT,
        start_new_session=True,
        env=surroundings() | environment,
    )
    try:
        yield Terminal(ours, process, size)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        os.close(theirs)
        os.close(ours)
