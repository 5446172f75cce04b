"""Completions in the real shells, each in a pseudo-terminal of its own; the man page in the real `man`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from reader.cli.arguments import COMMANDS, EVERYWHERE, OPEN
from reader.cli.completions import SCRIPTS
from reader.cli.manual import manual

from .conftest import ROOT, Answer

Ask = Callable[..., Answer]
_CODES = re.compile(r"\x1b(?:\[[\d;?=<>]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|[=>])|[\r\x07\x08]")
NAMES = [name for name in COMMANDS if name != OPEN]

STARTS = {
    "bash": ("bash", ["--norc", "--noprofile", "-i"], "source {script}"),
    "zsh": ("zsh", ["-f", "-i"], "autoload -Uz compinit; compinit -u -D; source {script}"),
    "fish": ("fish", ["--no-config", "-i"], "source {script}"),
}


def completed(shell: str, folder: Path, typed: str, wanted: str) -> str:
    """Type the beginning of a line and Tab into a real shell; return what is on the screen then."""
    program, arguments, load = STARTS[shell]
    if not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    script = folder / f"completion.{shell}"
    script.write_text(SCRIPTS[shell](), encoding="utf-8")
    (folder / "pullquote").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "pullquote").chmod(0o700)
    environ = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    child = pexpect.spawn(
        program,
        arguments,
        cwd=folder,
        env=environ,
        encoding="utf-8",
        timeout=20,
        dimensions=(60, 160),  # type: ignore[arg-type]
    )
    try:
        child.sendline(f"{load.format(script=script)}; echo rea''dy")
        child.expect("ready")
        child.send(typed)
        child.send("\t\t" if shell != "zsh" else "\t")
        seen = ""
        while not re.search(wanted, seen):
            child.expect(r".+")
            seen += _CODES.sub("", child.after if isinstance(child.after, str) else "")
        return seen
    finally:
        child.close(force=True)


@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("pullquote spea", r"speakers"),
        ("pullquote --the", r"--theme"),
        ("pullquote --theme sep", r"sepia"),
        ("pullquote quotes --format bibt", r"bibtex"),
        ("pullquote completion zs", r"zsh"),
        ("pullquote quotes ferr", r"ferry\.txt"),
    ],
)
def test_a_line_is_completed(tmp_path: Path, shell: str, typed: str, wanted: str) -> None:
    (tmp_path / "ferry.txt").touch()

    assert completed(shell, tmp_path, typed, wanted)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_shell_takes_its_script_without_a_word(tmp_path: Path, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(SCRIPTS[shell](), encoding="utf-8")

    assert (0, "") == (lambda a: (a.returncode, a.stderr))(
        subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False)
    )


@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_every_script(shell: str, name: str) -> None:
    script = SCRIPTS[shell]()
    words = [option if shell != "fish" else f"-l {option[2:]}" for option in (*COMMANDS[name].options, *EVERYWHERE)]

    assert [] == [word for word in words if word not in script]


@pytest.mark.parametrize("words", [[], ["tcsh"], ["bash", "zsh"]])
def test_another_shell_is_one_sentence(ask: Ask, words: list[str]) -> None:
    answer = ask("completion", *words)

    assert (2, "", 1) == (answer.code, answer.out, answer.err.count("\n"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_man_page(name: str) -> None:
    page = manual().replace("\\-", "-")

    assert [] == [option for option in (*COMMANDS[name].options, *EVERYWHERE) if option not in page]


def test_the_man_page_in_docs_is_the_one_of_the_tables(ask: Ask) -> None:
    """`make man` writes it."""
    assert ask("man").out == (ROOT / "docs" / "pullquote.1").read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("man") or sys.platform != "linux", reason="man is not installed")
def test_man_has_nothing_to_say_against_it() -> None:
    environ = os.environ | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    page = ROOT / "docs" / "pullquote.1"
    answer = subprocess.run(["man", "-l", "--warnings", page], capture_output=True, text=True, env=environ, check=True)

    assert ("", True) == (answer.stderr, "SYNOPSIS" in answer.stdout)
