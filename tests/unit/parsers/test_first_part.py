"""The head of a big source parses as the whole does, but for its last block."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from texts import markdown_texts, plain_texts

from reader.model.document import Document
from reader.parsers import first_part, parse
from reader.parsers.parts import HEAD_CHARACTERS
from reader.sources.source import Source

NOVELS = Path(__file__).parents[4] / "shared" / "corpora" / "pdnc-dev.jsonl"
PARAGRAPH = "The boats came in late that evening, and the harbour master counted them twice before he wrote."
BIG = 3 * HEAD_CHARACTERS


def text_but_for_last_block(document: Document) -> str:
    last = [block for block in document.blocks if block.depth == 0][-1]
    return document.text[: last.span.start]


def grow(text: str) -> str:
    """Repeat a text, a paragraph before each time, until it is big enough to be cut."""
    piece = f"{PARAGRAPH}\n\n{PARAGRAPH}\n\n{text}\n\n"
    return piece * (BIG // len(piece) + 1)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.tuples(plain_texts(), st.just("text")), st.tuples(markdown_texts(), st.just("markdown"))))
def test_head_is_a_prefix_of_the_whole(shape: tuple[str, str]) -> None:
    text, format = shape
    source = Source("x", grow(text), format)
    head = first_part(source, 1)
    assume(head is not None)
    assert head is not None

    assert parse(source).text.startswith(text_but_for_last_block(parse(head)))


@pytest.mark.skipif(not NOVELS.exists(), reason="needs ../shared/corpora/pdnc-dev.jsonl")
@pytest.mark.parametrize("characters", [20_000, 31_000, 77_000])
def test_head_of_a_novel_is_a_prefix(characters: int) -> None:
    for line in NOVELS.read_text(encoding="utf-8").splitlines():
        source = Source("novel", json.loads(line)["text"], "text")
        head = first_part(source, characters)

        assert head is None or parse(source).text.startswith(text_but_for_last_block(parse(head)))


def test_small_source_has_no_first_part() -> None:
    assert first_part(Source("x", PARAGRAPH, "text")) is None


def test_head_ends_behind_a_paragraph() -> None:
    head = first_part(Source("x", grow(""), "text"))

    assert head is not None
    assert head.text.endswith(PARAGRAPH + "\n")


def test_head_does_not_end_in_a_code_fence() -> None:
    fenced = "```\n" + grow("code") + "```\n\n"
    head = first_part(Source("x", fenced + grow("prose"), "markdown"))

    assert head is not None
    assert head.text.startswith(fenced)


def test_source_whose_head_needs_a_definition_of_the_rest_is_not_cut() -> None:
    assert first_part(Source("x", grow("[the report][r]") + "\n[r]: http://example.org\n", "markdown")) is None


def test_definitions_the_head_does_not_use_do_not_matter() -> None:
    assert first_part(Source("x", grow("prose") + "\n[r]: http://example.org\n", "markdown"))


def test_source_with_footnotes_is_not_cut() -> None:
    """Footnotes stand at the end of a document, so that its head would not be a prefix."""
    assert first_part(Source("x", grow("a[^1]") + "\n[^1]: note\n", "markdown")) is None


def test_one_endless_line_is_not_cut() -> None:
    assert first_part(replace(Source("x", "", "text"), text="word " * BIG)) is None
