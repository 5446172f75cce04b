"""Every sample says what a careful person reads in it; README.md here explains the files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.model.document import Document
from reader.model.quotations import Quote
from reader.model.sections import walk_sections
from reader.reading import read
from reader.resources import sample_path, sample_paths

HERE = Path(__file__).parent
SAMPLES = [path.stem for path in sample_paths()]
_LINE = re.compile(r"(?P<field>title|sections?|quotes?): (?P<value>.*)")


def expected_lines(sample: str, *fields: str) -> list[str]:
    """The values a sample's file gives for some fields."""
    lines = (HERE / f"{sample}.expected").read_text(encoding="utf-8").splitlines()
    matches = [match for line in lines if (match := _LINE.fullmatch(line))]
    assert len(matches) == len(lines), "every line has a known field"
    return [match["value"] for match in matches if match["field"] in fields]


def cases(*fields: str) -> list[Any]:
    return [
        pytest.param(sample, value, id=f"{sample}-{value[:60]}")
        for sample in SAMPLES
        for value in expected_lines(sample, *fields)
    ]


@cache
def document_of(sample: str) -> Document:
    return read(str(sample_path(sample)))


def plain(text: str) -> str:
    return " ".join(text.split())


def words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold()))


def has_words(document: Document, quote: Quote, expected: str) -> bool:
    first, _, last = expected.partition(" … ")
    text = plain(quote.content.cut(document.text))
    return text.startswith(first) and text.endswith(last) if last else text == first


def speaker_name(document: Document, quote: Quote) -> str:
    return document.speakers[quote.attribution.speaker].name if quote.attribution else ""


def test_every_sample_has_its_expectations() -> None:
    assert sorted(SAMPLES) == sorted(path.stem for path in HERE.glob("*.expected"))


def test_there_are_six_samples_at_least() -> None:
    assert len(SAMPLES) >= 6


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_as_long_as_an_article(sample: str) -> None:
    assert 500 <= len(sample_path(sample).read_text(encoding="utf-8").split()) <= 1500


@pytest.mark.parametrize(("sample", "title"), cases("title"))
def test_title(sample: str, title: str) -> None:
    assert title == document_of(sample).metadata.title


def section_lines(sample: str) -> list[str]:
    return [f"{'  ' * depth}{section.title}" for depth, section in walk_sections(document_of(sample).sections)]


@pytest.mark.parametrize(("sample", "section"), cases("section"))
def test_section(sample: str, section: str) -> None:
    assert section in section_lines(sample)


@pytest.mark.parametrize(("sample", "_"), cases("sections"))
def test_no_other_sections(sample: str, _: str) -> None:
    assert expected_lines(sample, "section") == section_lines(sample)


@pytest.mark.parametrize(("sample", "line"), cases("quote"))
def test_quote(sample: str, line: str) -> None:
    document = document_of(sample)
    kinds, speaker, expected = line.split(" | ")

    quotes = [quote for quote in document.quotes if has_words(document, quote, expected)]

    assert len(quotes) == 1
    assert quotes[0].kind in kinds.split("/")
    assert speaker == "?" or words(speaker) <= words(speaker_name(document, quotes[0]))


@pytest.mark.parametrize(("sample", "_"), cases("quotes"))
def test_no_other_quotes(sample: str, _: str) -> None:
    document = document_of(sample)
    expected = [line.split(" | ")[2] for line in expected_lines(sample, "quote")]

    others = [
        plain(quote.content.cut(document.text))
        for quote in document.quotes
        if not any(has_words(document, quote, line) for line in expected)
    ]

    assert [] == others


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_file_of_a_sample_is_complete(sample: str) -> None:
    assert [1, 1, 1] == [len(expected_lines(sample, field)) for field in ("title", "sections", "quotes")]
