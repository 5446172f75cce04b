"""What each command imports: a deferral that stopped deferring shows here, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT

HEAVY = (
    "textual",
    "rich",
    "markdown_it",
    "mdit_py_plugins",
    "sqlite3",
    "urllib.request",
    "urllib3",
    "lxml",
    "trafilatura",
)
HEAVY += ("zipfile", "email.message", "charset_normalizer", "reader.sources.guess", "reader.sources.declared")
_SCRIPT = """
import sys
from reader.cli.main import main
code = main(sys.argv[1:])
sys.stderr.write(" ".join(sys.modules))
sys.exit(code)
"""


def modules_after(*words: str | Path) -> set[str]:
    answer = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *map(str, words)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )
    return set(answer.stderr.split())


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["quotes", "--help"]])
@pytest.mark.parametrize("module", ["reader.model.document", "reader.sources", "reader.quotes", "dataclasses", *HEAVY])
def test_help_and_version_import_next_to_nothing(words: list[str], module: str) -> None:
    assert module not in modules_after(*words)


@pytest.mark.parametrize("words", [["text"], ["outline"], ["quotes"], ["quotes", "--format", "json"], []])
def test_plain_text_imports_nothing_heavy(article: Path, words: list[str]) -> None:
    assert set() == modules_after(*words, article).intersection(HEAVY)


@pytest.mark.parametrize("words", [["text"], ["text", "--width", "60"], ["quotes"], []])
def test_markdown_imports_its_parser_and_not_the_app(tmp_path: Path, words: list[str]) -> None:
    essay = tmp_path / "essay.md"
    essay.write_text("# Rain\n\n“It *rains*,” said Ada Finch.\n", encoding="utf-8")

    modules = modules_after(*words, essay)

    assert (True, False) == ("markdown_it" in modules, "textual" in modules)


def test_text_does_not_look_for_quotes(article: Path) -> None:
    assert "reader.quotes" not in modules_after("text", article)
