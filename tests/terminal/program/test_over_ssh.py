"""Reads over a real sshd: the first page, keys, a new size, a copy, and a line that drops."""

from __future__ import annotations

import os
import re
import shlex
import sys
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from .secure_shell import missing, secure_shell
from .terminal import PATIENCE_SECONDS, ROOT, Terminal, terminal

SAMPLE = "samples/report.txt"
Login = Callable[[], AbstractContextManager[Terminal]]


@pytest.fixture(scope="module")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """The command that logs in; without an sshd there is nothing to test."""
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminals on Windows")
    reason = missing()
    if reason:
        pytest.skip(reason)
    with secure_shell(tmp_path_factory.mktemp("ssh")) as command:
        yield command


@pytest.fixture
def open_over_ssh(ssh: list[str], tmp_path: Path) -> Login:
    """Open the sample at the far end, with a library of its own there."""
    settings = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PULLQUOTE_LIBRARY": str(tmp_path / "library.sqlite")}
    given = " ".join(f"{name}={shlex.quote(text)}" for name, text in settings.items())
    program = f"{shlex.quote(sys.executable)} -m reader {SAMPLE}"
    pid = shlex.quote(str(tmp_path / "pid"))
    remote = f"cd {shlex.quote(str(ROOT))} && echo $$ > {pid} && {given} exec {program}"
    return lambda: terminal([remote], (120, 40), program=ssh)


def test_the_first_page_comes_and_keys_are_answered(open_over_ssh: Login) -> None:
    with open_over_ssh() as seen:
        seen.wait_for("/17")
        seen.type(")")
        seen.wait_for("quote 1/17")
        seen.type("q")

        assert 0 == seen.wait_for_end()


def test_a_new_size_goes_over_the_line(open_over_ssh: Login) -> None:
    with open_over_ssh() as seen:
        seen.wait_for("/17")
        seen.resize(60, 20)
        seen.wait_for("/17")

        assert any(row.endswith("/17") and len(row) <= 60 for row in seen.rows[-1:])


def test_a_copy_goes_to_the_terminal_at_this_end(open_over_ssh: Login) -> None:
    with open_over_ssh() as seen:
        seen.wait_for("/17")
        seen.type(")y")
        seen.wait_for("via the terminal")

        copied = re.search(rb"\x1b\]52;c;([^\x07]+)\x07", seen.raw)
        assert copied is not None
        assert b64decode(copied[1]).decode().partition("\n")[0].strip("“”") in (ROOT / SAMPLE).read_text(
            encoding="utf-8"
        )


def test_a_dropped_line_loses_no_place(open_over_ssh: Login, tmp_path: Path) -> None:
    with open_over_ssh() as seen:
        seen.wait_for("/17")
        seen.type("G")
        seen.wait_for("100%")
        seen.process.kill()  # at once: the second after which the place is kept anyhow has not passed
        _wait_for_end_of(int((tmp_path / "pid").read_text()))

    with open_over_ssh() as seen:
        seen.wait_for("100%")
        seen.wait_for("cross")  # over a line a frame may arrive in parts


def _wait_for_end_of(process: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the program outlives its line")
