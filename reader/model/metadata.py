"""What an article says of itself: title, byline, date, source."""

from __future__ import annotations

from reader.values import value


@value
class Metadata:
    """Strings as the article gives them, safe to show; empty where it says nothing."""

    title: str = ""
    byline: str = ""
    date: str = ""
    source: str = ""
    """The publisher or the place a story was filed from, in the article's own words."""
    extra: tuple[tuple[str, str], ...] = ()
    """Other fields (of front matter), in their order."""
