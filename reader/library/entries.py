"""What a library tells of its articles: values, without a way back to the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span


class Outcome(StrEnum):
    """What became of a place that was to be added."""

    ADDED = "added"
    CHANGED = "changed"
    """It held another text before, which is gone unless it stands elsewhere too."""
    SAME = "same"
    """Its text was in the library from another place."""
    NEAR_COPY = "near-copy"
    UNCHANGED = "unchanged"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Report:
    """One place, and what became of it; given only once that is safe on the disk."""

    place: str
    outcome: Outcome
    article: int | None = None
    why: str = ""
    """Of what could not be read."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article in the library."""

    id: int
    title: str
    byline: str
    date: str
    """As the article gives it."""
    day: str
    """The same as YYYY-MM-DD; empty when the article does not say."""
    source: str
    characters: int
    quotes: int
    added: float
    """Seconds since 1970."""
    places: tuple[str, ...]
    """Where it was read, the first one first."""
    read_to: int | None = None
    """The furthest offset one has read to; None when it was never opened."""

    @property
    def name(self) -> str:
        """The title, or the place of an article without one."""
        return self.title or (self.places[0] if self.places else "(untitled)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage of an article that a query leads to."""

    span: Span
    """The passage to show: a quote, or the sentences around the words."""
    marked: tuple[Span, ...]
    """The words that were looked for, in it."""
    section: tuple[str, ...]
    """The titles of the sections around it."""
    quote: int | None
    """Index in `Document.quotes` of the quote the passage is, or the words stand in."""
    speaker: str
    """Empty when nobody can be named or nobody speaks."""
    around: Span = Span(0, 0)
    """The paragraph it stands in; of a very long one, the part around it."""
    text: str = ""
    """The characters of `around`."""


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """An article and the passages in it, in their order."""

    article: Article
    hits: tuple[Hit, ...]
    more: int
    """How many passages there are besides."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much there is in a library."""

    articles: int
    places: int
    quotes: int
    speakers: int
    characters: int
    bytes_on_disk: int
    first_day: str
    last_day: str
