"""A list of quotes to go through: found at once, shown a part at a time, since each one shown opens its article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.database import Database
from reader.library.entries import Article, Hit
from reader.library.hits import quote_hits
from reader.library.ids import article_of, number_of
from reader.library.query import Query

NO_WORDS = Query(())


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage and the article it stands in."""

    article: Article
    hit: Hit


@dataclass(frozen=True, slots=True)
class QuoteList:
    """Quotes by their ids, those of an article side by side, and what to mark in them."""

    ids: tuple[int, ...] = ()
    query: Query = NO_WORDS
    is_cut: bool = False
    """True when there are more than anybody would go through."""

    def __len__(self) -> int:
        return len(self.ids)

    def places(self) -> list[tuple[int, int]]:
        """Return the article of each quote, and its number there."""
        return [(article_of(id), number_of(id)) for id in self.ids]


def listed(ids: Sequence[int], query: Query = NO_WORDS, *, is_cut: bool = False) -> QuoteList:
    """Put the quotes of an article together where its first one stands, in the order of its text."""
    groups: dict[int, list[int]] = {}
    for id in ids:
        groups.setdefault(article_of(id), []).append(id)
    return QuoteList(tuple(id for group in groups.values() for id in sorted(group)), query, is_cut)


def placed(database: Database, quotes: QuoteList, first: int, count: int) -> list[Placed]:
    """Return a part of a list, ready to be shown."""
    groups = quote_hits(database, quotes.ids[first : first + count], quotes.query, per_article=count)
    return [Placed(group.article, hit) for group in groups for hit in group.hits]
