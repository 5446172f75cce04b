"""The library on a real terminal: first start, adding, looking up, verifying, and few bytes for each key."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.paths import LIBRARY_VARIABLE

from .terminal import terminal

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "library.sqlite"
    monkeypatch.setenv(LIBRARY_VARIABLE, str(path))
    return path


@pytest.fixture
def added(library: Path) -> None:
    add = [sys.executable, "-m", "reader", "add", "samples"]
    subprocess.run(add, cwd=ROOT, capture_output=True, check=True)


def own(library: Path) -> dict[str, str]:
    return {LIBRARY_VARIABLE: str(library)}


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
def test_a_first_start_explains_itself_and_a_key_opens_a_sample(library: Path, size: tuple[int, int]) -> None:
    with terminal([], size, **own(library)) as seen:
        seen.wait_for("Try a sample")
        seen.type("5")
        seen.wait_for("Port Avela")
        seen.type("q")
        seen.wait_for("Try a sample")
        seen.type("q")

        assert 0 == seen.wait_for_end()


def test_one_reads_looks_up_and_verifies_from_the_library(library: Path, added: None) -> None:
    with terminal([], (100, 30), **own(library)) as seen:
        seen.wait_for("6 articles")
        seen.type('"@korvald')
        seen.wait_for("Ines Korvald")
        seen.type("\r")
        seen.wait_for("hit 1 of")
        seen.type("nn")
        seen.wait_for("hit 3 of")
        seen.type("V")
        seen.wait_for("@name says who")
        seen.type("\x1b[200~We are not against\na rule that was written in one night\x1b[201~")
        seen.type("\r")
        seen.wait_for("“not” was added")
        seen.type("\x1b")
        seen.wait_for("quote 7/17")
        seen.type("Q")

        assert 0 == seen.wait_for_end()


def test_a_pipe_without_a_name_is_still_an_article() -> None:
    text = subprocess.run(
        [sys.executable, "-m", "reader"], cwd=ROOT, input=b"Words piped in.\n", capture_output=True, check=True
    )

    assert b"Words piped in.\n" == text.stdout


def test_without_a_terminal_a_file_is_asked_for() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", "import os, sys, pty; from reader.cli.main import main\n"
         "ours, theirs = pty.openpty(); os.dup2(theirs, 0); sys.exit(main([]))"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (2, True) == (answer.returncode, "name a file to read" in answer.stderr)
