"""Which lines of a page are on the screen, and where on them the reader is. Pure: no widget, no key."""

from __future__ import annotations

from typing import NamedTuple

from reader.layout.page import Page
from reader.model.span import Span

CONTEXT = 3
"""Lines kept above a quote or match that is jumped to, so that one sees what led to it."""


class View(NamedTuple):
    """Two offsets, so that a view survives a new width, a new wrap and the next session."""

    top: int = 0
    """The character at the top of the screen."""
    place: int = 0
    """The character the reader is at: the one jumped to, else the first on the screen."""


def top_line(page: Page, view: View, height: int) -> int:
    """Return the number of the first line shown; the last page is shown full."""
    return min(page.line_at(view.top), last_top(page, height))


def last_top(page: Page, height: int) -> int:
    """Return the first line of the last full screen."""
    return max(0, len(page) - height)


def scrolled(page: Page, view: View, height: int, lines: int) -> View:
    """Move by lines, at most to the first or the last screen.

    Where the page can scroll no further, the place goes on line by line, so that the end is reached, too.
    """
    top = top_line(page, view, height)
    new_top = min(max(0, top + lines), last_top(page, height))
    place = page.line_at(view.place)
    if new_top != top:
        ahead = lines - (new_top - top)
        return _at(page, new_top, new_top + ahead if ahead > 0 else new_top, height)
    return _at(page, top, place + lines, height)


def shown_at(page: Page, top: int, height: int) -> View:
    """Show a line at the top, as far as the page goes."""
    return _at(page, min(max(0, top), last_top(page, height)), top, height)


def showing(page: Page, view: View, height: int, target: Span) -> View:
    """Bring a span into view: left where it is when all of it is on the screen, else with some lines above it."""
    top = top_line(page, view, height)
    first, last = page.line_at(target.start), page.line_at(max(target.start, target.end - 1))
    if top <= first and last < top + height:
        return View(_top_offset(page, view, top), target.start)
    room = height - (last - first + 1)
    new_top = first - max(0, min(CONTEXT, room))
    return View(_line_offset(page, min(max(0, new_top), last_top(page, height))), target.start)


def keeping_place(page: Page, view: View, height: int) -> View:
    """Bring the place into view where a page of other lines left it out of sight; else change nothing."""
    top, place = top_line(page, view, height), page.line_at(view.place)
    return view if top <= place < top + height else showing(page, view, height, Span(view.place, view.place))


def at_heading(page: Page, height: int, offset: int) -> View:
    """Show a heading on the first line, as far as the page goes; the place is the heading itself."""
    top = min(page.line_at(offset), last_top(page, height))
    return View(_line_offset(page, top), offset)


def visible_end(page: Page, view: View, height: int) -> int:
    """Return the offset behind the last character on the screen."""
    if not len(page):
        return 0
    return page.line_end(min(len(page), top_line(page, view, height) + height) - 1)


def _at(page: Page, top: int, place: int, height: int) -> View:
    if not len(page):
        return View()
    place = min(max(top, place), min(len(page), top + height) - 1)
    if page.is_blank(place) and place + 1 < min(len(page), top + height):
        return View(_line_offset(page, top), page.line_start(place + 1))
    return View(_line_offset(page, top), _line_offset(page, place))


def _line_offset(page: Page, number: int) -> int:
    """Return an offset that leads back to this line; a blank line's is the end of the line before."""
    return page.line_start(number)


def _top_offset(page: Page, view: View, top: int) -> int:
    """Keep the exact character at the top unless the line shown is another."""
    return view.top if page.line_at(view.top) == top else _line_offset(page, top)
