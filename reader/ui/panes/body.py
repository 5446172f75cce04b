"""The body: the article's text, line by line from the model, quotes and matches highlighted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.layout.cells import cell_len
from reader.layout.page import NARROWEST_TEXT, Line, Page
from reader.layout.ranges import Ranges
from reader.layout.runs import Run, divide
from reader.layout.view import View, top_line
from reader.model.document import Document
from reader.model.span import Span
from reader.ui import highlights
from reader.ui.edition import Edition
from reader.ui.painter import Painter
from reader.ui.signs import drawn

if TYPE_CHECKING:
    from reader.library.placed import PlacedMark
    from reader.search.find import Matches

GUTTER = 2
"""Cells left of the text: the quote's bar and a space."""


class BodyPane(ScrollView):
    """Shows one screen of the document; all it is told comes down from the reading screen."""

    edition: var[Edition] = var(Edition(Document("")), init=False)
    view: var[View] = var(View(), init=False)
    quote: var[int | None] = var[int | None](None, init=False)
    matches: var[Matches | None] = var(None, init=False)
    match: var[int | None] = var[int | None](None, init=False)
    marks: var[tuple[PlacedMark, ...]] = var((), init=False)
    selection: var[Span | None] = var(None, init=False)
    measure: var[int] = var(72, init=False)
    spacing: var[int] = var(1, init=False)
    hyphenation: var[bool] = var(False, init=False)

    class PageChanged(Message):
        """The text was wrapped anew: another width or another document."""

    def __init__(self, edition: Edition) -> None:
        super().__init__(id="body")
        self.set_reactive(BodyPane.edition, edition)
        self._painter = Painter(self, "body")
        self._page: Page | None = None
        self._top = 0
        self._strips: dict[int, Strip] = {}
        self._chosen = Ranges()
        self._matched = Ranges()
        self._own = Ranges()
        self._selected = Ranges()

    @property
    def page(self) -> Page:
        """The document at this pane's width."""
        if self._page is None:
            self._page = self.lay_out(self.edition)
        return self._page

    def lay_out(self, edition: Edition) -> Page:
        """Wrap a document as this pane shows it; the thread that reads on asks for it, too."""
        return edition.page(self.page_width, self.spacing, self.hyphenation)

    @property
    def page_width(self) -> int:
        """The width the text is wrapped to."""
        return max(NARROWEST_TEXT, self.text_width)

    @property
    def page_height(self) -> int:
        """How many lines stand on the screen at once."""
        return max(1, self.size.height)

    @property
    def text_width(self) -> int:
        """The measure, as far as the pane has room for it."""
        return max(1, min(self.measure, self.size.width - GUTTER - 1))

    def notify_style_update(self) -> None:
        """Forget the looks of the theme before."""
        super().notify_style_update()
        self._painter.forget()
        self._strips.clear()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew when the width changed; fewer rows are another page, too."""
        if self._page is None or self._page.width != self.page_width:
            self._wrap_anew()
        else:
            self.post_message(self.PageChanged())
        self._show_view()

    def watch_edition(self, edition: Edition) -> None:
        """Take over what is known of the text now."""
        self._chosen = highlights.chosen(edition.document, self.quote)
        self._wrap_anew()

    def watch_measure(self) -> None:
        """Wrap to the new measure."""
        self._wrap_anew()

    def watch_spacing(self) -> None:
        """Put the lines apart."""
        self._wrap_anew()

    def watch_hyphenation(self) -> None:
        """Part words, or no longer."""
        self._wrap_anew()

    def watch_view(self) -> None:
        """Show the lines of the new view."""
        self._show_view()

    def watch_quote(self, before: int | None, quote: int | None) -> None:
        """Highlight the chosen quote; only the lines of the two quotes are painted anew."""
        for index in (before, quote):
            for span in highlights.chosen_spans(self.edition.document, index):
                self._forget_lines(span.start, span.end)
        self._chosen = highlights.chosen(self.edition.document, quote)
        self.refresh()

    def watch_matches(self, matches: Matches | None) -> None:
        """Highlight all matches."""
        self._highlight_matches()

    def watch_match(self, match: int | None) -> None:
        """Highlight the current match."""
        self._highlight_matches()

    def watch_marks(self, before: tuple[PlacedMark, ...], marks: tuple[PlacedMark, ...]) -> None:
        """Highlight what the person marked; only the lines of what is new or gone are painted anew."""
        for mark in {*before} ^ {*marks}:
            if mark.span is not None:
                self._forget_lines(mark.span.start, mark.span.end)
        self._own = highlights.own(marks)
        self.refresh()

    def watch_selection(self, before: Span | None, selection: Span | None) -> None:
        """Show what is selected; only the lines where that changed are painted anew."""
        for span in _difference(before, selection):
            self._forget_lines(span.start, span.end)
        self._selected = highlights.selected(selection)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row: the gutter and the line of the page that stands there."""
        number, width = self._top + y, self.size.width
        if number >= len(self.page):
            return self._painter.strip((), width)
        if number == self._place_line():
            return self._paint(number, is_place=True)
        strip = self._strips.get(number)
        if strip is None:
            strip = self._strips[number] = self._paint(number)
        return strip

    def _place_line(self) -> int:
        """Return the line of the reader's place when it is not simply the first on the screen, else -1."""
        if self.view.place == self.view.top:
            return -1
        line = self.page.line_at(self.view.place)
        return line if line > self._top + 1 else -1

    def _paint(self, number: int, *, is_place: bool = False) -> Strip:
        line = self.page.line(number)
        margin = max(0, (self.size.width - GUTTER - 1 - self.page.width) // 2)
        runs: list[Run] = [(" " * margin, ()), self._gutter(number, is_place), (" ", ())]
        runs += self._line_runs(line)
        return self._painter.strip(runs, self.size.width)

    def _gutter(self, number: int, is_place: bool) -> Run:
        start, end = self.page.line_start(number), self.page.line_end(number)
        if any(start <= first < max(end, start + 1) for first, _, _ in self._own.meeting(start, end)):
            return drawn("◆"), ("label",)
        if any(role == "quote-chosen" for _, _, role in self._chosen.meeting(start, end)):
            return drawn("▌"), ("label",)
        if any(True for _ in self.edition.quoted.meeting(start, end)):
            return drawn("▎"), ("quote",)
        return (drawn("›"), ("label",)) if is_place else (" ", ())

    def _line_runs(self, line: Line) -> list[Run]:
        if line.block is None:
            return []
        base = highlights.block_roles(line.block)
        layers = (self.edition.standing, self.edition.quoted, self._chosen, self._own, self._matched, self._selected)
        runs: list[Run] = []
        cell = 0
        for bar in line.bars:
            runs += [(" " * (bar - cell), ()), (drawn("│"), ("rule",))]
            cell = bar + 1
        for piece in line.pieces:
            runs.append((" " * (piece.cell - cell), ()))
            words = divide(self.edition.document.text, piece.span.start, piece.span.end, layers, base)
            runs += words
            cell = piece.cell + sum(cell_len(text) for text, _ in words)
        return [*runs, ("-", runs[-1][1])] if line.is_parted else runs

    def _wrap_anew(self) -> None:
        self._page = None
        self._strips.clear()
        if self.size.width:
            self.set_reactive(ScrollView.virtual_size, Size(self.size.width, len(self.page)))
            self._show_view()
            self.refresh()
            self.post_message(self.PageChanged())

    def _show_view(self) -> None:
        """Stand on the view's first line. The scroll offset is ours: nothing is animated, nothing laid out anew."""
        if not self.size.width:
            return
        self._top = top_line(self.page, self.view, self.page_height)
        self.set_reactive(ScrollView.scroll_y, float(self._top))
        self.set_reactive(ScrollView.scroll_target_y, float(self._top))
        self.refresh()

    def _highlight_matches(self) -> None:
        self._matched = highlights.matched(self.matches, self.match) if self.matches is not None else Ranges()
        self._strips.clear()
        self.refresh()

    def _forget_lines(self, start: int, end: int) -> None:
        if self._page is not None:
            for number in range(self.page.line_at(start), self.page.line_at(end) + 1):
                self._strips.pop(number, None)


def _difference(one: Span | None, other: Span | None) -> list[Span]:
    """Return the stretches that are in only one of two spans."""
    if one is None or other is None or not one.overlaps(other):
        return [span for span in (one, other) if span is not None]
    starts, ends = sorted((one.start, other.start)), sorted((one.end, other.end))
    return [Span(*starts), Span(*ends)]
