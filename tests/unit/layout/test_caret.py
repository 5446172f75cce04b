"""Where a caret goes: never out of the text, and never back when it is asked on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout import caret as motions
from reader.layout.caret import Motion, Text, word_at
from reader.layout.page import Page
from reader.parsers import parse
from reader.sources.source import Source

MOTIONS = (
    motions.by_characters, motions.to_words, motions.to_word_ends, motions.by_lines, motions.to_line_edge,
    motions.to_sentences, motions.to_paragraphs, motions.to_quotes, motions.to_edge,
)  # fmt: skip
WORDS = st.text(st.sampled_from("ab é“”.!’ \n"), max_size=120)
BACK = tuple(motion for motion in MOTIONS if motion is not motions.to_word_ends)


def text_of(words: str, width: int = 20) -> Text:
    document = parse(Source("a.txt", words, "text"))
    return Text(document, Page(document, width))


@pytest.mark.parametrize(
    ("offset", "word"), [(0, "“You"), (2, "“You"), (5, "hear"), (4, "hear"), (10, "don’t"), (15, ".”"), (99, "”")]
)
def test_the_word_at_an_offset(offset: int, word: str) -> None:
    text = "“You hear don’t.”"

    assert word == word_at(text, offset).cut(text)


def test_a_word_on_is_where_the_next_one_begins() -> None:
    assert 4 == motions.to_words(text_of("The ferry sails."), 0, 1)


def test_a_word_back_is_where_one_begins() -> None:
    assert 4 == motions.to_words(text_of("The ferry sails."), 10, -1)


def test_a_character_is_what_the_terminal_shows_as_one() -> None:
    assert 2 == motions.by_characters(text_of("e\u0301 said."), 0, 1)


@given(
    WORDS,
    st.sampled_from(MOTIONS),
    st.integers(0, 130),
    st.integers(1, 9),
)
def test_on_leads_on_and_not_out(words: str, motion: Motion, offset: int, count: int) -> None:
    where = text_of(words)
    offset = min(offset, len(where.document.text))
    caret = motion(where, offset, count)

    assert 0 <= caret <= len(where.document.text)
    assert caret >= offset or motion in {motions.by_lines, motions.to_line_edge, motions.to_paragraphs}


@given(
    WORDS,
    st.sampled_from(BACK),
    st.integers(0, 130),
    st.integers(1, 9),
)
def test_back_leads_back_and_not_out(words: str, motion: Motion, offset: int, count: int) -> None:
    where = text_of(words)
    offset = min(offset, len(where.document.text))
    caret = motion(where, offset, -count)

    assert 0 <= caret <= offset or motion in {motions.by_lines, motions.to_paragraphs}
