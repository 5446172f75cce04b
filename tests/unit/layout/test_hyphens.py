"""Parting words and putting lines apart: the text stays what it is, and no line is too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.cells import cell_len
from reader.layout.hyphens import Hyphens, positions_in
from reader.layout.page import Page
from reader.layout.wrap import wrap
from reader.model.document import Document
from reader.parsers import parse
from reader.sources.source import Source

SOFT = "\N{SOFT HYPHEN}"
LONG = "The extraordinary circumstances surrounding yesterday’s announcement embarrassed everybody responsible. "


def document_of(text: str, format: str = "text") -> Document:
    return parse(Source("a", text, format))


def shown(page: Page) -> list[str]:
    """The lines as they are drawn, with their hyphens."""
    lines = []
    for number in range(len(page)):
        line = page.line(number)
        words = "".join(piece.span.cut(page.document.text) for piece in line.pieces)
        lines.append(words + "-" * line.is_parted)
    return lines


def test_words_are_parted_where_their_language_parts_them() -> None:
    lines = shown(Page(document_of(LONG * 3), 30, hyphenation=True))

    assert [line for line in lines if line.endswith("-")]
    assert all(
        len(line.split()[-1]) - 1 in positions_in(_word_with(line.split()[-1][:-1]), "en")
        for line in lines
        if line.endswith("-")
    )


def _word_with(beginning: str) -> str:
    return next(word.strip("’s.") for word in LONG.split() if word.startswith(beginning))


def test_lines_are_fuller_for_it() -> None:
    text = document_of(LONG * 20)

    assert len(Page(text, 30, hyphenation=True)) < len(Page(text, 30))


def test_german_is_parted_as_german() -> None:
    text = (
        "Die Hafenmeisterin und der Schiffskapitän sind nicht einig, und das ist mit der Zeit nicht besser geworden. "
    )
    lines = shown(Page(document_of(text * 3), 24, hyphenation=True))

    assert any(line.endswith("-") for line in lines)


def test_a_word_with_soft_hyphens_is_parted_there_and_the_hyphen_is_one() -> None:
    text = f"a few words and an extraor{SOFT}dinarily{SOFT}long one"
    hyphens = Hyphens("en")
    lines = [text[start:end] for start, end in wrap(text, 0, len(text), 28, hyphens=hyphens)]

    assert ["a few words and an extraor", f"dinarily{SOFT}long one"] == lines
    assert {text.index(SOFT)} == hyphens.parted


@pytest.mark.parametrize("words", ["https://example.org/circumstances", "someone@circumstances.example", "un"])
def test_addresses_and_short_words_stay_whole(words: str) -> None:
    assert None is Hyphens("en").part(words, 0, len(words), 12)


def test_titles_headings_and_code_stay_whole() -> None:
    text = f"# {LONG}\n\n## {LONG}\n\n```\n{LONG}\n```\n"

    assert not any(line.endswith("-") for line in shown(Page(document_of(text, "markdown"), 24, hyphenation=True)))


def test_nothing_is_parted_unless_asked_for() -> None:
    page = Page(document_of(LONG * 5), 20)

    assert not any(page.line(number).is_parted for number in range(len(page)))


@given(
    st.lists(
        st.sampled_from(["circumstances ", "extraordinary", "announcement ", "é", "字", SOFT, " ", "-", "a ", "\n\n"])
    ).map("".join),
    st.integers(8, 40),
    st.integers(1, 2),
)
def test_no_character_is_lost_and_no_line_too_wide(text: str, width: int, spacing: int) -> None:
    page = Page(document_of(text), width, spacing=spacing, hyphenation=True)
    drawn = shown(page)
    words = "".join(line[:-1] if page.line(number).is_parted else line for number, line in enumerate(drawn))

    assert _bare(page.document.text) == _bare(words)
    assert all(cell_len(line.replace(SOFT, "")) <= page.width for line in drawn)


def _bare(text: str) -> str:
    return "".join(text.replace(SOFT, "").split())


@given(st.text(st.sampled_from("abc \n"), max_size=200), st.integers(8, 40))
def test_spaced_lines_are_the_same_lines(text: str, width: int) -> None:
    document = document_of(text)
    close, apart = Page(document, width), Page(document, width, spacing=2)

    assert [line for line in shown(close) if line] == [line for line in shown(apart) if line]


def test_between_two_spaced_lines_one_is_free_and_between_paragraphs_two() -> None:
    page = Page(document_of("One two three.\n\nFour."), 8, spacing=2)

    assert ["One two", "", "three.", "", "", "Four."] == shown(page)


@given(st.text(st.sampled_from("abcdefg \n"), max_size=300), st.integers(8, 40), st.data())
def test_an_offset_is_on_the_line_that_shows_it(text: str, width: int, data: st.DataObject) -> None:
    document = document_of(text)
    page = Page(document, width, spacing=2, hyphenation=True)
    number = data.draw(st.integers(0, max(0, len(page) - 1)))

    if len(page) and not page.is_blank(number):
        assert number == page.line_at(page.line_start(number))
