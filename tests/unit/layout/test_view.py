"""Views: moves stay on the page, a new width keeps the sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pages import documents, paragraphs

from reader.layout import view as views
from reader.layout.page import Page
from reader.layout.view import View
from reader.model.document import Document
from reader.model.span import Span

WIDTHS, HEIGHTS = st.integers(8, 100), st.integers(1, 40)
LINES = st.integers(-100, 100)
PROSE = paragraphs(*("The boats came in late and brought less than they had the week before. " * 9,) * 20)


def view_at(page: Page, line: int) -> View:
    return views.shown_at(page, line, 10)


def is_on_the_screen(page: Page, view: View, height: int, offset: int) -> bool:
    top = views.top_line(page, view, height)
    return top <= page.line_at(offset) < top + height


@given(documents(), WIDTHS, HEIGHTS, st.lists(LINES, max_size=5))
def test_scrolling_never_leaves_the_page(document: Document, width: int, height: int, moves: list[int]) -> None:
    page, view = Page(document, width), View()
    for lines in moves:
        view = views.scrolled(page, view, height, lines)

    assert 0 <= views.top_line(page, view, height) <= views.last_top(page, height)


@given(documents(), WIDTHS, HEIGHTS, st.lists(LINES, max_size=5))
def test_the_place_is_on_the_screen(document: Document, width: int, height: int, moves: list[int]) -> None:
    page, view = Page(document, width), View()
    for lines in moves:
        view = views.scrolled(page, view, height, lines)

    assert is_on_the_screen(page, view, height, view.place)


@given(documents(), WIDTHS, HEIGHTS, WIDTHS, HEIGHTS, st.lists(LINES, max_size=5))
def test_the_place_is_on_a_page_of_any_other_size(
    document: Document, width: int, height: int, other_width: int, other_height: int, moves: list[int]
) -> None:
    page, view = Page(document, width), View()
    for lines in moves:
        view = views.scrolled(page, view, height, lines)
    other = Page(document, other_width)
    kept = views.keeping_place(other, view, other_height)

    assert view.place == kept.place
    assert not len(other) or is_on_the_screen(other, kept, other_height, kept.place)


@given(documents(), WIDTHS, HEIGHTS)
def test_scrolling_down_reaches_the_last_line(document: Document, width: int, height: int) -> None:
    page, view = Page(document, width), View()
    for _ in range(2 * len(page)):
        view = views.scrolled(page, view, height, 1)

    assert len(document.text.rstrip()) <= views.visible_end(page, view, height) or not len(page)


@given(documents(), WIDTHS, HEIGHTS, st.integers(0, 2000))
def test_a_heading_asked_for_is_on_the_screen(document: Document, width: int, height: int, offset: int) -> None:
    page, offset = Page(document, width), min(offset, len(document.text))

    assert is_on_the_screen(page, views.at_heading(page, height, offset), height, offset)


@given(documents(), WIDTHS, HEIGHTS, LINES, st.integers(0, 2000), st.integers(0, 50))
def test_the_beginning_of_a_span_asked_for_is_on_the_screen(
    document: Document, width: int, height: int, lines: int, start: int, length: int
) -> None:
    page, start = Page(document, width), min(start, len(document.text))
    target = Span(start, min(start + length, len(document.text)))
    view = views.showing(page, views.scrolled(page, View(), height, lines), height, target)

    assert is_on_the_screen(page, view, height, start)


@given(st.integers(0, 170))
def test_widening_and_narrowing_keep_the_character_at_the_top(line: int) -> None:
    wide, narrow = Page(PROSE, 72), Page(PROSE, 40)
    view = view_at(wide, line)
    assert narrow.line_at(view.top) == views.top_line(narrow, view, 10)

    assert views.top_line(wide, view_at(wide, line), 10) == views.top_line(wide, view, 10)


def test_a_line_down_moves_the_top_by_one() -> None:
    page = Page(PROSE, 40)

    assert 1 == views.top_line(page, views.scrolled(page, View(), 10, 1), 10)


def test_down_and_up_lead_back() -> None:
    page = Page(PROSE, 40)
    down = views.scrolled(page, View(), 10, 7)

    assert View() == views.scrolled(page, down, 10, -7)


def test_at_the_end_the_place_goes_on_line_by_line() -> None:
    page = Page(PROSE, 40)
    end = view_at(page, len(page))
    up = views.scrolled(page, View(end.top, page.line_start(len(page) - 3)), 10, 1)

    assert page.line_start(len(page) - 2) == up.place


def test_what_is_on_the_screen_does_not_scroll() -> None:
    page = Page(PROSE, 40)
    target = Span(page.line_start(4), page.line_end(4))

    assert View(0, target.start) == views.showing(page, View(), 10, target)


def test_what_is_below_the_screen_gets_lines_above_it() -> None:
    page = Page(PROSE, 40)
    target = Span(page.line_start(50), page.line_end(50))
    view = views.showing(page, View(), 10, target)

    assert 50 - views.CONTEXT == views.top_line(page, view, 10)


def test_a_span_taller_than_the_screen_begins_on_its_first_row() -> None:
    page = Page(PROSE, 40)
    target = Span(page.line_start(50), page.line_end(80))

    assert 50 == views.top_line(page, views.showing(page, View(), 10, target), 10)


def test_the_last_page_is_shown_full() -> None:
    page = Page(PROSE, 40)

    assert len(page) - 10 == views.top_line(page, views.at_heading(page, 10, len(PROSE.text) - 1), 10)


def test_an_empty_page_has_one_view() -> None:
    assert View() == views.scrolled(Page(Document(""), 40), View(), 10, 5)
