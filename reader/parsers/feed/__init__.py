"""A feed to a document that lists its articles, and to the list one chooses from."""

from __future__ import annotations

from reader.model.document import Document
from reader.model.listed import list_entries
from reader.model.listing import Listing
from reader.parsers.feed.entries import read_feed
from reader.sources.source import Source

__all__ = ["listing_of", "parse"]

_BROKEN = "the feed is broken: nothing in it could be read"


def parse(source: Source) -> Document:
    """Write a heading for each article, with what the feed tells of it below."""
    listing = read_feed(source.text, source.place)
    if listing is None:
        return Document("", format=source.format, warnings=(_BROKEN,))
    return list_entries(listing, source.format)


def listing_of(source: Source) -> Listing:
    """Return the articles of a feed to choose from; none where it is broken."""
    return read_feed(source.text, source.place) or Listing("", source.place, ())
