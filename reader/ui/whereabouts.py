"""Where the reader is, in words for the status line. Pure: told everything, knows no widget."""

from __future__ import annotations

from typing import NamedTuple

from reader import navigation
from reader.model.document import Document
from reader.model.sections import section_path
from reader.ui.signs import drawn


class Whereabouts(NamedTuple):
    """What the words are made of."""

    document: Document
    read_to: int
    """The offset behind the last character on the screen."""
    quote: int | None
    match: int | None
    matches: int
    """How many were found; 0 when nothing is looked for."""
    is_loading_quotes: bool


def section_words(document: Document, offset: int) -> str:
    """Name the sections around an offset, outermost first."""
    return drawn(" › ").join(section.title for section in section_path(document.sections, offset))


def match_words(match: int | None, matches: int) -> str:
    """Say which match one is at: “match 3/14”."""
    return "" if match is None else f"match {match + 1}/{matches}"


def place_words(at: Whereabouts) -> str:
    """Say how far one has read and which quote and match one is at: “match 3/14  42%  quote 2/3”."""
    words = [f"{navigation.percent(at.read_to, len(at.document.text))}%"]
    if at.document.quotes:
        words.append(f"quote {0 if at.quote is None else at.quote + 1}/{len(at.document.quotes)}")
    elif at.is_loading_quotes:
        words.append(drawn("quotes …"))
    match = match_words(at.match, at.matches)
    return "  ".join([match, *words] if match else words)
