"""Quotes, the speakers they are given to, and why."""

from __future__ import annotations

from enum import StrEnum

from reader.model.span import Span
from reader.values import value


class QuoteKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    """Whole sentences in marks."""
    MIXED = "mixed"
    """A fragment in marks inside indirect speech."""
    BLOCK = "block"
    """Marked by form, not by marks: a block quote, a transcript's turn, an epigraph."""


class MentionKind(StrEnum):
    """What words name a speaker."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"
    """A description: “a spokesman for the campaign”, “the ministry”."""


@value
class Mention:
    """A span of the text that names a speaker."""

    span: Span
    kind: MentionKind


@value
class Speaker:
    """One person or body through the document."""

    name: str
    """The fullest form the text gives: “Mark Rutte”, or “a spokesman for the campaign”."""
    role: str = ""
    """What the text says they are (“NATO’s Secretary-General”), or empty."""
    mentions: tuple[Mention, ...] = ()


@value
class Attribution:
    """The link from a quote to its speaker, and the evidence for it."""

    speaker: int
    """Index into `Document.speakers`."""
    rule: str
    """The rule's short stable name, as in “said-after”."""
    reason: str
    """The same for a person, a phrase without a stop: “said Rutte, after the quote”."""
    confidence: float
    """0 to 1: how often an attribution like this one is right."""
    mention: Span | None = None
    cue: Span | None = None

    @property
    def percent(self) -> int:
        """The confidence in whole per cent, rounded down: 100 is only what a person said by hand."""
        return int(self.confidence * 100)


@value
class Clue:
    """What ties a quote to somebody the text does not name: “he said”, and nobody knows who he is."""

    mention: Span
    rule: str
    reason: str
    cue: Span | None = None


@value
class Quote:
    """Words given as someone's; one quote never leaves its block."""

    span: Span
    """With its marks."""
    content: Span
    """The words, without the marks."""
    kind: QuoteKind
    attribution: Attribution | None = None
    """None when nobody can be named: unknown is shown as unknown."""
    continues: int | None = None
    """Index in `Document.quotes` of the quote this one goes on from."""
    is_closed: bool = True
    """False when the closing mark is missing where one was due."""
    clue: Clue | None = None
    """What the text says of an unknown speaker; only without an attribution."""
