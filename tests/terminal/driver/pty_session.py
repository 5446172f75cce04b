"""The sample app in a real pseudo-terminal, with the emulator behind it."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.terminal.driver.emulator import Emulator, Glyph, Look

ROOT = Path(__file__).parents[3]
_QUESTION = re.compile(r"\x1b\[5n|\x1b\[\?(\d+)\$p")
_LEFTOVER = Glyph("#", Look("31", "41"))


class Terminal:
    """What a person sits at: it shows, and answers questions, at once or late or never."""

    def __init__(
        self, pid: int, master: int, size: tuple[int, int], *, answers: bool, late: bool, margins: bool
    ) -> None:
        self.pid, self.master = pid, master
        self.answers, self.late, self.margins = answers, late, margins
        self.emulator = Emulator(*size, margins=margins)
        self.received = ""
        self._due = ""
        self._decode = codecs.getincrementaldecoder("utf-8")().decode

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def settle(self, quiet_seconds: float = 0.3, *, answering: bool = True) -> str:
        """Read until nothing more comes, and give what came; late answers are given in between, or not."""
        came = ""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if not select.select([self.master], [], [], quiet_seconds)[0]:
                if self._due and answering:
                    self._answer_late()
                elif not self._is_running():
                    return came
                continue
            data = self._read()
            if not data:
                return came
            came += data
        raise TimeoutError("the screen never settles")

    def _is_running(self) -> bool:
        """Is the program computing, or waiting for a processor? Then silence means nothing yet."""
        stat = Path(f"/proc/{self.pid}/stat")
        return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "R"

    def _read(self) -> str:
        try:
            data = self._decode(os.read(self.master, 65536))
        except OSError:  # the program has ended
            return ""
        self.received += data
        self.emulator.feed(data.replace("\r\n", "\n"))
        answers = "".join(map(self._answer, _QUESTION.finditer(data)))
        if self.late:
            self._due += answers
        else:
            self.press(answers)
        return data

    def _answer(self, question: re.Match[str]) -> str:
        if not self.answers:
            return ""
        if question[1] is None:
            return "\x1b[0n"
        known = question[1] == "69" and self.margins
        return f"\x1b[?{question[1]};{2 if known else 0}$y"

    def _answer_late(self) -> None:
        due, self._due = self._due, ""
        self.press(due)

    def resize(self, width: int, height: int) -> None:
        self.emulator.resize(width, height, _LEFTOVER)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)


@contextmanager
def sample_app(
    *arguments: str,
    size: tuple[int, int] = (100, 30),
    answers: bool = True,
    late: bool = False,
    margins: bool = True,
) -> Iterator[Terminal]:
    """Run the sample app in a pseudo-terminal of its own, and end it afterwards."""
    pid, master = os.forkpty()
    if pid == 0:
        os.chdir(ROOT)
        # pytest-xdist says how wide its own output is, which Textual would take for the terminal's width.
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        environ = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"}
        command = [sys.executable, "-m", "tests.terminal.driver.sample_app", *arguments]
        os.execve(sys.executable, command, environ)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    terminal = Terminal(pid, master, size, answers=answers, late=late, margins=margins)
    try:
        while "Section 3" not in "".join(terminal.emulator.lines()):
            terminal.settle()
        yield terminal
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(master)
