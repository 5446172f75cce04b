"""Every command in the guide runs, on real files, with a real shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from commands import PAGES, ROOT, Command, commands_of

FINE = (0, 1)
"""Found or done, and nothing found; 2 and more is trouble, 127 a program that is not there."""
# Programs of other people that a page may name; where one is missing, its commands are not tried.
OTHERS = ("jq", "curl", "less", "man", "git", "xclip", "fzf", "tmux", "ssh", "column")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_of_the_page_runs(page: Path, desk: tuple[Path, dict[str, str]]) -> None:
    failed = [trouble for command in commands_of(page) if can_run(command) and (trouble := run(command, *desk))]

    assert [] == failed


def test_the_guide_shows_commands() -> None:
    """The test above would also pass on a guide that it cannot read."""
    assert 30 < sum(len(commands_of(page)) for page in PAGES)


def can_run(command: Command) -> bool:
    return all(shutil.which(program) for program in OTHERS if program in command.words.split())


def run(command: Command, folder: Path, environment: dict[str, str]) -> str:
    """Run a command of the guide; return what went wrong, or nothing."""
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
