"""Lines of pages to paragraphs and headings: told by size, weight, gaps and indents, as an eye does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

_BULLET = re.compile(r"([•●◦‣▪▫■□○∙·\uf0b7\uf0a7\u2013\u2014-]|\d{1,3}[.)]|\(\w\))\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:][”’\"')\]»]*$")
_PAGE_NUMBER = re.compile(r"(?:page |[-–—|] ?)?\d{1,4}(?: ?[-–—|]| ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LARGER, _SMALLER = 1.12, 0.9
_LONGEST_HEADING = 200
_MARGIN_SHARE = 0.12
_LEAST_REPEATS = 3
_LEAST_PAGES_SHARE = 0.2
# PDFium writes these for a hyphen at the end of a line.
_HYPHENS = ("\x02", "\ufffe", "\u00ad", "-", "‐")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; lengths are in points, from the lower left corner."""

    page: int
    words: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)
    level: int = 0
    """Of a heading: 1 is the title; 0 for a paragraph."""
    is_item: bool = False


def find_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Put lines together to paragraphs, running heads and page numbers left out."""
    if not lines:
        return []
    size = _usual_size(lines)
    lines = list(_without_margins(lines, size)) or lines
    bold_share = sum(len(line.words) for line in lines if line.is_bold) / sum(len(line.words) for line in lines)
    page = _Shape(size, _pitch(lines, size), bold_share > 0.5, _right_edge(lines, size))
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and page.goes_on(paragraphs[-1], line):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line], is_item=bool(_BULLET.match(line.words)) and page.is_body(line)))
    _set_levels(paragraphs, page)
    return paragraphs


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is usual in this document."""

    size: float
    pitch: float
    is_bold: bool
    right: float

    def is_body(self, line: Line) -> bool:
        return line.size < self.size * _LARGER and (self.is_bold or not line.is_bold)

    def is_heading(self, paragraph: Paragraph) -> bool:
        words = sum(len(line.words) for line in paragraph.lines)
        first = paragraph.lines[0]
        if self.is_body(first) or words > _LONGEST_HEADING or paragraph.is_item:
            return False
        is_larger = first.size >= self.size * _LARGER
        return is_larger or not _SENTENCE_END.search(paragraph.lines[-1].words)

    def goes_on(self, paragraph: Paragraph, line: Line) -> bool:
        """Tell whether a line belongs to the paragraph before it."""
        before = paragraph.lines[-1]
        # A line in bold that does not go on a sentence begins something else.
        if abs(line.size - before.size) > 0.6 or (line.is_bold != before.is_bold and not self._is_run_on(before)):
            return False
        ends = paragraph.is_item or not self._is_run_on(before) or not self._is_full(before)
        if ends and _BULLET.match(line.words):
            return False
        if line.page != before.page:
            return self._is_run_on(before) and self.is_body(before) and line.words[0].islower()
        gap = before.bottom - line.bottom
        if gap <= 0:  # a new column, or a line that goes on at the same height
            return self._is_run_on(before) if gap < -2 * self.pitch else True
        if gap > self.pitch * 1.4 * max(1.0, line.size / self.size):
            return False
        return not self._is_indented(paragraph, line) and not self._has_ended(before)

    def _is_run_on(self, before: Line) -> bool:
        return not _SENTENCE_END.search(before.words)

    def _is_indented(self, paragraph: Paragraph, line: Line) -> bool:
        """Tell whether a line begins further in than the one before, which was not a first line itself."""
        before = paragraph.lines[-1]
        inward = line.left - before.left
        return (
            not paragraph.is_item
            and self.size * 0.8 < inward < self.size * 5
            and bool(_SENTENCE_END.search(before.words))
        )

    def _is_full(self, line: Line) -> bool:
        return line.right > self.right - self.size * 8

    def _has_ended(self, before: Line) -> bool:
        return not self._is_full(before) and bool(_SENTENCE_END.search(before.words)) and self.is_body(before)


def _usual_size(lines: Sequence[Line]) -> float:
    letters = Counter[float]()
    for line in lines:
        letters[round(line.size, 1)] += len(line.words)
    return letters.most_common(1)[0][0]


def _pitch(lines: Sequence[Line], size: float) -> float:
    gaps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if before.page == line.page and abs(line.size - size) < 0.6 and 0 < before.bottom - line.bottom < size * 3
    ]
    return median(gaps) if gaps else size * 1.3


def _right_edge(lines: Sequence[Line], size: float) -> float:
    edges = sorted(line.right for line in lines if abs(line.size - size) < 0.6)
    return edges[len(edges) * 9 // 10] if edges else 0.0


def _without_margins(lines: Sequence[Line], size: float) -> Iterator[Line]:
    """Leave out page numbers, and what stands at the head or the foot of page after page and is no heading."""
    high = max((line.top for line in lines), default=0)
    low = min((line.bottom for line in lines), default=0)
    margin = (high - low) * _MARGIN_SHARE

    def is_marginal(line: Line) -> bool:
        return line.top > high - margin or line.bottom < low + margin

    repeated = Counter(_DIGITS.sub("#", line.words) for line in lines if is_marginal(line))
    least = max(_LEAST_REPEATS, len({line.page for line in lines}) * _LEAST_PAGES_SHARE)
    for line in lines:
        is_number = _PAGE_NUMBER.fullmatch(line.words) and line.bottom < low + margin
        is_running = is_marginal(line) and line.size < size * _LARGER
        if not is_number and not (is_running and repeated[_DIGITS.sub("#", line.words)] >= least):
            yield line


def _set_levels(paragraphs: Sequence[Paragraph], page: _Shape) -> None:
    """Rank the headings by size, larger ones above; the title is the largest, and the first."""
    headings = [paragraph for paragraph in paragraphs if page.is_heading(paragraph)]
    sizes = sorted({round(heading.lines[0].size) for heading in headings}, reverse=True)
    largest = [heading for heading in headings if sizes and round(heading.lines[0].size) == sizes[0]]
    has_title = len(largest) == 1 and any(largest[0] is paragraph for paragraph in paragraphs[:4])
    for heading in headings:
        rank = sizes.index(round(heading.lines[0].size))
        heading.level = rank + (1 if has_title else 2)


def text_of(paragraph: Paragraph, known: Counter[str]) -> str:
    """Join the lines of a paragraph; a hyphen goes where the word is known without it, or looks like it."""
    text = paragraph.lines[0].words
    for line in paragraph.lines[1:]:
        text = _joined(text, line.words, known)
    return text


def _joined(text: str, following: str, known: Counter[str]) -> str:
    if not text.endswith(_HYPHENS):
        return f"{text} {following}"
    head, _, last = text[:-1].rpartition(" ")
    first = re.match(r"\w*", following)
    first_word = first[0] if first else ""
    apart = f"{last}-{following}"
    is_word = last.isalpha() and first_word.islower() and not known[f"{last}-{first_word}".casefold()]
    return f"{head} {last + following if is_word else apart}".lstrip()


def known_words(lines: Sequence[Line]) -> Counter[str]:
    """Count the words with hyphens that stand inside lines."""
    return Counter(word.casefold() for line in lines for word in re.findall(r"\w+-\w+", line.words))


def label_of(text: str) -> tuple[str, str]:
    """Cut the bullet or number from the text of an item."""
    match = _BULLET.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)
