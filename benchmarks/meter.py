"""A program in a real pseudo-terminal, with an emulator behind it that answers as a terminal does, and a clock."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType

import pyte

QUIET_SECONDS = 0.04
"""No output for so long means that a key is done with."""
LIMIT_SECONDS = 30.0


class _Screen(pyte.Screen):
    """An emulator that ignores what it does not know; the bytes still count."""

    answer: Callable[[bytes], object]

    def write_process_input(self, data: str) -> None:
        self.answer(data.encode())

    def report_device_status(self, mode: int = 0, **_: object) -> None:
        super().report_device_status(mode)

    def select_graphic_rendition(self, *attrs: int, **_: object) -> None:
        super().select_graphic_rendition(*attrs)


class Metered:
    """A running program; times are in seconds, CPU is the process's own, user and system."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.bytes_read = 0
        self._last_output = 0.0
        self._started = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled; else a start compiles it
            os.execvp(command[0], command)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.answer = lambda data: os.write(self._terminal, data)

    def __enter__(self) -> Metered:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self._terminal)

    def wait_for(self, words: str) -> tuple[float, float]:
        """Wait until the words are on the screen; return the time since the start and the CPU spent."""
        while not any(words in line for line in self._screen.display):
            if not self._read(LIMIT_SECONDS):
                raise TimeoutError(f"“{words}” never came; the screen:\n" + "\n".join(self._screen.display))
        return time.perf_counter() - self._started, self._cpu_seconds()

    def settle(self) -> None:
        """Wait until the program says no more."""
        while self._read(0.5):
            pass

    def press(self, key: str) -> float:
        """Press a key and return the time until the last output that it caused."""
        began = time.perf_counter()
        os.write(self._terminal, key.encode())
        while self._read(QUIET_SECONDS if self._last_output > began else 0.5):
            pass
        return max(0.0, self._last_output - began)

    def quit(self, key: str = "q") -> float:
        """Press the key that quits and return the time until the process is gone."""
        began = time.perf_counter()
        os.write(self._terminal, key.encode())
        while os.waitpid(self._pid, os.WNOHANG)[0] == 0:
            self._read(0.002)
        return time.perf_counter() - began

    def _read(self, seconds: float) -> int:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return 0
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return 0
        self._last_output = time.perf_counter()
        self.bytes_read += len(data)
        self._stream.feed(data)
        return len(data)

    def _cpu_seconds(self) -> float:
        with open(f"/proc/{self._pid}/schedstat", encoding="ascii") as schedule:  # noqa: PTH123 – not a path of ours
            return int(schedule.read().split()[0]) / 1e9
