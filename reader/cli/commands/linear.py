"""`pullquote --linear FILE`, and any file where the terminal has no screen: print it, then answer line by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.linear.answers import answer, greeting
from reader.cli.linear.printed import Printed
from reader.cli.places import Documents, places_of
from reader.model.document import Document
from reader.quotes import find_quotes
from reader.reading import read_without_quotes
from reader.sources.safe import make_safe
from reader.ui.signs import use_ascii, wants_ascii

WIDTH = 72
"""Of the text, where the terminal is not narrower."""
NARROWEST = 8
LONG_LINES = 1000
"""A text of more lines is not printed at once: only its first part is."""
PROMPT = "> "


def run(arguments: Arguments) -> ExitCode:
    """Read the files named, one after another."""
    use_ascii(arguments.settings.ascii or wants_ascii(os.environ))
    places = places_of(arguments)
    documents = Documents(places, lambda place: read_without_quotes(place, format=arguments.source_format))
    for place, document in documents:
        if len(places) > 1:
            output.write(f"==> {make_safe(place)} <==\n")
        _read_out(document, _commands("-" in places))
    return documents.exit_code(found=True)


def _read_out(document: Document, commands: Iterator[str]) -> None:
    width = _width()
    printed = Printed(document, width)
    part: int | None = None
    if len(printed.page) > LONG_LINES:
        part = 0
        _say([*printed.part(part), "", f"This text has {len(printed.page)} lines. Type n to go on."], width)
    else:
        _say(printed.all_lines(), width)
    printed = Printed(find_quotes(document), width)  # now, since whoever reads the first lines need not wait for it
    _say(["", greeting(printed.document)], width)
    for line in commands:
        answered = answer(printed, part, line)
        _say(answered.lines, width)
        part = part if answered.part is None else answered.part
        if answered.is_last:
            return


def _commands(is_article_on_stdin: bool) -> Iterator[str]:
    """Yield the lines typed, each behind a prompt where a person types."""
    stream = _keyboard() if is_article_on_stdin else sys.stdin
    if stream is None:
        return
    is_typed = stream.isatty()
    while True:
        if is_typed:
            output.write(PROMPT)
            output.finish()
        line = stream.readline()
        if not line:
            output.write("\n" if is_typed else "")
            return
        yield line


def _keyboard() -> TextIO | None:
    try:
        return open("/dev/tty", encoding="utf-8", errors="replace")  # noqa: PTH123 – a device, open to the end
    except OSError:
        return None


def _width() -> int:
    if not output.is_terminal():
        return WIDTH
    columns = os.get_terminal_size(sys.stdout.fileno()).columns
    return min(WIDTH, max(NARROWEST, columns - 1)) if columns else WIDTH


def _say(lines: Sequence[str], width: int) -> None:
    for line in lines:
        output.write(f"{output.fold(line, width)}\n")
    output.finish()
