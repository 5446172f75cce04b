"""What the program writes is what the schema in the guide says."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "schemas" / "pullquote-1.json").read_text(encoding="utf-8")
)
LINES = {
    "quote": "pullquote quotes --format jsonl article.txt essay.md",
    "hit": "pullquote find harbour --format jsonl",
    "person": "pullquote speakers --format jsonl",
    "article": "pullquote library list --format jsonl",
    "report": "pullquote add --format jsonl article.txt article.md nosuch.txt",
}
WHOLES = {
    "quotes": ("pullquote quotes --format json article.txt",),
    "outline": ("pullquote outline --format json essay.md",),
    "verdict": (
        "pullquote verify --format json 'I can live with a cross'",
        "pullquote verify --format json 'I can live with cross' --by Korvald",
        "pullquote verify --format json 'nobody ever said this of a giraffe'",
    ),
}


@pytest.mark.parametrize("kind", LINES)
def test_every_line_fits_the_schema(kind: str, desk: tuple[Path, dict[str, str]]) -> None:
    lines = written(LINES[kind], *desk).splitlines()

    assert (True, []) == (bool(lines), [error for line in lines for error in errors(kind, line)])


@pytest.mark.parametrize("kind", WHOLES)
def test_every_object_fits_the_schema(kind: str, desk: tuple[Path, dict[str, str]]) -> None:
    assert [] == [error for command in WHOLES[kind] for error in errors(kind, written(command, *desk))]


def test_an_object_without_a_field_does_not_fit() -> None:
    assert ["'title' is a required property"] == errors("section", json.dumps(dict.fromkeys(SECTION[1:], 1)))[:1]


SECTION = ("title", "level", "quotes", "start", "end", "heading_start", "heading_end", "sections")


def errors(kind: str, written: str) -> list[str]:
    validator = Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})
    return [error.message for error in validator.iter_errors(json.loads(written))]


def written(command: str, folder: Path, environment: dict[str, str]) -> str:
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.stdout.decode()
