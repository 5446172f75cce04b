"""What a person sees who runs a command on a terminal: a pseudo-terminal of 40 columns."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from reader.cli.output import fold

from .conftest import ROOT

COLUMNS = 40
PATIENCE_SECONDS = 30


def seen(*words: str | Path) -> str:
    """What a real program writes to a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-m", "reader", *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    os.close(theirs)
    written = _drain(ours)
    assert program.wait(PATIENCE_SECONDS) == 0
    return written.decode().replace("\r\n", "\n")


def _drain(terminal: int) -> bytes:
    """Read all that is written until the program lets go of the terminal."""
    pieces = []
    try:
        while piece := os.read(terminal, 65536):
            pieces.append(piece)
    except OSError:  # Linux's word for the end of a pseudo-terminal
        pass
    finally:
        os.close(terminal)
    return b"".join(pieces)


def test_quotes_are_broken_between_words(article: Path) -> None:
    assert "   “We have been an island long enough,”\n" in seen("quotes", article)


def test_no_line_of_quotes_is_wider_than_the_terminal(article: Path) -> None:
    assert [] == [line for line in seen("quotes", article).splitlines() if len(line) > COLUMNS]


def test_json_lines_are_not_broken_on_a_terminal(article: Path) -> None:
    assert 3 == seen("quotes", "--format", "jsonl", article).count("\n")


@pytest.mark.parametrize("words", [["quotes"], ["outline"], ["text"]])
def test_no_control_codes_on_a_terminal(article: Path, words: list[str]) -> None:
    assert "\x1b" not in seen(*words, article)


def test_folded_lines_hang_under_the_first_word() -> None:
    assert "  one two\n  three" == fold("  one two three", 10)


def test_a_blank_line_stays_blank() -> None:
    assert "" == fold("", 10)


def test_an_article_from_a_pipe_leaves_the_keys_to_the_terminal(article: Path) -> None:
    """The app opens on what is piped in, and `q` typed on the terminal quits it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    # The first terminal that the leader of a session opens is the one it is controlled from.
    line = f"exec <{os.ttyname(theirs)} >{os.ttyname(theirs)}; cat {article} | {sys.executable} -m reader"
    program = subprocess.Popen(
        ["sh", "-c", line],
        start_new_session=True,
        stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"},
    )
    os.close(theirs)

    screen = b""
    while b"Skarholm" not in screen:
        assert select.select([ours], [], [], PATIENCE_SECONDS)[0], screen
        screen += os.read(ours, 65536)
    os.write(ours, b"q")
    _drain(ours)

    assert program.wait(PATIENCE_SECONDS) == 0
