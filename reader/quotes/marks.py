"""Where quotation marks open and close in one passage. Knows typography, not language.

Only the outermost marks are reported; what is quoted inside a quotation belongs to it. Apostrophes, inches,
feet and decades are no marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# “‹U+202E›” is how a control is shown (`sources.safe`), no quotation.
_MARK = re.compile(r"[“”„‟\"«»「」『』]|``|''|‘‘|’’|[‘’‚']|‹(?!U\+[0-9A-F]{4,6}›)|(?<!U\+[0-9A-F]{4})›")
_OPENS_BEFORE = frozenset(" \t\n\xa0\u2009\u202f([{—–-―/…:;,>*_|\u200b\ufeff¿¡")
_ELIDED = re.compile(
    r"['‘’](?:em|til|till|tis|twas|twere|twill|cause|n|bout|round|cuz|nuff|ere|neath|gainst|tain|\d\ds?)\b",
    re.IGNORECASE,
)
_DECADE = re.compile(r"['‘’]\d\ds?\b")
_SPACE = " \t\n\xa0\u2009\u202f"
# A closing single mark further off than this is another quotation's.
_LONGEST_SINGLE = 6000
# So many opening marks without a closing one are apostrophes of a dialect, and no quotation.
_MOST_OPENINGS = 12


@dataclass(frozen=True, slots=True)
class MarkSpan:
    """A stretch in quotation marks: `open` to `close` with the marks, `start` to `end` without."""

    open: int
    start: int
    end: int
    close: int
    closed: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    sign: str
    side: str
    """“o” can only open, “c” only close, “?” either."""


def find_marks(text: str, start: int, end: int, *, singles: bool = False) -> list[MarkSpan]:
    """Find the outermost quotations in marks between two offsets of one passage, in order.

    `singles` says that the document's outer marks are single ones, so that an opening one may stay open.
    """
    marks = [
        _judge(text, match.start(), match.end(), start, end)
        for match in _MARK.finditer(text, start, end)
        if not _is_apostrophe(text, match, start, end)
    ]
    if not marks:
        return []
    spans: list[MarkSpan] = []
    index = 0
    while index < len(marks):
        span, index = _open_span(text, marks, index, end, singles and not spans)
        if span is not None and any(map(str.isalnum, text[span.start : span.end])):
            spans.append(span)
    return spans


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Tell whether a passage begins with a mark that may open a quotation."""
    match = _MARK.match(text, start, end)
    return match is not None and match.group() not in "”’»›」』" and not _ELIDED.match(text, start)


def _is_apostrophe(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell the sign between two letters, which is most of what looks like a mark."""
    first = match.start()
    return match[0] in "’'" and start < first and first + 1 < end and text[first - 1 : first + 2 : 2].isalpha()


def _judge(text: str, start: int, end: int, first: int, last: int) -> _Mark:
    sign = text[start:end]
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    return _Mark(start, end, sign, _side(sign, before, after))


def _side(sign: str, before: str, after: str) -> str:
    if sign in "«‹" and after in _SPACE and (before in _SPACE or before in "([—–-"):
        return "o"  # French: « mot »
    if sign in "»›" and before in _SPACE and not after.isalnum():
        return "c"
    if sign in "「『":
        return "o"
    if sign in "」』":
        return "c"
    after_space, before_space = after in _SPACE, before in _SPACE
    if before_space and not after_space:
        return "o"
    if after_space and not before_space:
        return "c"
    if before in "([{/¿¡":
        return "o"
    if sign in ("”", "’’") or (sign in "“„``‘‘" and not before.isalnum()):
        return "c" if sign in ("”", "’’") else "o"
    if not after.isalnum() and (before.isalnum() or before in ".,!?;…'’%)"):
        return "c"
    if after.isalnum() and not before.isalnum() and before not in ".,!?;'’":
        return "o"
    return "?"


def _open_span(text: str, marks: list[_Mark], index: int, end: int, may_stay_open: bool) -> tuple[MarkSpan | None, int]:
    mark = marks[index]
    if mark.sign in "'‘’‚":
        return _single(text, marks, index, end, may_stay_open)
    if mark.side == "c" or _is_inch(text, mark):
        return None, index + 1
    return _double(text, marks, index, end)


def _is_inch(text: str, mark: _Mark) -> bool:
    return mark.sign in ('"', "”", "''") and mark.start > 0 and text[mark.start - 1].isdigit()


def _double(text: str, marks: list[_Mark], index: int, end: int) -> tuple[MarkSpan, int]:
    opening = marks[index]
    closers = _closers(opening.sign)
    depth = 0
    for number in range(index + 1, len(marks)):
        mark = marks[number]
        if mark.sign in closers and mark.side != "o":
            if _is_inch(text, mark) and _closes_later(marks, number, closers):
                continue
            if depth:
                depth -= 1
                continue
            return _span(text, opening, mark.start, mark.end, True), number + 1
        if _family(mark.sign) == _family(opening.sign) and mark.side == "o":
            if _is_nested(marks, number, closers):
                depth += 1
                continue
            return _span(text, opening, mark.start, mark.start, False), number
    return _span(text, opening, end, end, False), len(marks)


def _closers(sign: str) -> tuple[str, ...]:
    return _CLOSERS[sign]


_CLOSERS: dict[str, tuple[str, ...]] = {
    '"': ('"', "”", "“"),
    "“": ("”", '"', "“"),
    "”": ("”", '"'),
    "„": ("“", "”", '"', "‟"),
    "‟": ("”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "『": ("』",),
    "``": ("''", "”", '"'),
    "''": ("''",),
    "‘‘": ("’’", "''"),
    "’’": ("’’",),
}


def _family(sign: str) -> str:
    return _FAMILY.get(sign, sign)


_FAMILY = {"“": '"', "”": '"', "„": '"', "‟": '"', "``": "''", "‘‘": "''", "’’": "''", "»": "«"}


def _closes_later(marks: list[_Mark], number: int, closers: tuple[str, ...]) -> bool:
    following = marks[number + 1] if number + 1 < len(marks) else None
    return following is not None and following.sign in closers and following.side == "c"


def _is_nested(marks: list[_Mark], number: int, closers: tuple[str, ...]) -> bool:
    """Tell whether an opening mark inside an open quotation has a closing one of its own beside the outer's."""
    sides = [mark.side for mark in marks[number + 1 : number + 3] if mark.sign in closers]
    return sides == ["c", "c"]


def _span(text: str, opening: _Mark, end: int, close: int, closed: bool, single: bool = False) -> MarkSpan:
    start = opening.end
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return MarkSpan(opening.start, start, end, close if closed else end, closed, single)


def _single(text: str, marks: list[_Mark], index: int, end: int, may_stay_open: bool) -> tuple[MarkSpan | None, int]:
    opening = marks[index]
    before = text[opening.start - 1] if opening.start else " "
    after = text[opening.end] if opening.end < end else " "
    opens = opening.sign in "'‘‚" and before in _OPENS_BEFORE and not after.isspace() and after not in ".,;:!?)’"
    if not opens or _DECADE.match(text, opening.start):
        return None, index + 1
    number = _single_closer(text, marks, index, end)
    if number is None:
        if may_stay_open and not _ELIDED.match(text, opening.start):
            return _span(text, opening, end, end, False, True), len(marks)
        return None, index + 1
    return _span(text, opening, marks[number].start, marks[number].end, True, True), number + 1


def _single_closer(text: str, marks: list[_Mark], index: int, end: int) -> int | None:
    """Find the mark that closes a single quotation: the first that is not an apostrophe behind a plural."""
    opening = marks[index]
    elided = bool(_ELIDED.match(text, opening.start))
    possessive: int | None = None
    openings = 0
    for number in range(index + 1, len(marks)):
        mark = marks[number]
        openings += mark.side == "o"
        if mark.start - opening.start > _LONGEST_SINGLE or openings > _MOST_OPENINGS:
            break
        if (
            mark.sign in "‘'"
            and opening.sign != "‚"
            and mark.side == "o"
            and possessive is not None
            and not _ELIDED.match(text, mark.start)
        ):
            break
        if (
            mark.sign not in ("‘’" if opening.sign == "‚" else "'’")
            or mark.side == "o"
            or not _ends_word(text, mark, end)
        ):
            continue
        if _may_be_possessive(text, mark, end) or elided:
            possessive = number if possessive is None else possessive
            if elided and text[mark.start - 1] in ".,!?":
                return number
            continue
        return number
    return None if elided else possessive


def _ends_word(text: str, mark: _Mark, end: int) -> bool:
    before = text[mark.start - 1]
    after = text[mark.end] if mark.end < end else " "
    return not before.isspace() and not after.isalnum()


def _may_be_possessive(text: str, mark: _Mark, end: int) -> bool:
    if text[mark.start - 1] not in "sSzxn":
        return False
    after = text[mark.end : mark.end + 2]
    return len(after) == 2 and after[0] == " " and after[1].isalpha()
