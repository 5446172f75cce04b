"""A command line to ask, in this process or as a real one, and articles to ask it about."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.cli.main import main

ROOT = Path(__file__).parents[2]

ARTICLE = """\
Ferry to Run Again From Monday

The ferry to Skarholm will run again from Monday, the harbour office said, after nine days of storm.

The First Boat

“We have been an island long enough,” said Harbour Master Runa Ålund, “and the first boat goes at six.”

Otto Fenwick called the wait “a lesson in tinned fish”.

What Comes Next

The weather office expects calm seas until Friday.
"""


class Answer(NamedTuple):
    """What a command line said."""

    code: int
    out: str
    err: str


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def without_quotes(tmp_path: Path) -> Path:
    path = tmp_path / "calm.txt"
    path.write_text("A Calm Day\n\nNothing happened in Skarholm on Sunday, and nobody spoke of it.\n", encoding="utf-8")
    return path


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run a command line in this process."""

    def ask_here(*argv: str | Path) -> Answer:
        code = main([str(word) for word in argv])
        return Answer(code, *capsys.readouterr())

    return ask_here


def run_process(*argv: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real program; its output goes into a pipe."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, argv)],
        input=stdin,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        check=False,
    )
