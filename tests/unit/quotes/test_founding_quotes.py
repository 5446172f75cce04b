"""The article everything began with: three quotes, all Mark Rutte's."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import document_of

from reader.model.document import Document
from reader.quotes import find_quotes

ARTICLE = Path(__file__).parents[4] / "shared/articles/000_f860feb0b2d0e425.txt"

pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the founding article is not on this machine")


@pytest.fixture
def article() -> Document:
    return find_quotes(document_of(ARTICLE.read_text(encoding="utf-8")))


def test_it_holds_three_quotes(article: Document) -> None:
    assert [quote.kind for quote in article.quotes] == ["mixed", "direct", "direct"]


def test_its_only_speaker_is_named_in_full(article: Document) -> None:
    assert [speaker.name for speaker in article.speakers] == ["Mark Rutte"]


def test_its_speaker_has_the_role_the_text_gives(article: Document) -> None:
    assert article.speakers[0].role == "NATO’s Secretary-General"


def test_every_quote_is_given_to_somebody(article: Document) -> None:
    assert [quote.attribution.speaker for quote in article.quotes if quote.attribution] == [0, 0, 0]
