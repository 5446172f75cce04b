"""`PAGER=pullquote`: real `man` and `git` write into it, in a real pseudo-terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from .terminal import ROOT, terminal

PULLQUOTE = f"env PYTHONPATH={ROOT} {sys.executable} -m reader"


@pytest.fixture(autouse=True)
def surroundings_of_a_pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in ("PAGER", "MANPAGER", "GIT_PAGER"):
        monkeypatch.setenv(name, PULLQUOTE)
    monkeypatch.delenv("LESS", raising=False)


def shell(command: str) -> list[str]:
    return ["sh", "-c", command]


@pytest.mark.skipif(not shutil.which("man"), reason="man is not installed")
def test_man_pages_into_it() -> None:
    page = ROOT / "docs" / "pullquote.1"
    with terminal([], (100, 30), program=shell(f"man -l {page}")) as seen:
        seen.wait_for("SYNOPSIS")
        seen.wait_for("SECTIONS")
        seen.type("]]")
        seen.type("q")

        assert 0 == seen.wait_for_end()


@pytest.mark.skipif(not shutil.which("git") or not (ROOT / ".git").exists(), reason="this is no clone of git")
def test_git_log_pages_into_it() -> None:
    with terminal([], (100, 30), program=shell(f"cd {ROOT}; git log --color -50")) as seen:
        seen.wait_for("commit ")
        seen.wait_for("Date: ")
        seen.type("q")

        assert 0 == seen.wait_for_end()


def test_what_fits_is_printed_and_that_is_all() -> None:
    with terminal([], (80, 24), program=shell(rf"printf '\033[1mshort\033[m\n' | {PULLQUOTE}")) as seen:
        assert 0 == seen.wait_for_end()

        assert "short" in seen.rows[0]


def test_a_pipe_that_never_ends_shows_its_first_page() -> None:
    endless = r'''yes "$(printf '\033[33mcommit 0123456\033[m\nWhy not?\n')"'''
    with terminal([], (80, 24), program=shell(f"{endless} | {PULLQUOTE}")) as seen:
        seen.wait_for("Why not?")
        seen.type("q")

        assert 0 == seen.wait_for_end()
