"""What a document's head tells about all of it: is it hard-wrapped, a line a paragraph, a transcript?

Decided from the first `HEAD_CHARACTERS` alone, so that the head of a big file parses as the whole does.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from reader.parsers.parts import HEAD_CHARACTERS
from reader.parsers.plain.turns import TurnStyle, find_turn_styles, find_voices

_LEAST_WIDTH, _GREATEST_WIDTH = 36, 110
_LONG_LINE = 120
_FULL_SHARE = 0.6
_LONGEST_QUESTION, _LEAST_ANSWER = 80, 60


class Shape(NamedTuple):
    """How the lines of a document stand for its blocks."""

    width: int = 0
    """The width its paragraphs are wrapped at, 0 when they are not."""
    is_line_a_paragraph: bool = False
    """Paragraphs are long lines with no blank line between them."""
    turn_styles: frozenset[TurnStyle] = frozenset()
    voices: frozenset[str] = frozenset()
    """The turns' labels that come back in the head."""
    has_questions: bool = False
    """Several questions stand between the paragraphs as headings."""
    indent: int = 0
    """The indentation most lines share."""


def find_shape(text: str) -> Shape:
    """Look at the head of a text."""
    head = text[:HEAD_CHARACTERS]
    # The window may cut a line in two, and half a line tells nothing.
    raw = (head[: head.rfind("\n")] if len(text) > len(head) else head).split("\n")
    lines = [line.strip() for line in raw]
    turn_styles = find_turn_styles(lines)
    return Shape(
        width=_wrap_width(lines),
        is_line_a_paragraph=_is_line_a_paragraph(lines),
        turn_styles=turn_styles,
        voices=find_voices(lines, turn_styles) if turn_styles else frozenset(),
        has_questions=_has_questions(lines),
        indent=_usual_indent(raw),
    )


def is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the following line would not have fitted behind this one."""
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def full_share(lines: list[str], width: int) -> float:
    """Return the share of the lines, the last left out, that are full."""
    return sum(map(is_full, lines, lines[1:], [width] * (len(lines) - 1))) / (len(lines) - 1)


def _wrap_width(lines: list[str]) -> int:
    """Find the width of the lines that have another line right behind them, if most of these are full."""
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    # Lists, verse and headers are short-lined; what is wrapped shows in the longer lines.
    pairs = [(line, after) for line, after in pairs if len(line) >= _LEAST_WIDTH]
    if len(pairs) < 2:
        return 0
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    if width > _GREATEST_WIDTH:
        return 0
    full = sum(is_full(line, after, width) for line, after in pairs)
    return width if full >= _FULL_SHARE * len(pairs) else 0


def _is_line_a_paragraph(lines: list[str]) -> bool:
    # case: line-a-paragraph.txt
    pairs = [max(len(line), len(after)) for line, after in pairwise(lines) if line and after]
    long = sum(length > _LONG_LINE for length in pairs)
    return long > 0 and long * 2 >= len(pairs)


def _has_questions(lines: list[str]) -> bool:
    """Tell whether at least two short questions stand alone before longer text."""
    # case: questions-as-headings.txt, rhetorical-question.txt
    texts = [line for line in lines if line]
    pairs = [(line, after) for line, after in pairwise(texts) if line.endswith("?") and len(line) <= _LONGEST_QUESTION]
    return sum(len(after) >= _LEAST_ANSWER and line[0].isupper() for line, after in pairs) >= 2


def _usual_indent(raw: list[str]) -> int:
    indents = Counter(len(line) - len(line.lstrip()) for line in raw if not line.isspace() and line)
    return indents.most_common(1)[0][0] if indents else 0
