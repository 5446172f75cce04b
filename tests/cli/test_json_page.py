"""docs/json.md is true: its fields, its example, its lines with jq."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.cli.wire import QUOTE_FIELDS, SCHEMA

from .conftest import ROOT, Answer

Ask = Callable[..., Answer]

PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
QUOTE_PART, OUTLINE_PART = PAGE.split("## An outline")
JQ_LINES = re.findall(r"^pullquote .*\| jq .*", PAGE, re.MULTILINE)


def example() -> Any:
    block = re.search(r"```json\n(.*?)```", QUOTE_PART, re.DOTALL)
    assert block is not None
    return json.loads(block[1])


def test_the_page_names_the_schema_version() -> None:
    assert f"**Schema version: {SCHEMA}.**" in PAGE


def test_the_page_names_the_fields_of_a_quote_in_their_order() -> None:
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", QUOTE_PART, re.MULTILINE)

    assert ["path", *QUOTE_FIELDS] == re.findall(r"\w+", " ".join(rows))


def test_the_page_names_the_fields_of_an_outline(ask: Ask) -> None:
    outline = json.loads(ask("outline", "--sample", "report", "--format", "json").out)

    assert [] == [field for field in (*outline, *outline["sections"][0]) if f"`{field}`" not in OUTLINE_PART]


def test_the_example_is_what_the_program_prints(ask: Ask) -> None:
    """But for the evidence, which gets better without a change of the page."""
    first = json.loads(ask("quotes", "--sample", "report", "--format", "json").out)["quotes"][0]
    evidence = dict.fromkeys(("rule", "reason", "confidence"), "better every month")

    assert example() | evidence == first | evidence


@pytest.mark.skipif(shutil.which("jq") is None, reason="needs jq")
@pytest.mark.parametrize("line", JQ_LINES)
def test_every_line_with_jq_finds_something(tmp_path: Path, article: Path, line: str) -> None:
    """The lines are run by a real shell, beside an article by the name they use."""
    text = article.read_text(encoding="utf-8").replace("Ålund", "Rutte") + "\n“Is anybody there? Anybody at all?”\n"
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    program = tmp_path / "bin" / "pullquote"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m reader "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{program.parent}:{os.environ['PATH']}"}

    answer = subprocess.run(["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True, check=False)

    assert (0, b"", True) == (answer.returncode, answer.stderr, bool(answer.stdout.strip()))
