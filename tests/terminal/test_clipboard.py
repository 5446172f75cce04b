"""Which way a copy goes, and that it arrives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.terminal.clipboard import copy, find_ways

ROOT = Path(__file__).parents[2]
XTERM = {"TERM": "xterm-256color", "PATH": "/nowhere"}


def _names(environ: Mapping[str, str], text: str = "words") -> list[str]:
    return [way.name for way in find_ways(text, environ)]


def test_over_ssh_the_terminal_is_asked() -> None:
    assert ["the terminal"] == _names({**XTERM, "SSH_CONNECTION": "a b", "DISPLAY": ":0", "PATH": os.defpath})


def test_inside_tmux_tmux_is_asked_first() -> None:
    """It drops OSC 52 from programs by default."""
    assert ["tmux", "tmux's own buffer", "the terminal"] == _names({**XTERM, "TMUX": "/tmp/tmux-0/default,1,0"})


def test_a_local_tool_is_asked_before_the_terminal(tmp_path: Path) -> None:
    tool = tmp_path / "wl-copy"
    tool.write_text("#!/bin/sh\n")
    tool.chmod(0o755)

    assert ["wl-copy", "the terminal"] == _names({**XTERM, "PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"})


def test_the_terminal_gets_the_text_in_base64() -> None:
    written: list[str] = []

    copy("“Tea?”", write=written.append, environ=XTERM)

    assert "“Tea?”" == b64decode(written[0].removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()


def test_screen_gets_it_in_pieces_that_it_takes() -> None:
    written: list[str] = []

    copy("w" * 3000, write=written.append, environ={**XTERM, "TERM": "screen", "STY": "1.pts"})

    assert max(len(part) for part in written[0].split("\x1b\\")) < 768


def test_the_sentence_says_how_much_went_where() -> None:
    assert "copied 1 character via the terminal" == copy("w", write=lambda _: None, environ=XTERM)


def test_what_is_too_long_for_a_terminal_goes_to_a_file(tmp_path: Path) -> None:
    environ = {**XTERM, "XDG_RUNTIME_DIR": str(tmp_path)}

    assert f"copied 100,000 characters to {tmp_path}/copied-text.txt" == copy(
        "w" * 100_000, write=pytest.fail, environ=environ
    )


def test_the_file_holds_the_text_for_its_owner_alone(tmp_path: Path) -> None:
    copy("words", write=pytest.fail, environ={"TERM": "linux", "PATH": "/nowhere", "XDG_RUNTIME_DIR": str(tmp_path)})

    path = tmp_path / "copied-text.txt"
    assert ("words", 0o600) == (path.read_text(), path.stat().st_mode & 0o777)


def test_a_tool_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    tool = tmp_path / "xclip"
    tool.write_text("#!/bin/sh\nexit 1\n")
    tool.chmod(0o755)
    environ = {**XTERM, "PATH": str(tmp_path), "DISPLAY": ":0"}

    assert "copied 5 characters via the terminal" == copy("words", write=lambda _: None, environ=environ)


def test_where_nothing_works_the_sentence_says_so(tmp_path: Path) -> None:
    environ = {"TERM": "linux", "PATH": "/nowhere", "XDG_RUNTIME_DIR": str(tmp_path / "missing")}

    assert "could not copy 5 characters: No such file or directory" == copy("words", write=pytest.fail, environ=environ)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_a_copy_arrives_in_a_real_tmux(tmp_path: Path) -> None:
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    script = tmp_path / "copying.py"
    script.write_text(
        "import os, sys\n"
        "from reader.terminal.clipboard import copy\n"
        "said = copy('“Tea?” asked Ada.', write=sys.stdout.write, environ=os.environ)\n"
        f"open({str(tmp_path / 'said.part')!r}, 'w').write(said)\n"
        f"os.rename({str(tmp_path / 'said.part')!r}, {str(tmp_path / 'said')!r})\n"
        "input()\n"
    )
    command = f"cd {ROOT} && PYTHONPATH=. {sys.executable} {script}"
    subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "24", command], check=True)
    try:
        deadline = time.monotonic() + 20
        while not (tmp_path / "said").exists() and time.monotonic() < deadline:
            subprocess.run([*tmux, "list-sessions"], check=True, stdout=subprocess.DEVNULL)
        copied = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True, text=True).stdout
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)

    assert ("copied 17 characters via tmux", "“Tea?” asked Ada.") == ((tmp_path / "said").read_text(), copied)
