"""From a place to a document: the parser and the quotes in one call."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.model.quotations import QuoteKind
from reader.reading import read, read_without_quotes


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "rain.txt"
    path.write_text("Rain at Last\n\n“It rains,” said Ada Finch of Skarholm.\n", encoding="utf-8")
    return path


def test_a_document_comes_with_its_quotes(article: Path) -> None:
    assert [QuoteKind.DIRECT] == [quote.kind for quote in read(str(article)).quotes]


def test_the_text_is_the_same_without_quotes(article: Path) -> None:
    assert read(str(article)).text == read_without_quotes(str(article)).text


def test_without_quotes_there_are_none(article: Path) -> None:
    assert () == read_without_quotes(str(article)).quotes


def test_a_format_can_be_forced(article: Path) -> None:
    assert "markdown" == read(str(article), format="markdown").format


def test_a_place_that_cannot_be_read_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read(str(tmp_path / "missing.txt"))
