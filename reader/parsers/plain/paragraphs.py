"""Which lines make a paragraph: hard-wrapped ones are joined, verse and addresses keep their lines."""

from __future__ import annotations

from itertools import pairwise, repeat
from typing import NamedTuple

from reader.parsers.plain.lines import Line
from reader.parsers.plain.shape import full_share, is_full
from reader.parsers.plain.words import ends_sentence

_LONG_LINE = 100
_WIDEST = 110
_JOINED_SHARE = 0.6
_LEAST_WIDTH = 40
_LEAST_SMALL_WIDTH = 30
_LONG_FOR_TWO = 50
# case: hard-wrapped-no-blank-lines.txt
# A line this far from the full width, a sentence's end on it, ends a paragraph though no blank line follows.
_SHORT_SHARE = 0.85
_FEWEST_SPACES = 2


class Paragraph(NamedTuple):
    """Lines of one paragraph and whether their line ends are mere wrapping."""

    lines: list[Line]
    is_joined: bool


def split_paragraphs(lines: list[Line], width: int) -> list[Paragraph]:
    """Split lines that have no blank line between them; `width` is where the document wraps, 0 when it does not."""
    if len(lines) == 1:
        return [Paragraph(lines, True)]
    texts = [line.text for line in lines]
    own_width = width or max(map(len, texts))
    starts = _indented_starts(lines)
    if is_wrapped(texts, width) or (starts and is_wrapped(texts, own_width)):
        return [Paragraph(run, True) for run in _cut(lines, starts or _starts_after_short_lines(texts, own_width))]
    if _are_paragraphs(texts):
        return [Paragraph([line], True) for line in lines]
    return [Paragraph(lines, False)]


def is_one_paragraph(texts: list[str], width: int) -> bool:
    """Tell whether lines without indentation are one hard-wrapped paragraph, the usual case in a book."""
    return bool(width) and is_wrapped(texts, width) and not _starts_after_short_lines(texts, width)


def is_wrapped(texts: list[str], width: int) -> bool:
    """Tell whether at least two lines are hard-wrapped: full, or going on in small letters."""
    # case: hard-wrapped.txt, ragged-wrap.txt, verse.txt, address.txt
    pairs = list(pairwise(texts))
    full = sum(map(is_full, texts, texts[1:], repeat(width))) if width else 0
    if full and full >= _JOINED_SHARE * len(pairs):
        return True
    own_width = width or max(map(len, texts))
    small = [line for line, after in pairs if after[0].islower()]
    if (own_width >= _LEAST_SMALL_WIDTH or len(texts) == 2) and small and len(small) >= _JOINED_SHARE * len(pairs):
        return not any(map(ends_sentence, small))
    if width or not pairs:
        return False
    if len(texts) == 2:
        return _LONG_FOR_TWO <= len(texts[0]) <= _LONG_LINE and not ends_sentence(texts[0])
    return _LEAST_WIDTH <= own_width <= _WIDEST and full_share(texts, own_width) >= _JOINED_SHARE


def _are_paragraphs(texts: list[str]) -> bool:
    """Tell whether each line is a paragraph: long ones, or sentences that end where their line does."""
    # case: one-sentence-a-line.txt
    if sum(map(len, texts)) >= _LONG_LINE * len(texts):
        return True
    return all(ends_sentence(text) and len(text) >= _LONG_FOR_TWO for text in texts)


def _indented_starts(lines: list[Line]) -> set[int]:
    """Find the lines that begin a paragraph by their indentation; the fewer lines are the indented ones."""
    indents = [line.indent for line in lines]
    least = min(indents)
    if indents[0] == least < min(indents[1:]):
        return set()  # case: hanging-indent.txt
    # case: indented-first-lines.txt
    starts = {index for index, indent in enumerate(indents) if indent >= least + _FEWEST_SPACES}
    return starts if 0 < len(starts) <= len(lines) // 2 + 1 and len(starts) < len(lines) else set()


def _starts_after_short_lines(texts: list[str], width: int) -> set[int]:
    short = int(width * _SHORT_SHARE)
    if len(min(texts[:-1], key=len)) >= short:
        return set()
    return {
        index
        for index, (line, after) in enumerate(pairwise(texts), start=1)
        if len(line) < short and ends_sentence(line) and not after[0].islower() and not is_full(line, after, short)
    }


def _cut(lines: list[Line], starts: set[int]) -> list[list[Line]]:
    bounds = sorted({0, len(lines)} | starts)
    return [lines[start:end] for start, end in pairwise(bounds)]
