"""Any text at all, from the parser to the runs on the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.layout.page import Page
from reader.layout.runs import divide
from reader.model.document import Document
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.safe import make_safe
from reader.sources.source import Source
from reader.ui import highlights

PIECES = [
    "“",
    "”",
    '"',
    "'",
    "said ",
    "Ada Low ",
    "\n\n",
    "# ",
    "- ",
    "> ",
    "| a | b |\n|-|-|\n",
    "[x](y)",
    "[red]",
    "\t",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=20).map("".join)
FORMATS = st.sampled_from(["text", "markdown"])


def document_of(text: str, format: str) -> Document:
    return find_quotes(parse(Source("x", make_safe(text), format)))


@given(TEXTS, FORMATS)
def test_every_text_is_read_or_refused_in_our_words(text: str, format: str) -> None:
    try:
        document = document_of(text, format)
    except ReaderError:
        pytest.skip("refused")

    assert all(quote.span.end <= len(document.text) for quote in document.quotes)


@given(TEXTS, FORMATS, st.integers(8, 100))
def test_the_runs_of_every_line_are_its_characters(text: str, format: str, width: int) -> None:
    document = document_of(text, format)
    page = Page(document, width)
    layers = (highlights.standing(document), highlights.quoted(document), highlights.chosen(document, 0))
    spans = [piece.span for number in range(len(page)) for piece in page.line(number).pieces]
    painted = ["".join(words for words, _ in divide(document.text, span.start, span.end, layers)) for span in spans]

    assert [span.cut(document.text) for span in spans] == painted
