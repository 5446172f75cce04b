"""`pullquote FILE`: the app, or the text when nobody looks at a terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.places import Documents, places_of
from reader.errors import UsageError
from reader.reading import Opening, open_place, read_without_quotes
from reader.sources.formats import PAGED
from reader.sources.safe import make_safe
from reader.terminal.colours import Colours, colours_of


def run(arguments: Arguments) -> int:
    """Open the files named in the app, or print them into a pipe or onto a terminal without a screen."""
    if arguments.settings.linear or (output.is_terminal() and _is_without_screen(os.environ)):
        from reader.cli.commands import linear  # it needs the quotes' tables; the app can wait for them

        return linear.run(arguments)
    places = [] if _is_library_wanted(arguments) else places_of(arguments)
    if not output.is_terminal():
        return _print(places, arguments.source_format)
    opened: dict[str, Opening] = {}
    if "-" in places:
        _take_keys_from_the_terminal()
        opened["-"] = open_place("-", format=arguments.source_format)
        if len(places) == 1 and not arguments.start and _is_shown_at_once(arguments, opened["-"]):
            return ExitCode.FOUND
    colours = _fit_to_terminal(arguments)
    gc.disable()  # 15 ms less to the first paint, behind which the app turns it on: little made until then is garbage
    with _without("ssl"):  # asyncio takes it along: 4 ms and 4 MB that reading a file needs not
        from reader.ui.app import run as run_app  # Textual and its widgets, 216 ms

    code = run_app(
        places,
        arguments.settings,
        format=arguments.source_format,
        colours=colours,
        start=arguments.start,
        opened=opened,
    )
    output.finish()
    # The terminal is restored and nothing is left to save: freeing a book's objects one by one would take 0.6 s.
    os._exit(code)


def _is_shown_at_once(arguments: Arguments, opening: Opening) -> bool:
    """Print what a program wrote for a pager where it fits the window, as `less -F` does; tell whether it did."""
    if opening.first.format != PAGED or opening.rest is not None:
        return False
    from reader.cli.commands.show import lines_that_fit

    lines = lines_that_fit(arguments.settings, opening.first)
    output.write("".join(f"{line}\n" for line in lines))
    return bool(lines)


def _fit_to_terminal(arguments: Arguments) -> Colours:
    """Choose signs and colours by what the terminal shows; Textual is told before it is imported."""
    from reader.ui.signs import use_ascii, wants_ascii  # cell widths: a pipe needs them never

    use_ascii(arguments.settings.ascii or wants_ascii(os.environ))
    colours = colours_of(os.environ)
    os.environ["TEXTUAL_COLOR_SYSTEM"] = Colours.SIXTEEN if colours is Colours.NONE else colours
    os.environ.pop("NO_COLOR", None)  # Textual would make greys of it, and of an empty one too
    return colours


def _is_library_wanted(arguments: Arguments) -> bool:
    """Tell whether nothing is named, nothing piped in, and somebody looks at a terminal."""
    is_anything_named = arguments.files or arguments.sample is not None
    return not is_anything_named and output.is_terminal() and sys.stdin is not None and sys.stdin.isatty()


def _is_without_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether the terminal takes nothing but lines; on Windows nothing sets TERM."""
    return environ.get("TERM", "") in {"", "dumb"} and sys.platform != "win32"


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Let imports inside do without a module that they can do without; later ones get it."""
    is_loaded = module in sys.modules
    if not is_loaded:
        sys.modules[module] = None  # type: ignore[assignment]  # Python's own sign for “cannot be imported”
    yield
    if not is_loaded:
        del sys.modules[module]


def _take_keys_from_the_terminal() -> None:
    """Keep standard input for the article it holds; descriptor 0, where Textual reads keys, becomes the terminal."""
    article = os.dup(0)
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError("there is no terminal to read keys from; try pullquote text -") from error
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = os.fdopen(article)


def _print(places: list[str], source_format: str | None) -> ExitCode:
    documents = Documents(places, lambda place: read_without_quotes(place, format=source_format))
    for place, document in documents:
        if len(places) > 1:
            output.write(f"==> {make_safe(place)} <==\n")
        output.write(f"{document.text}\n")
    return documents.exit_code(found=True)
