"""A verdict in words: what each means, what was changed, whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.search.alignment import Step
    from reader.search.changes import Change
    from reader.search.verify import Finding, Passage

SENTENCES = {
    "exact": "exact: these are the words",
    "same-words": "same words: only case, spacing, accents or punctuation differ",
    "altered": "altered: the words were changed",
    "shortened": "shortened: words were left out where a mark says so",
    "stitched": "stitched: the parts stand apart",
    "other-speaker": "another speaker: the words are there, said by somebody else",
    "not-a-quotation": "not a quotation: the words, or some of them, are the article's own",
}
"""By the verdict; what is not found has no sentence of its own."""


def speaker_words(finding: Finding, by: str) -> Iterator[str]:
    """Say what is known of whose words they are, when somebody was named."""
    if by and finding.is_right_speaker is None:
        yield f"nobody can be named for the words, so nothing says that it was {by}"
    elif finding.is_right_speaker is False and finding.verdict != "other-speaker":
        yield f"and they are not by {by}"


def inline(finding: Finding) -> str:
    """Return the quotation with what was done to it: [-dropped-], {+added+}, [… left out …], | between the parts."""
    return " ".join(words for step in finding.steps if (words := step_words(step)))


def step_words(step: Step) -> str:
    """Return one stretch of it."""
    if step.kind == "same":
        return step.quoted
    if step.kind == "change":
        return (f"[-{step.said}-]" if step.said else "") + (f"{{+{step.quoted}+}}" if step.quoted else "")
    if step.kind == "omitted":
        return f"[… {step.said} …]"
    return "|" if step.kind == "break" else ""


def change_words(change: Change) -> str:
    """Say what one change is, what it touches first."""
    what = "" if change.touches == "words" else f"{change.touches}: "
    if change.kind == "dropped":
        return f"{what}“{change.said}” was dropped"
    if change.kind == "added":
        return f"{what}“{change.quoted}” was added"
    return f"{what}“{change.said}” became “{change.quoted}”"


def left_out(passage: Passage, text: str) -> list[str]:
    """Say how much of the whole quotation stands before and behind the passage."""
    counts = [
        (len(text[passage.whole.start : passage.span.start].split()), "before"),
        (len(text[passage.span.end : passage.whole.end].split()), "after"),
    ]
    told = [f"{count} word{'' if count == 1 else 's'} {side}" for count, side in counts if count]
    return [f"the quotation has {' and '.join(told)}"] if told and passage.quotes else []
