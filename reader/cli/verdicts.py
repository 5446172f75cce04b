"""A verification for people and as the JSON that docs/json.md promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.citations.quoted import UNKNOWN
from reader.cli.wire import SCHEMA, Record
from reader.search.wording import SENTENCES, change_words, inline, left_out, speaker_words

if TYPE_CHECKING:
    from reader.library.entries import Article
    from reader.search.verify import Finding, Passage, Verification

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
    yield SENTENCES[finding.verdict]
    yield from (f"{_INDENT}{words}" for words in speaker_words(finding, by))
    yield from _finding_lines(searched, finding)
    for other in verification.others:
        yield ""
        yield f"also, {SENTENCES[other.verdict].partition(':')[0]}:"
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


def _finding_lines(searched: Searched, finding: Finding) -> Iterator[str]:
    for change in finding.changes:
        yield f"{_INDENT}{change_words(change)}"
    if finding.changes or len(finding.passages) > 1 or finding.verdict == "shortened":
        yield f"{_INDENT}{inline(finding)}"
    for passage in finding.passages:
        yield from _passage_lines(searched, passage)


def _passage_lines(searched: Searched, passage: Passage) -> Iterator[str]:
    document = searched.verification.documents[passage.document]
    words = " ".join(passage.span.cut(document.text).split())
    yield f"{_INDENT}… {passage.before}»{words}«{passage.after} …"
    speaker = f"{passage.speaker}{f', {passage.role}' if passage.role else ''}" or UNKNOWN
    who = speaker if passage.quotes else "the article itself"
    metadata = document.metadata
    where = [f"in “{passage.section[-1]}”"] if passage.section else []
    known = [f"“{metadata.title}”" if metadata.title else "", metadata.date, searched.places[passage.document]]
    left = left_out(passage, document.text)
    yield f"{_INDENT}{' · '.join([who, *where, *(part for part in known if part), *left])}"


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
