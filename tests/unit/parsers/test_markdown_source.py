"""Where the words of a Markdown document stand in its source, and what goes with it."""

from __future__ import annotations

import pytest

from reader.model.document import Document
from reader.model.span import Span
from reader.parsers import parse
from reader.sources.source import Source


def parse_markdown(text: str) -> Document:
    return parse(Source("x.md", text, "markdown"))


def source_of(words: str, text: str) -> Span | None:
    """Lead words of the document back to the source."""
    document = parse_markdown(text)
    start = document.text.index(words)
    return document.source_map.to_source(Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("ferry", "The *ferry* came."),
        ("came back", "# The ferry\n\n> it came back\n"),
        ("it", "[the bit](http://it.org/it 'it') it"),
        ("bell", "![a bell](bell.png)"),
        ("120", "| Boat | Fish |\n|--|--|\n| A | 120 |\n"),
        ("print(1)", "```python\nprint(1)\n```\n"),
        ("print(1)", "- item\n\n      print(1)\n"),
        ("& so", "<p>fish & so on</p>"),
        ("*", "not \\*emphasis"),
        ("ship", "---\ntitle: The ship\n---\nThe ship came.\n"),
    ],
)
def test_words_are_found_verbatim(words: str, text: str) -> None:
    there = source_of(words, text)

    assert there is not None
    assert words == there.cut(text)


def test_word_of_a_link_is_not_found_in_its_target() -> None:
    assert source_of("it", "[a](http://it.org) it") == Span(19, 21)


def test_word_of_a_marked_link_is_not_found_in_its_target() -> None:
    assert source_of("it", "[**a**](http://it.org) it") == Span(23, 25)


def test_word_behind_a_footnote_in_place_is_not_found_in_it() -> None:
    assert source_of("it", "so^[for it] it") == Span(12, 14)


def test_front_matter_is_not_where_the_text_stands() -> None:
    assert source_of("ship", "---\ntitle: The ship\n---\nThe ship came.\n") == Span(28, 32)


def test_words_over_a_line_break_cover_the_marks_between() -> None:
    text = "> the old\n> ferry\n"
    there = source_of("old ferry", text)

    assert there is not None
    assert there.cut(text) == "old\n> ferry"


def test_entity_has_no_offset_of_its_own() -> None:
    assert source_of("©", "&copy; 2025") is None


def test_entity_is_near_the_words_before_it() -> None:
    document = parse_markdown("one\n\ntwo &copy;\n")

    assert document.source_map.nearest_source_offset(document.text.index("©")) == 8


def test_unused_footnote_is_a_warning() -> None:
    document = parse_markdown("Text.\n\n[^x]: Nobody asks.\n")

    assert document.warnings == ("The footnote “x” is not shown: nothing refers to it.",)


def test_markup_of_other_programs_is_text() -> None:
    assert parse_markdown("[bold]text[/bold] {x}").text == "[bold]text[/bold] {x}"


@pytest.mark.parametrize("depth", [49, 51, 400, 5000])
def test_deep_block_quotes_lose_nothing(depth: int) -> None:
    assert parse_markdown("> " * depth + "deep").text.endswith("deep")


@pytest.mark.parametrize("text", ["[" * 3000, "![" * 2000, "*a " * 5000, "<" * 5000, "a " + "`" * 5000, "[a](" * 2000])
def test_unclosed_marks_are_text(text: str) -> None:
    assert "".join(text.split()) == "".join(parse_markdown(text).text.split())
