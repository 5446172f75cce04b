"""How the quotes and voices of an article are numbered, so that those of one article stand together in the file."""

from __future__ import annotations

QUOTE_BITS = 20
"""A quote's id is its article's, shifted by these, and its number in the article; a million are enough for a book."""


def first_id(article: int) -> int:
    """Return the id of an article's first quote (or voice); those of the article are below the next article's."""
    return article << QUOTE_BITS


def ids_of(article: int) -> tuple[int, int]:
    """Return the half-open range of the ids of an article's quotes (or voices)."""
    return first_id(article), first_id(article + 1)


def article_of(id: int) -> int:
    """Return the article that a quote (or a voice) belongs to."""
    return id >> QUOTE_BITS


def number_of(id: int) -> int:
    """Return the index of a quote (or a voice) in its document."""
    return id & ((1 << QUOTE_BITS) - 1)
