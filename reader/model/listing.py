"""A list of articles to choose from: what a feed, a folder or several files have in common."""

from __future__ import annotations

from reader.values import value


@value
class Entry:
    """One article of a list, before it is opened. What is shown of it is safe to show, its place need not be."""

    place: str
    """The path or URL that opens it, as it is."""
    title: str = ""
    """Empty where only opening would tell."""
    date: str = ""
    byline: str = ""
    summary: str = ""
    """The first words, without markup, on one line."""
    content: str = ""
    """The whole article as HTML, where the list holds it; nothing need be fetched then."""


@value
class Listing:
    """Articles in their order."""

    title: str
    place: str
    entries: tuple[Entry, ...]
