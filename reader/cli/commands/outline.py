"""`pullquote outline`: the sections of an article and the quotes in each."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.places import Documents, places_of
from reader.cli.to_json import to_json
from reader.cli.wire import count_quotes, outline_record
from reader.model.document import Document
from reader.model.sections import walk_sections
from reader.reading import read


def run(arguments: Arguments) -> ExitCode:
    """Print the section tree of the file named; one without sections counts as nothing found."""
    documents = Documents(places_of(arguments), lambda place: read(place, format=arguments.source_format))
    found = False
    for _, document in documents:
        found = found or bool(document.sections)
        if arguments.format == "json":
            output.write(to_json(outline_record(document), indent=2) + "\n")
        else:
            output.write("".join(f"{line}\n" for line in _lines(document)))
    return documents.exit_code(found=found)


def _lines(document: Document) -> Iterator[str]:
    # A Markdown text with several first-level headings is called like the first of them.
    if document.metadata.title not in {"", *(section.title for section in document.sections[:1])}:
        yield document.metadata.title
    for depth, section in walk_sections(document.sections):
        count = count_quotes(document, section)
        yield f"{'  ' * (depth + 1)}{section.title}{f'  ({count})' if count else ''}"
