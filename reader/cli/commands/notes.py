"""`pullquote notes`: what a person marked and noted, as text, Markdown or W3C Web Annotations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import output
from reader.cli.annotations import FORMATS
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, say
from reader.cli.libraries import with_library
from reader.errors import NoLibraryError, UsageError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.marks import Mark


def run(arguments: Arguments) -> ExitCode:
    """List the marks of everything, or of what is named: files, URLs, or articles of the library."""
    try:
        marks, has_trouble = with_library(arguments, lambda library: _marks(library, arguments.files))
    except NoLibraryError:
        marks, has_trouble = [], False
    for piece in FORMATS[arguments.format](marks):
        output.write(piece)
    if has_trouble:
        return ExitCode.TROUBLE
    return ExitCode.FOUND if marks else ExitCode.NOTHING_FOUND


def _marks(library: Library, names: Sequence[str]) -> tuple[list[Mark], bool]:
    """Return the marks of what is named, and whether something named is not there, which is said."""
    if not names:
        return library.marks(), False
    marks: list[Mark] = []
    has_trouble = False
    for name in names:
        try:
            marks += _marks_of(library, name)
        except UsageError as error:
            say(error)
            has_trouble = True
    return marks, has_trouble


def _marks_of(library: Library, name: str) -> list[Mark]:
    """Return the marks of a file or URL, else of the only article of that number, place or title."""
    place = name if "://" in name else str(Path(name).expanduser().resolve())
    marks = library.marks([place])
    if marks or "://" in name or Path(name).exists():
        return marks
    articles = library.named(name)
    if len(articles) > 1:
        numbers = ", ".join(str(article.id) for article in articles[:8])
        raise UsageError(f"{name} may be one of {numbers}: name its number")
    titled = [mark for mark in library.marks() if name.casefold() in mark.title.casefold()]
    if not articles and not titled:
        raise UsageError(f"there is no article {name}, and no note on one: name a file, a number or a title")
    return library.marks(articles[0].places) if articles else titled
