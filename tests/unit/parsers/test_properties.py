"""What holds for the document of every text, plain or Markdown."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from texts import markdown_texts, plain_texts
from visible import squeeze

from reader.model.blocks import CONTAINERS, BlockKind
from reader.model.document import Document
from reader.parsers import parse
from reader.sources.safe import make_safe
from reader.sources.source import Source

# What plain text marks with signs that are not shown: block quotes and underlined headings.
MARKS = set(">=-~")


def documents() -> st.SearchStrategy[Document]:
    return st.one_of(
        plain_texts().map(lambda text: parse(Source("x", text, "text"))),
        markdown_texts().map(lambda text: parse(Source("x", text, "markdown"))),
    )


@given(plain_texts())
def test_plain_text_shows_every_character_and_no_other(text: str) -> None:
    """What is left out is only the marks of block quotes and underlines."""
    shown = squeeze(parse(Source("x", text, "text")).text)

    assert _left_out(squeeze(text), shown) <= MARKS


@given(plain_texts())
def test_plain_text_leads_every_character_back_to_its_source(text: str) -> None:
    document = parse(Source("x", text, "text"))
    led_back = "".join(
        _at(text, document.source_map.source_offset(offset))
        for offset, character in enumerate(document.text)
        if not character.isspace()
    )

    assert squeeze(document.text) == led_back


@given(plain_texts())
def test_plain_text_puts_a_space_for_a_newline(text: str) -> None:
    document = parse(Source("x", text, "text"))
    pairs = {
        (character, _at(text, document.source_map.source_offset(offset)))
        for offset, character in enumerate(document.text)
        if character == " " and document.source_map.source_offset(offset) is not None
    }

    assert all(white.isspace() for _, white in pairs)


@given(markdown_texts())
def test_markdown_leads_characters_back_to_equal_ones(text: str) -> None:
    document = parse(Source("x", text, "markdown"))
    offsets = [(offset, document.source_map.source_offset(offset)) for offset in range(len(document.text))]
    pairs = {(document.text[offset], text[there]) for offset, there in offsets if there is not None}

    assert {(one, other) for one, other in pairs if one != other} <= {(" ", "\n")}


@given(documents())
def test_spans_lie_inside_the_text(document: Document) -> None:
    spans = [block.span for block in document.blocks] + [inline.span for inline in document.inlines]

    assert all(span.end <= len(document.text) for span in spans)


@given(documents())
def test_blocks_nest_and_follow_each_other(document: Document) -> None:
    """A block lies in the container one level above it and starts behind the one before it."""
    around = []
    for block in document.blocks:
        del around[block.depth :]
        assert len(around) == block.depth
        assert all(outer.kind in CONTAINERS and outer.span.covers(block.span) for outer in around)
        around.append(block)
    starts = [block.span.start for block in document.blocks]
    assert sorted(starts) == starts


@given(documents())
def test_leaves_hold_all_visible_text(document: Document) -> None:
    held = [False] * len(document.text)
    for block in document.blocks:
        span = block.label if block.kind in CONTAINERS else block.span
        if span:
            held[span.start : span.end] = [True] * len(span)
    free = [character for character, is_held in zip(document.text, held, strict=True) if not is_held]

    assert [] == [character for character in free if not character.isspace()]


@given(documents())
def test_no_document_begins_or_ends_with_a_blank_line(document: Document) -> None:
    """Code alone keeps the blank lines it begins with."""
    assume(not any(block.kind is BlockKind.CODE for block in document.blocks))

    assert document.text == document.text.strip("\n")


@given(documents())
def test_nothing_shown_can_steer_a_terminal(document: Document) -> None:
    """Entities of Markdown stand for control codes too."""
    targets = [inline.target for inline in document.inlines]
    infos = [block.info for block in document.blocks]
    shown = [document.text, *targets, *infos, document.metadata.title, *document.warnings]

    assert shown == [make_safe(text) for text in shown]


@given(documents())
def test_sections_cover_their_headings(document: Document) -> None:
    assert all(section.span.covers(section.heading) for section in document.sections)


@pytest.mark.parametrize("format", ["text", "markdown"])
@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "x", "\u00a0", "-", ">", "#", "1."])
def test_tiny_texts_parse(text: str, format: str) -> None:
    document = parse(Source("x", text, format))

    assert set(squeeze(document.text)) <= {*text, "•"}


@pytest.mark.parametrize("sign", [*"'‘’“”\"«»„.,:;!?()[]{}<>|/\\*_~`^=+-–—…•·#$%&@0 ", "I", "''", "‘’", "Q:", "(a)"])
def test_a_line_of_one_sign_is_shown(sign: str) -> None:
    """Before a paragraph, where it could be a heading, and as the first line."""
    text = f"{sign}\n\nThe ferry came.\n\n{sign}\n\nThe ferry went, and nobody on the quay waved to it.\n"

    assert _left_out(squeeze(text), squeeze(parse(Source("x", text, "text")).text)) <= MARKS


def _left_out(source: str, shown: str) -> set[str]:
    """Return the characters of the source that are not shown; every shown one must come from it, in order."""
    left_out = set()
    offset = 0
    for character in shown:
        end = source.index(character, offset)
        left_out |= set(source[offset:end])
        offset = end + 1
    return left_out | set(source[offset:])


def _at(text: str, offset: int | None) -> str:
    return "" if offset is None else text[offset]
