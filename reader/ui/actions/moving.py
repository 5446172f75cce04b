"""Moving through the text, or through the list of the pane that has the keys."""

from __future__ import annotations

from collections.abc import Callable

from reader import navigation
from reader.layout import view as views
from reader.layout.view import View
from reader.ui.screens.reading import ReadingScreen, Run


def by_lines(direction: int) -> Run:
    """Move by lines of the text, or by items of a pane."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        reading.move(direction * (count or 1), direction * (count or 1))

    return run


def by_screens(screens: float) -> Run:
    """Move by screens; a half may be asked for."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        wanted = screens * (count or 1)
        pane = reading.active_rows
        items = round(wanted * pane.items_per_screen) if pane is not None else 0
        reading.move(round(wanted * reading.body.page_height), items or (1 if screens > 0 else -1))

    return run


def to_edge(direction: int) -> Run:
    """Go to the beginning or the end; with a count, to the paragraph of that number."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        pane = reading.active_rows
        if count is not None:
            _go_to_paragraph(reading, count)
        elif pane is not None:
            pane.move_cursor(direction * pane.item_count)
        else:
            page, height = reading.body.page, reading.body.page_height
            reading.jump(View() if direction < 0 else views.scrolled(page, reading.view, height, 2 * len(page)))

    return run


def to_percent(reading: ReadingScreen, count: int | None) -> None:
    """Go to where so many per cent of the text lie before."""
    offset = min(100, count or 0) * len(reading.document.text) // 100
    page = reading.body.page
    reading.jump(views.shown_at(page, page.line_at(offset), reading.body.page_height))


def to_section(direction: int) -> Run:
    """Step from heading to heading; back from the first one leads to the beginning."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        index = navigation.step(reading.landmarks.sections, reading.view.place, direction * (count or 1))
        if index is not None:
            reading.show_section(index)
        elif direction < 0 and reading.view != View():
            reading.jump(View())
        else:
            reading.say(_none("section", direction))

    return run


def to_paragraph(direction: int) -> Run:
    """Step from paragraph to paragraph."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        paragraphs = reading.landmarks.paragraphs
        index = navigation.step(paragraphs, reading.view.place, direction * (count or 1))
        if index is None:
            reading.say(_none("paragraph", direction))
        else:
            reading.view = views.at_heading(reading.body.page, reading.body.page_height, paragraphs[index])

    return run


def to_quote(direction: int) -> Run:
    """Step from quote to quote."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        index = navigation.step(reading.landmarks.quotes, reading.view.place, direction * (count or 1))
        if index is None:
            reading.say(_none("quote", direction))
        else:
            reading.show_quote(index)

    return run


def back(reading: ReadingScreen, count: int | None) -> None:
    """Go back along the jumps."""
    _go_along(reading, reading.jumps.back, count, "no place further back")


def forward(reading: ReadingScreen, count: int | None) -> None:
    """Go forward again along the jumps."""
    _go_along(reading, reading.jumps.forward, count, "no place further on")


def _go_along(reading: ReadingScreen, go: Callable[[View], View | None], count: int | None, nowhere: str) -> None:
    for _ in range(min(count or 1, 100)):
        view = go(reading.view)
        if view is None:
            reading.say(nowhere)
            return
        reading.view = view


def _go_to_paragraph(reading: ReadingScreen, number: int) -> None:
    paragraphs = reading.landmarks.paragraphs
    if paragraphs:
        reading.jump_to_line_of(paragraphs[min(max(1, number), len(paragraphs)) - 1])


def _none(what: str, direction: int) -> str:
    return f"no {what} further {'on' if direction > 0 else 'back'}"


TABLE: dict[str, Run] = {
    "line-down": by_lines(1),
    "line-up": by_lines(-1),
    "page-down": by_screens(1),
    "page-up": by_screens(-1),
    "half-down": by_screens(0.5),
    "half-up": by_screens(-0.5),
    "top": to_edge(-1),
    "end": to_edge(1),
    "percent": to_percent,
    "next-section": to_section(1),
    "previous-section": to_section(-1),
    "next-paragraph": to_paragraph(1),
    "previous-paragraph": to_paragraph(-1),
    "next-quote": to_quote(1),
    "previous-quote": to_quote(-1),
    "back": back,
    "forward": forward,
}
