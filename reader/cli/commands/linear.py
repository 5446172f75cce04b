"""`pullquote --linear FILE`, and any file where the terminal has no screen: print it, then answer line by line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TextIO

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, say
from reader.cli.linear.answers import answer, find_command, greeting
from reader.cli.linear.unfolding import Unfolding
from reader.cli.places import Documents, places_of
from reader.errors import ReaderError
from reader.model.document import Document
from reader.reading import Opening, open_place
from reader.sources.safe import make_safe
from reader.ui.signs import use_ascii, wants_ascii

WIDTH = 72
"""Of the text, where the terminal is not narrower."""
NARROWEST = 8
LONG_LINES = 1000
"""A text of more lines is not printed at once: only its first part is."""
LONG_GREETING = "This is a long text. Type n to go on, help for what you can ask, q to leave."
PROMPT = "> "
_BY_KIND = {"at": "find", "section": "goto", "speaker": "speaker"}


def run(arguments: Arguments) -> ExitCode:
    """Read the files named, one after another."""
    use_ascii(arguments.settings.ascii or wants_ascii(os.environ))
    places = places_of(arguments)
    opened: dict[str, Opening] = {}

    def open_it(place: str) -> Document:
        opened[place] = open_place(place, format=arguments.source_format)
        return opened[place].first

    documents = Documents(places, open_it)
    for place, _ in documents:
        if len(places) > 1:
            output.write(f"==> {make_safe(place)} <==\n")
        _read_out(Unfolding(opened[place], _width()), chain(_asked(arguments.start), _commands("-" in places)))
    return documents.exit_code(found=True)


def _asked(start: tuple[str, str] | None) -> list[str]:
    """Return what one would type to get to the place that the command line names."""
    kind, words = start or ("", "")
    return [f"{_BY_KIND[kind]} {words}"] if kind in _BY_KIND else []


def _read_out(unfolding: Unfolding, commands: Iterator[str]) -> None:
    width = _width()
    printed = unfolding.printed
    part: int | None = None
    if not unfolding.has_text or len(printed.page) > LONG_LINES:
        part = 0
        _say([*printed.part(part), "", LONG_GREETING], width)
    else:
        _say(printed.all_lines(), width)
        unfolding.wait_for_quotes()  # whoever reads the first lines need not wait for it
        _say(["", greeting(unfolding.printed.document)], width)
    for line in commands:
        try:
            _wait_for_what_is_needed(unfolding, part, line, width)
        except ReaderError as error:
            say(error)
        answered = answer(unfolding.printed, part, line)
        _say(answered.lines, width)
        part = part if answered.part is None else answered.part
        if answered.is_last:
            return


def _wait_for_what_is_needed(unfolding: Unfolding, part: int | None, line: str, width: int) -> None:
    command = find_command(line)
    if command is None:
        return
    if command.needs_quotes and not unfolding.has_quotes:
        _say(["One moment: the quotes of this long text are being found."], width)
        unfolding.wait_for_quotes()
    # The last part of the first pages may go on in the rest.
    is_further_on = part is not None and part + 2 < unfolding.printed.part_count
    if command.needs_text and not (command.is_step and is_further_on):
        unfolding.wait_for_text()


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
