"""Why a speaker was chosen, in words a reader understands, and the cue that tells it."""

from __future__ import annotations

import re

from reader.model.span import Span
from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.cast import Cast
from reader.quotes.scene import Scene

_CUE_AFTER = re.compile(r"[VvGg]")
_CUE_BEFORE = re.compile(r"[VvU@]w?R?$")


def cue_of(scene: Scene, quotation: Quotation, candidate: Candidate) -> Span | None:
    """Find the reporting verb that ties a mention to a quotation."""
    if candidate.stretch != quotation.stretch:
        return None
    phrases = scene.stretches[candidate.stretch].phrases
    before = _CUE_BEFORE.search(phrases.letters, max(0, candidate.phrase - 4), candidate.phrase)
    after = _CUE_AFTER.search(phrases.letters, candidate.phrase + 1, candidate.phrase + 12)
    match = before if candidate.relation.name.startswith(("inverted", "according")) else after
    if match is None:
        return None
    first, last = phrases[match.start()], phrases[match.end() - 1]
    return Span(phrases.tokens.starts[first.start], phrases.tokens.end(last.end - 1))


def reason_for(scene: Scene, cast: Cast, candidate: Candidate, cue: Span | None, mention: str) -> str:
    """Say a relation in words: “said Rutte, after the quote”, “she said, after the quote; she is Ann Lee”."""
    verb = " ".join(cue.cut(scene.text).split()) if cue else "speaks"
    named = " ".join(mention.split())
    reason = candidate.relation.reason.format(cue=verb, speaker=named)
    name = cast.name_of(candidate)
    if not name:
        return f"{reason}; the text does not say who that is"
    if (
        candidate.letter == "M"
        or name == named
        or name.lower().startswith(named.lower() + " " * (candidate.letter != "n"))
    ):
        return reason
    return f"{reason}; {named} {'are' if candidate.letter in 'tu' else 'is'} {name}"
