"""A verification for people and as the JSON that docs/json.md promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.citations.quoted import UNKNOWN
from reader.cli.wire import SCHEMA, Record

if TYPE_CHECKING:
    from reader.library.entries import Article
    from reader.search.changes import Change
    from reader.search.verify import Finding, Passage, Verification

_SENTENCES = {
    "exact": "exact: these are the words",
    "same-words": "same words: only case, spacing, accents or punctuation differ",
    "altered": "altered: the words were changed",
    "shortened": "shortened: words were left out where a mark says so",
    "stitched": "stitched: the parts stand apart",
    "other-speaker": "another speaker: the words are there, said by somebody else",
    "not-a-quotation": "not a quotation: the words, or some of them, are the article's own",
}
_INDENT = "   "


class Searched(NamedTuple):
    """A verification, and the names of the documents that it is about."""

    verification: Verification
    places: tuple[str, ...]
    articles: tuple[Article, ...] = ()
    """Of a library; of files there are none."""


def verdict_lines(searched: Searched, by: str) -> Iterator[str]:
    """Yield the verdict, what it rests on, and what comes nearest besides."""
    verification = searched.verification
    count = f"{verification.searched} article{'' if verification.searched == 1 else 's'}"
    finding = verification.finding
    if finding.verdict == "not-found":
        yield f"not found in {count}"
        return
    yield _SENTENCES[finding.verdict]
    yield from _speaker_lines(finding, by)
    yield from _finding_lines(searched, finding)
    for other in verification.others:
        yield ""
        yield f"also, {_SENTENCES[other.verdict].partition(':')[0]}:"
        yield from _finding_lines(searched, other)
    yield ""
    yield f"searched: {count}"


def verification_record(quotation: str, by: str | None, searched: Searched) -> Record:
    """Return a verification as a JSON object."""
    verification = searched.verification
    return {
        "schema": SCHEMA,
        "quotation": quotation,
        "by": by,
        "searched": verification.searched,
        **_finding_record(searched, verification.finding),
        "others": [_finding_record(searched, other) for other in verification.others],
    }


def _speaker_lines(finding: Finding, by: str) -> Iterator[str]:
    if by and finding.is_right_speaker is None:
        yield f"{_INDENT}nobody can be named for the words, so nothing says that it was {by}"
    elif finding.is_right_speaker is False and finding.verdict != "other-speaker":
        yield f"{_INDENT}and they are not by {by}"


def _finding_lines(searched: Searched, finding: Finding) -> Iterator[str]:
    for change in finding.changes:
        yield f"{_INDENT}{_change_line(change)}"
    if finding.changes or len(finding.passages) > 1 or finding.verdict == "shortened":
        yield f"{_INDENT}{inline(finding)}"
    for passage in finding.passages:
        yield from _passage_lines(searched, passage)


def inline(finding: Finding) -> str:
    """Return the quotation with what was done to it: [-dropped-], {+added+}, [… left out …], | between the parts."""
    pieces = []
    for step in finding.steps:
        if step.kind == "same":
            pieces.append(step.quoted)
        elif step.kind == "change":
            pieces.append((f"[-{step.said}-]" if step.said else "") + (f"{{+{step.quoted}+}}" if step.quoted else ""))
        elif step.kind == "omitted":
            pieces.append(f"[… {step.said} …]")
        elif step.kind == "break":
            pieces.append("|")
    return " ".join(pieces)


def _change_line(change: Change) -> str:
    what = "" if change.touches == "words" else f"{change.touches}: "
    if change.kind == "dropped":
        return f"{what}“{change.said}” was dropped"
    if change.kind == "added":
        return f"{what}“{change.quoted}” was added"
    return f"{what}“{change.said}” became “{change.quoted}”"


def _passage_lines(searched: Searched, passage: Passage) -> Iterator[str]:
    document = searched.verification.documents[passage.document]
    words = " ".join(passage.span.cut(document.text).split())
    yield f"{_INDENT}… {passage.before}»{words}«{passage.after} …"
    speaker = f"{passage.speaker}{f', {passage.role}' if passage.role else ''}" or UNKNOWN
    who = speaker if passage.quotes else "the article itself"
    metadata = document.metadata
    where = [f"in “{passage.section[-1]}”"] if passage.section else []
    known = [f"“{metadata.title}”" if metadata.title else "", metadata.date, searched.places[passage.document]]
    left = _left_out(passage, document.text)
    yield f"{_INDENT}{' · '.join([who, *where, *(part for part in known if part), *left])}"


def _left_out(passage: Passage, text: str) -> list[str]:
    """Say how much of the whole quotation stands before and behind the passage."""
    counts = [
        (len(text[passage.whole.start : passage.span.start].split()), "before"),
        (len(text[passage.span.end : passage.whole.end].split()), "after"),
    ]
    told = [f"{count} word{'' if count == 1 else 's'} {side}" for count, side in counts if count]
    return [f"the quotation has {' and '.join(told)}"] if told and passage.quotes else []


def _finding_record(searched: Searched, finding: Finding) -> Record:
    return {
        "verdict": str(finding.verdict),
        "speaker_matches": finding.is_right_speaker,
        "changes": [
            {
                "kind": str(change.kind),
                "touches": str(change.touches),
                "said": change.said or None,
                "quoted": change.quoted or None,
                "start": None if change.span is None else change.span.start,
                "end": None if change.span is None else change.span.end,
            }
            for change in finding.changes
        ],
        "omitted": [step.said for step in finding.steps if step.kind == "omitted"],
        "inline": inline(finding) or None,
        "passages": [_passage_record(searched, passage) for passage in finding.passages],
    }


def _passage_record(searched: Searched, passage: Passage) -> Record:
    document = searched.verification.documents[passage.document]
    metadata = document.metadata
    article = searched.articles[passage.document] if searched.articles else None
    return {
        "text": passage.span.cut(document.text),
        "speaker": passage.speaker or None,
        "role": passage.role or None,
        "section": list(passage.section),
        "title": metadata.title or None,
        "date": metadata.date or None,
        "source": metadata.source or None,
        "path": searched.places[passage.document],
        "article": None if article is None else article.id,
        "quotes": [index + 1 for index in passage.quotes],
        "start": passage.span.start,
        "end": passage.span.end,
        "whole_start": passage.whole.start,
        "whole_end": passage.whole.end,
        "before": passage.before,
        "after": passage.after,
    }
