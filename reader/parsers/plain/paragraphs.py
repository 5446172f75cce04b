"""Which lines make a paragraph: hard-wrapped ones are joined, verse and addresses keep their lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from reader.parsers.plain.lines import Line
from reader.parsers.plain.shape import is_full
from reader.parsers.plain.words import ends_sentence

_LONG_LINE = 100
_JOINED_SHARE = 0.6
_LEAST_WIDTH = 40
_LONG_FOR_TWO = 50
# A line this far from the full width, a sentence's end on it, ends a paragraph though no blank line follows.
_SHORT_SHARE = 0.85
_FEWEST_SPACES = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one paragraph and whether their line ends are mere wrapping."""

    lines: list[Line]
    is_joined: bool


def split_paragraphs(lines: list[Line], width: int) -> list[Paragraph]:
    """Split lines that have no blank line between them; `width` is where the document wraps, 0 when it does not."""
    if len(lines) == 1:
        return [Paragraph(lines, True)]
    own_width = width or max(len(line.text) for line in lines)
    starts = _indented_starts(lines)
    if _is_wrapped(lines, width) or (starts and _is_wrapped(lines, own_width)):
        return [Paragraph(run, True) for run in _cut(lines, starts or _starts_after_short_lines(lines, own_width))]
    if _are_paragraphs(lines):
        return [Paragraph([line], True) for line in lines]
    return [Paragraph(lines, False)]


def is_wrapped_prose(lines: list[Line], width: int) -> bool:
    """Tell whether at least two lines are one hard-wrapped paragraph."""
    return len(lines) > 1 and _is_wrapped(lines, width)


def _is_wrapped(lines: list[Line], width: int) -> bool:
    texts = [line.text for line in lines]
    pairs = list(pairwise(texts))
    lower = sum(after[0].islower() for _, after in pairs)
    if lower >= _JOINED_SHARE * len(pairs) and not any(
        ends_sentence(line) for line, after in pairs if after[0].islower()
    ):
        return True
    if len(lines) == 2 and not width:
        return _LONG_FOR_TWO <= len(texts[0]) <= _LONG_LINE and not ends_sentence(texts[0])
    own_width = width or max(map(len, texts))
    if not _LEAST_WIDTH <= own_width <= _LONG_LINE + 10:
        return False
    return sum(is_full(line, after, own_width) for line, after in pairs) >= _JOINED_SHARE * len(pairs)


def _are_paragraphs(lines: list[Line]) -> bool:
    """Tell whether each line is a paragraph: long ones, or sentences that end where their line does."""
    if sum(len(line.text) for line in lines) >= _LONG_LINE * len(lines):
        return True
    return all(ends_sentence(line.text) and len(line.text) >= _LONG_FOR_TWO for line in lines)


def _indented_starts(lines: list[Line]) -> set[int]:
    """Find the lines that begin a paragraph by their indentation; the fewer lines are the indented ones."""
    least = min(line.indent for line in lines)
    if lines[0].indent == least < min(line.indent for line in lines[1:]):
        return set()  # case: hanging-indent.txt
    starts = {index for index, line in enumerate(lines) if line.indent >= least + _FEWEST_SPACES}
    return starts if 0 < len(starts) <= len(lines) // 2 + 1 and len(starts) < len(lines) else set()


def _starts_after_short_lines(lines: list[Line], width: int) -> set[int]:
    starts = set()
    for index, (line, after) in enumerate(pairwise(lines)):
        is_short = not is_full(line.text, after.text, int(width * _SHORT_SHARE))
        if is_short and ends_sentence(line.text) and not after.text[0].islower():
            starts.add(index + 1)
    return starts


def _cut(lines: list[Line], starts: set[int]) -> list[list[Line]]:
    bounds = sorted({0, len(lines)} | starts)
    return [lines[start:end] for start, end in pairwise(bounds)]
