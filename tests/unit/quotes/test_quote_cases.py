"""Every case in tests/cases/quotes is right; README.md there explains the files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.model.document import Document
from reader.model.quotations import Quote
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.source import Source

CASES = Path(__file__).parents[2] / "cases/quotes"
_EXPECTED = re.compile(r"([+!]*)([\w/]+) \| (.+?)(?: \((.+)\))? \| (.+)")


@dataclass(frozen=True)
class Case:
    format: str
    text: str
    expected: list[str]


def read_case(name: str) -> Case:
    text, _, expected = (CASES / f"{name}.txt").read_text(encoding="utf-8").partition("---\n")
    head, _, body = text.partition("\n")
    form = "text"
    assert head.startswith("# "), "a case begins with the rule it holds"
    if body.startswith("# format: "):
        first, _, body = body.partition("\n")
        form = first.removeprefix("# format: ")
    return Case(form, body, expected.splitlines())


def describe(document: Document, quote: Quote, expected: str) -> str:
    """Write a quote as the expected line writes it, so that pytest shows the difference."""
    match = _EXPECTED.fullmatch(expected)
    assert match, f"no expected line: {expected}"
    _, kinds, _, role, words = match.groups()
    speaker = document.speakers[quote.attribution.speaker] if quote.attribution else None
    name = speaker.name if speaker else "?"
    if speaker and role:
        name += f" ({speaker.role})"
    kind = kinds if quote.kind in kinds.split("/") else quote.kind.value
    content = " ".join(quote.content.cut(document.text).split())
    first, dots, last = words.partition(" … ")
    if dots and content.startswith(first) and content.endswith(last):
        content = words
    marks = ("+" if quote.continues is not None else "") + ("" if quote.is_closed else "!")
    return f"{marks}{kind} | {name} | {content}"


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.txt")))
def test_case(name: str) -> None:
    case = read_case(name)
    document = find_quotes(parse(Source(place=name, text=case.text, format=case.format)))
    padded = case.expected + ["direct | nobody | nothing"] * (len(document.quotes) - len(case.expected))
    found = [describe(document, quote, line) for quote, line in zip(document.quotes, padded, strict=False)]
    assert found == case.expected
