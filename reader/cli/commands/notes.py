"""`pullquote notes`: what a person marked and noted, as text, Markdown or W3C Web Annotations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import output
from reader.cli.annotations import FORMATS
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.libraries import with_library
from reader.errors import NoLibraryError, UsageError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.marks import Mark


def run(arguments: Arguments) -> ExitCode:
    """List the marks of everything, or of what is named: files, URLs, or articles of the library."""
    try:
        marks = with_library(arguments, lambda library: _marks(library, arguments.files))
    except NoLibraryError:
        marks = []
    for piece in FORMATS[arguments.format](marks):
        output.write(piece)
    return ExitCode.FOUND if marks else ExitCode.NOTHING_FOUND


def _marks(library: Library, names: Iterable[str]) -> list[Mark]:
    names = list(names)
    if not names:
        return library.marks()
    return [mark for name in names for mark in _marks_of(library, name)]


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
