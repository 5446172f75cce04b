"""Opens, reads, looks up, stops, comes back, quits; and leaves the terminal as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .terminal import PATIENCE_SECONDS, PROGRAM, ROOT, surroundings, terminal

SIZES = [(120, 40), (80, 24), (40, 12)]
SAMPLE = "samples/report.txt"


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test goes on where another one stopped reading."""
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))


@pytest.mark.parametrize("size", SIZES)
def test_it_opens_reads_looks_up_and_quits(size: tuple[int, int]) -> None:
    with terminal([SAMPLE], size) as seen:
        seen.wait_for("/17")
        seen.type(" ")
        seen.type('"guess\r')
        seen.wait_for("I have two ships" if size[0] < 80 else "guessing")
        seen.wait_for("quote ")
        seen.type("q")

        assert 0 == seen.wait_for_end()


@pytest.mark.parametrize("size", SIZES)
def test_no_row_is_lost_or_torn(size: tuple[int, int]) -> None:
    with terminal([SAMPLE], size) as seen:
        seen.wait_for("/17")
        seen.type("G")
        seen.wait_for("100%  quote")

        assert "cross" in seen.text


def test_quitting_leaves_the_terminal_as_it_was() -> None:
    with terminal([SAMPLE], (80, 24)) as seen:
        before = seen.modes()
        seen.wait_for("/17")
        during = seen.modes()
        seen.type("q")
        seen.wait_for_end()

        assert before != during
        assert before == seen.modes()


@pytest.mark.parametrize("key", ["q", "Q", "\x03"])
def test_the_main_screen_and_the_cursor_come_back(key: str) -> None:
    with terminal([SAMPLE], (80, 24)) as seen:
        seen.wait_for("/17")
        seen.type(key)
        seen.wait_for_end()

        assert seen.raw.rfind(b"\x1b[?1049l") > seen.raw.rfind(b"\x1b[?1049h") > -1
        assert seen.raw.rfind(b"\x1b[?25h") > seen.raw.rfind(b"\x1b[?25l")


@pytest.mark.skipif(not shutil.which("bash"), reason="job control is asked of bash")
def test_it_stops_and_comes_back() -> None:
    with terminal(["--norc", "--noprofile", "-i"], (80, 24), program=["bash"], PS1="ready> ") as seen:
        seen.wait_for("ready>")
        seen.type(f"{sys.executable} -m reader {SAMPLE}\n")
        seen.wait_for("/17")
        running = seen.modes()
        seen.type("\x1a")
        seen.wait_for_bytes(b"Stopped")
        stopped = seen.modes()
        behind = len(seen.raw)
        seen.type("fg\n")
        seen.wait_for_bytes(b"Port Avela", behind)
        seen.type("q")
        seen.wait_for_bytes(b"\x1b[?1049l", behind)

        assert stopped != running


def test_a_reader_of_one_line_is_no_trouble() -> None:
    line = f"{sys.executable} -m reader {SAMPLE} | head -1"
    answer = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, check=False, env=os.environ)

    assert (b"", 1) == (answer.stderr, answer.stdout.count(b"\n"))


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
@pytest.mark.parametrize("size", SIZES)
def test_it_reads_in_tmux(size: tuple[int, int], tmp_path: Path) -> None:
    def tmux(*words: str) -> str:
        command = ["tmux", "-u", "-S", str(tmp_path / "socket"), "-f", "/dev/null", *words]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=surroundings()).stdout

    def wait_for(words: str) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while words not in (shown := tmux("capture-pane", "-p")):
            assert time.monotonic() < end, shown

    tmux("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), " ".join([*PROGRAM, SAMPLE]))
    try:
        wait_for("/17")
        tmux("send-keys", ")")
        wait_for("quote 1/17")
    finally:
        tmux("kill-server")
