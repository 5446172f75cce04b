"""The list that `n` and `N` go on through: places in articles of the library, and which of them one is at. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model.span import Span


class Aim(NamedTuple):
    """A place in an article of the library: a quote of it, or a stretch of its text."""

    article: int
    quote: int | None = None
    span: Span | None = None
    marked: tuple[Span, ...] = ()
    """Words to mark there."""


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, and where in it one is."""

    aims: tuple[Aim, ...]
    at: int = 0

    @property
    def aim(self) -> Aim:
        """Where one is."""
        return self.aims[self.at]

    def stepped(self, count: int) -> Results:
        """Go on by so many, around the ends."""
        return replace(self, at=(self.at + count) % len(self.aims))

    def words(self, title: str) -> str:
        """Say where one is: “hit 3 of 41 · Night Ferry Returns”."""
        return f"hit {self.at + 1} of {len(self.aims)} · {title}"


def quotes_from(places: Sequence[tuple[int, int]], at: int) -> Results:
    """Make the list of quotes: the article of each, and its number there."""
    return Results(tuple(Aim(article, quote) for article, quote in places), at)
