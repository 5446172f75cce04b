"""A quote to paste: exactly its words, then who said them where."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.citation import cite, cite_in_markdown, speaker_of, words_of
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.model.quotations import Attribution, Quote, QuoteKind, Speaker
from reader.model.span import Span

METADATA = Metadata(title="Rain at Last", source="The Skarholm Post", date="3 May")
ATTRIBUTION = Attribution(0, "said-after", "said Finch, after the quote", 0.98)


def quoted(words: str, role: str = "gardener", marks: str = "“”") -> tuple[Document, Quote]:
    """A document that is one quote by Ada Finch, and the quote."""
    text = f"{marks[:1]}{words}{marks[1:]}"
    content = Span(len(marks[:1]), len(marks[:1]) + len(words))
    kind = QuoteKind.DIRECT if marks else QuoteKind.BLOCK
    quote = Quote(Span(0, len(text)), content, kind, ATTRIBUTION)
    return Document(text, metadata=METADATA, quotes=(quote,), speakers=(Speaker("Ada Finch", role),)), quote


def test_the_words_are_without_their_marks() -> None:
    assert "It rains." == words_of(*quoted("It rains."))


def test_a_citation_says_who_in_what_from_where_and_when() -> None:
    expected = "“It rains.”\n— Ada Finch, gardener, in “Rain at Last”, The Skarholm Post, 3 May (rain.txt)"

    assert expected == cite(*quoted("It rains."), "rain.txt")


def test_a_citation_keeps_the_marks_of_the_text() -> None:
    assert cite(*quoted("It rains.", marks="»«"), "rain.txt").startswith("»It rains.«\n")


def test_words_without_marks_get_some() -> None:
    assert cite(*quoted("It rains.", marks=""), "rain.txt").startswith("“It rains.”\n")


def test_a_speaker_without_a_role_is_a_name() -> None:
    assert "Ada Finch" == speaker_of(*quoted("It rains.", role=""))


def test_a_quote_of_nobody_is_called_so() -> None:
    document, quote = quoted("It rains.")

    assert "unknown speaker" == speaker_of(document, Quote(quote.span, quote.content, quote.kind))


def test_an_article_that_says_nothing_of_itself_is_its_place() -> None:
    document, quote = quoted("It rains.")

    assert cite(Document(document.text, speakers=document.speakers), quote, "-").endswith("gardener, in -")


def test_markdown_is_a_block_quote_with_its_source() -> None:
    expected = "> It rains.\n>\n> — **Ada Finch**, gardener, in “Rain at Last”, The Skarholm Post, 3 May (rain.txt)"

    assert expected == cite_in_markdown(*quoted("It rains."), "rain.txt")


def test_markdown_keeps_the_lines_of_a_verse() -> None:
    html = MarkdownIt().render(cite_in_markdown(*quoted("Rain,\nrain", marks=""), "rain.txt"))

    assert "<p>Rain,<br />\nrain</p>" in html


@given(
    st.text(st.sampled_from("abc *_`[]()<>#&-+.=~|\\1!:/\"'\n"), min_size=1).filter(
        lambda words: words == words.strip() and not re.search(r"\n\s*\n|[ ]$|^[ ]|[ ]{2}", words, re.MULTILINE)
    )
)
def test_markdown_shows_exactly_the_words(words: str) -> None:
    """Whatever looks like markup in them is text."""
    tokens = MarkdownIt().parse(cite_in_markdown(*quoted(words), "rain.txt"))

    inlines = [token for token in tokens if token.type == "inline"]
    shown = "".join({"softbreak": "\n", "hardbreak": "\n"}.get(c.type, c.content) for c in inlines[0].children or [])

    assert (2, words) == (len(inlines), shown)
