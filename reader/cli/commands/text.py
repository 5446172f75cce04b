"""`pullquote text`: the text of an article, unwrapped or for a page."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.places import Documents, places_of
from reader.model.document import Document
from reader.reading import read_without_quotes


def run(arguments: Arguments) -> ExitCode:
    """Print the text of the file named."""
    places = places_of(arguments)
    documents = Documents(places, lambda place: read_without_quotes(place, format=arguments.source_format))
    for _, document in documents:
        if arguments.width is None:
            output.write(f"{document.text}\n")
        else:
            output.write("".join(f"{line}\n" for line in _wrapped(document, arguments.width)))
    return documents.exit_code(found=True)


def _wrapped(document: Document, width: int) -> Iterator[str]:
    from reader.cli.pages import plain_line  # unwrapped text needs no cell widths
    from reader.layout.page import Page

    page = Page(document, width)
    for number in range(len(page)):
        yield plain_line(document, page.line(number))
