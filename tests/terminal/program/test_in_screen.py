"""Reads and copies inside GNU screen, which takes a copy only in its own wrapper."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from .terminal import PROGRAM, terminal

SAMPLE = "samples/report.txt"


@pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")
def test_a_copy_passes_through_screen(tmp_path: Path) -> None:
    """Screen unwraps it and hands it to the terminal around."""
    sockets = tmp_path / "s"  # short: a socket's path has 107 bytes
    sockets.mkdir(mode=0o700)
    own = {"SCREENDIR": str(sockets), "PULLQUOTE_LIBRARY": str(tmp_path / "library.sqlite"), "LC_ALL": "C.UTF-8"}
    command = ["screen", "-U", "-c", "/dev/null", "-S", "pullquote", *PROGRAM]
    with terminal([SAMPLE], (100, 30), program=command, **own) as seen:
        try:
            seen.wait_for("/17")
            seen.type(")y")
            seen.wait_for("via screen")
            seen.wait_for_bytes(b"\x1b]52;c;")
        finally:
            quit_it = ["screen", "-S", "pullquote", "-X", "quit"]
            subprocess.run(quit_it, env={**own, "PATH": "/usr/bin:/bin"}, capture_output=True, check=False)
