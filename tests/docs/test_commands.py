"""Every command in the guide runs, on real files, with a real shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import time
from pathlib import Path

import pexpect
import pytest
from commands import PAGES, ROOT, Command, commands_of

from reader.cli.arguments import OPEN, parse_arguments

FINE = (0, 1)
"""Found or done, and nothing found; 2 and more is trouble, 127 a program that is not there."""
# Programs of other people that a page may name; where one is missing, its commands are not tried.
OTHERS = ("jq", "curl", "less", "man", "git", "xclip", "tmux", "ssh", "column", "fzf")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_the_page_runs(page: Path, desk: tuple[Path, dict[str, str]]) -> None:
    failed = [trouble for command in commands_of(page) if can_run(command) and (trouble := run(command, *desk))]

    assert [] == failed


def test_the_guide_shows_commands() -> None:
    """The test above would also pass on a guide that it cannot read."""
    assert 30 < sum(len(commands_of(page)) for page in PAGES)


def can_run(command: Command) -> bool:
    return all(shutil.which(program) for program in OTHERS if program in command.words.split())


def opens_the_app(command: Command) -> bool:
    program, *words = shlex.split(command.words, comments=True)
    if program != "pullquote" or set("|<>;&") & set("".join(words)):
        return False
    arguments = parse_arguments(words)
    return arguments.command == OPEN and not (arguments.help or arguments.version)


def run_app(command: Command, folder: Path, environment: dict[str, str]) -> str:
    """Open the app as the command says, in a real pseudo-terminal, and leave it; return what went wrong, or nothing."""
    size = {"TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
    bash = ["--norc", "-c", command.words]
    child = pexpect.spawn("bash", bash, cwd=os.fspath(folder), env=environment | size, dimensions=(30, 100), timeout=60)
    try:
        child.expect([b"\\x1b\\[\\?1049h"])
        child.expect([b"\\x1b\\[\\?2026l", b"\\?"])
        time.sleep(0.5)
        child.send(b"Q")
        child.expect(pexpect.EOF)
    except (pexpect.EOF, pexpect.TIMEOUT):
        return f"{command.page}:{command.line}: {command.words} → no screen: {(child.before or b'')[-300:]!r}"
    finally:
        child.close(force=True)
    return "" if child.exitstatus == 0 else f"{command.page}:{command.line}: {command.words} → {child.exitstatus}"


def run(command: Command, folder: Path, environment: dict[str, str]) -> str:
    """Run a command of the guide; return what went wrong, or nothing."""
    if opens_the_app(command):
        return run_app(command, folder, environment)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode in FINE and "Traceback" not in done.stderr:
        return ""
    return f"{command.page}:{command.line}: {command.words} → {done.returncode}: {done.stderr.strip()}"
