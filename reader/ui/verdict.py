"""A verification as rows: the verdict in words, what was changed, and the passages it rests on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.citations.quoted import UNKNOWN
from reader.layout.ranges import Ranges
from reader.layout.runs import Run, divide
from reader.layout.wrap import wrap
from reader.search.changes import CALLED_OUT
from reader.search.verify import Finding, Passage, Verification
from reader.search.wording import SENTENCES, change_words, left_out, speaker_words, step_words
from reader.ui.signs import drawn

_STEP_ROLES = {"same": "words", "omitted": "note", "break": "note"}


class Shown(NamedTuple):
    """The rows, and on which of them each passage begins and ends."""

    rows: list[list[Run]]
    passages: list[tuple[Passage, int, int]]


def verdict_rows(verification: Verification, by: str, width: int) -> Shown:
    """Write a verification for a window so wide."""
    shown = Shown([], [])
    finding = verification.finding
    count = f"{verification.searched:,} article{'' if verification.searched == 1 else 's'}"
    if finding.verdict == "not-found":
        shown.rows.extend(_lines(f"not found in {count}", width, "heading"))
        shown.rows.extend(_lines("That says what was searched, not that nobody said it.", width, "note"))
        return shown
    shown.rows.extend(_lines(SENTENCES[finding.verdict], width, "heading"))
    for words in speaker_words(finding, by):
        shown.rows.extend(_lines(words, width, "current"))
    _add_finding(shown, verification, finding, width)
    for other in verification.others:
        shown.rows.extend([[], *_lines(f"also, {SENTENCES[other.verdict].partition(':')[0]}", width, "heading")])
        _add_finding(shown, verification, other, width)
    shown.rows.extend([[], *_lines(f"searched: {count}", width, "note")])
    return shown


def _add_finding(shown: Shown, verification: Verification, finding: Finding, width: int) -> None:
    for change in finding.changes:
        role = "current" if change.touches in CALLED_OUT else "plain"
        shown.rows.extend(_lines(drawn(f"· {change_words(change)}"), width, role))
    if finding.changes or len(finding.passages) > 1 or finding.verdict == "shortened":
        shown.rows.extend([[], *_inline_rows(finding, width)])
    for passage in finding.passages:
        shown.rows.append([])
        first = len(shown.rows)
        shown.rows.extend(_passage_rows(verification, passage, width))
        shown.passages.append((passage, first, len(shown.rows)))


def _inline_rows(finding: Finding, width: int) -> list[list[Run]]:
    """Lay the quotation out with what was done to it; the signs tell it where colours do not."""
    pieces: list[tuple[str, str]] = []
    for step in finding.steps:
        if step.kind == "change":
            pieces += [(f"[-{step.said}-]", "dropped")] if step.said else []
            pieces += [(f"{{+{step.quoted}+}}", "added")] if step.quoted else []
        elif words := step_words(step):
            pieces.append((words, _STEP_ROLES.get(step.kind, "plain")))
    return _pieces(pieces, width)


def _passage_rows(verification: Verification, passage: Passage, width: int) -> list[list[Run]]:
    document = verification.documents[passage.document]
    words = " ".join(passage.span.cut(document.text).split())
    rows = _pieces(
        [(drawn("… ") + passage.before, "note"), (words, "words"), (passage.after + drawn(" …"), "note")],
        width,
        glue="",
    )
    speaker = f"{passage.speaker}{f', {passage.role}' if passage.role else ''}" or UNKNOWN
    who = speaker if passage.quotes else "the article itself"
    metadata = document.metadata
    where = [drawn(f"in “{passage.section[-1]}”")] if passage.section else []
    known = [drawn(f"“{metadata.title}”") if metadata.title else "", metadata.date, *left_out(passage, document.text)]
    about = drawn(" · ").join([who, *where, *(part for part in known if part)])
    return rows + _lines(about, width, "speaker")


def _pieces(pieces: Iterable[tuple[str, str]], width: int, glue: str = " ") -> list[list[Run]]:
    text, ranges = "", []
    for words, role in pieces:
        start = len(text) + (len(glue) if text else 0)
        text += (glue if text else "") + words
        ranges.append((start, len(text), role))
    layer = Ranges(ranges)
    return [divide(text, start, end, [layer]) for start, end in wrap(text, 0, len(text), width)]


def _lines(words: str, width: int, role: str) -> list[list[Run]]:
    return [[(words[start:end], (role,))] for start, end in wrap(words, 0, len(words), width, hang=0)]


def names_of(typed: str) -> tuple[str, str]:
    """Part what was typed into the quotation and, behind `@`s, whose it is said to be."""
    parts = typed.split()
    names = [part[1:] for part in parts if part.startswith("@") and len(part) > 1]
    return " ".join(part for part in parts if not part.startswith("@")), " ".join(names)


def scrolled_to(first: int, passage: Sequence[int], height: int) -> int:
    """Return the first row to show, so that a passage (its first row and the one behind it) is in sight."""
    start, end = passage
    return min(max(first, end - height), start)
