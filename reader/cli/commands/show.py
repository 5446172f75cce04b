"""`pullquote show`: an article on standard output as the app shows it, quotes marked, speakers beside them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from copy import copy
from itertools import islice

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.looks import Looks, colours_for
from reader.cli.places import Documents, places_of
from reader.layout.cells import cell_len
from reader.layout.page import NARROWEST_TEXT, Page
from reader.layout.runs import Run, divide
from reader.model.document import Document
from reader.navigation import Landmarks
from reader.reading import read
from reader.resources import style_path
from reader.settings.settings import Settings
from reader.sources.safe import make_safe
from reader.terminal.colours import Colours
from reader.ui.highlights import block_roles, quoted, standing
from reader.ui.signs import drawn, fit, use_ascii, wants_ascii
from reader.ui.theming import load_palette, read_palette

_GUTTER = 2
_NAME_CELLS = 24
_PIPE_COLUMNS = 80


def run(arguments: Arguments) -> ExitCode:
    """Show the files named."""
    settings = arguments.settings
    use_ascii(settings.ascii or wants_ascii(os.environ))
    columns = arguments.width or _columns()
    looks = _looks(settings)
    places = places_of(arguments)
    documents = Documents(places, lambda place: read(place, format=arguments.source_format))
    for number, (place, document) in enumerate(documents):
        if len(places) > 1:
            output.write(f"{chr(10) if number else ''}==> {make_safe(place)} <==\n")
        for line in shown_lines(document, columns, settings, looks):
            output.write(f"{line}\n")
    return documents.exit_code(found=True)


def lines_that_fit(settings: Settings, document: Document) -> list[str]:
    """Return the lines of a document when the terminal has room for all of them, else none."""
    size = os.get_terminal_size(sys.stdout.fileno())
    use_ascii(settings.ascii or wants_ascii(os.environ))
    widest = copy(settings)
    widest.measure = size.columns
    shown = shown_lines(document, size.columns + _GUTTER, widest, _looks(settings))
    lines = [line.removeprefix("  ") for line in islice(shown, size.lines)]
    return lines if len(lines) < size.lines else []


def shown_lines(document: Document, columns: int, settings: Settings, looks: Looks) -> Iterator[str]:
    """Write a document for so many columns: a bar beside what is quoted, and who said it where there is room."""
    width = max(NARROWEST_TEXT, min(settings.measure, columns - _GUTTER))
    page = Page(document, width, spacing=settings.spacing, hyphenation=settings.hyphenation)
    layers = [quoted(document), standing(document)]
    names = Names(document)
    room = columns - _GUTTER - page.width - 2
    for number in range(len(page)):
        line = page.line(number)
        base = block_roles(line.block) if line.block else ()
        runs: list[Run] = []
        cell = 0
        for bar in line.bars:
            runs += [(" " * (bar - cell), ()), (drawn("│"), ("rule",))]
            cell = bar + 1
        for piece in line.pieces:
            runs.append((" " * (piece.cell - cell), ()))
            words = divide(document.text, piece.span.start, piece.span.end, layers, base)
            runs += words
            cell = piece.cell + sum(cell_len(text) for text, _ in words)
        if line.is_parted:
            runs.append(("-", runs[-1][1]))
            cell += 1
        start, end = page.line_start(number), page.line_end(number)
        is_quoted = not page.is_blank(number) and any(True for _ in layers[0].meeting(start, end))
        gutter: Run = (drawn("▎") + " ", ("label",)) if is_quoted else ("  ", ())
        name = names.beginning_in(start, end) if room >= NARROWEST_TEXT and is_quoted else ""
        if name:
            runs += [(" " * (page.width - cell + 2), ()), (fit(name, min(room, _NAME_CELLS)), ("caption",))]
        yield "".join(looks.written(text, roles) for text, roles in [gutter, *runs]).rstrip()


class Names:
    """Who is quoted, line by line; a name is given once as long as nobody else speaks."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = Landmarks(document).quotes
        self._next = 0
        self._last = ""

    def beginning_in(self, start: int, end: int) -> str:
        """Return who speaks from a line on, when a quote of somebody else begins in it."""
        name = ""
        while self._next < len(self._starts) and self._starts[self._next] < end:
            if self._starts[self._next] >= start and not name:
                name = self._name_of(self._next)
            self._next += 1
        if name == self._last:
            return ""
        self._last = name or self._last
        return name

    def _name_of(self, index: int) -> str:
        quote = self._document.quotes[index]
        return self._document.speakers[quote.attribution.speaker].name if quote.attribution else "unknown speaker"


def _columns() -> int:
    if not output.is_terminal():
        return _PIPE_COLUMNS
    return os.get_terminal_size(sys.stdout.fileno()).columns or _PIPE_COLUMNS


def _looks(settings: Settings) -> Looks:
    """Choose the looks: the theme asked for; where none is, the terminal's own colours, which fit its background."""
    colours = colours_for(os.environ, is_terminal=output.is_terminal())
    if colours is None:
        return Looks(None, None)
    if "theme" in settings.origins:
        return Looks(load_palette(settings.theme, in_sixteen=colours is Colours.SIXTEEN), colours)
    return Looks(read_palette(style_path("show.tcss")), colours)
