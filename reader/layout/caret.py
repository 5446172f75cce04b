"""Where a caret goes in a text: by characters, words, lines, sentences, paragraphs, quotes. Pure: knows no key.

A caret stands between two characters, before the one whose offset it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from reader.layout.cells import graphemes
from reader.layout.page import Page
from reader.model.blocks import CONTAINERS
from reader.model.document import Document
from reader.model.span import Span

_WORD = re.compile(r"[^\w\s]*\w+(?:['’\-‑]\w+)*|[^\w\s]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|\n\n|$")
_NEAR = 400
"""Characters looked at behind a caret: no word or sentence worth stepping over is longer."""


class Text(NamedTuple):
    """What a caret moves in."""

    document: Document
    page: Page


Motion = Callable[[Text, int, int], int]
"""Leads from an offset to another, `count` steps on or, negative, back."""


def word_at(text: str, offset: int) -> Span:
    """Return the word at an offset, else the next one, else the last character."""
    for word in _WORD.finditer(text, max(0, offset - _NEAR)):
        if word.end() > offset:
            return Span(*word.span())
    return Span(max(0, len(text) - 1), len(text))


def by_characters(where: Text, caret: int, count: int) -> int:
    """Step over what a terminal shows as one character."""
    text = where.document.text
    if count > 0:
        ends = [end for _, end, _ in graphemes(text[caret : caret + _NEAR])]
        return caret + ends[min(count, len(ends)) - 1] if ends else caret
    start = max(0, caret - _NEAR)
    starts = [begin for begin, _, _ in graphemes(text[start:caret])]
    return start + starts[max(count, -len(starts))] if starts else caret


def to_words(where: Text, caret: int, count: int) -> int:
    """Go to the beginning of a word."""
    text = where.document.text
    if count < 0:
        starts = [word.start() for word in _WORD.finditer(text, _word_start(text, caret + _NEAR * count), caret)]
        return starts[max(count, -len(starts))] if starts else 0
    ahead = (word.start() for word in _WORD.finditer(text, _word_start(text, caret)) if word.start() > caret)
    return next(islice(ahead, count - 1, None), len(text))


def to_word_ends(where: Text, caret: int, count: int) -> int:
    """Go behind the end of a word."""
    text = where.document.text
    for _ in range(count):
        word = _WORD.search(text, caret)
        caret = word.end() if word else len(text)
    return caret


def by_lines(where: Text, caret: int, count: int) -> int:
    """Go to the line below or above, as far from its beginning."""
    page = where.page
    if not len(page):
        return 0
    line = page.line_at(caret)
    column = caret - page.line_start(line)
    wanted = min(max(0, line + count), len(page) - 1)
    direction = 1 if count > 0 else -1
    while page.is_blank(wanted) and 0 < wanted < len(page) - 1:
        wanted += direction
    if wanted == line:
        return page.line_start(line) if count < 0 else page.line_end(line)
    return min(page.line_start(wanted) + column, page.line_end(wanted))


def to_line_edge(where: Text, caret: int, count: int) -> int:
    """Go to the beginning of the line, or, forward, to its end."""
    line = where.page.line_at(max(0, caret - 1) if count > 0 else caret)
    return where.page.line_end(line) if count > 0 else where.page.line_start(line)


def to_sentences(where: Text, caret: int, count: int) -> int:
    """Go behind the end of a sentence, or back to where one begins."""
    text = where.document.text
    if count > 0:
        for _ in range(count):
            end = _SENTENCE_END.search(text, _behind_spaces(text, caret))
            caret = end.end() if end else len(text)
        return caret
    for _ in range(-count):
        start = max(0, caret - 4 * _NEAR)
        ends = [end.end() for end in _SENTENCE_END.finditer(text, start, caret)]
        starts = [_behind_spaces(text, end) for end in ends]
        before = [begin for begin in starts if begin < caret]
        caret = before[-1] if before else start
    return caret


def to_paragraphs(where: Text, caret: int, count: int) -> int:
    """Go to the end of a paragraph, or back to where one begins."""
    blocks = [block.span for block in where.document.blocks if block.kind not in CONTAINERS and len(block.span)]
    if count > 0:
        ends = [span.end for span in blocks]
        index = bisect_right(ends, caret) + count - 1
        return ends[min(index, len(ends) - 1)] if ends else caret
    starts = [span.start for span in blocks]
    index = bisect_left(starts, caret) + count
    return starts[max(0, index)] if starts else caret


def to_quotes(where: Text, caret: int, count: int) -> int:
    """Go behind the end of a quote, or back to where one begins."""
    quotes = where.document.quotes
    if count > 0:
        ends = sorted(quote.span.end for quote in quotes)
        index = bisect_right(ends, caret) + count - 1
        return ends[min(index, len(ends) - 1)] if index - count + 1 < len(ends) else caret
    starts = [quote.span.start for quote in quotes]
    index = bisect_left(starts, caret) + count
    return starts[max(0, index)] if bisect_left(starts, caret) else caret


def to_edge(where: Text, caret: int, count: int) -> int:
    """Go to the beginning of the text, or, forward, to its end."""
    return len(where.document.text) if count > 0 else 0


def _word_start(text: str, offset: int) -> int:
    """Return an offset at or before this one with no word across it."""
    offset = max(0, offset)
    while offset > 0 and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _behind_spaces(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
