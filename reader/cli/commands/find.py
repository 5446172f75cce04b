"""`pullquote find`: words over the whole library, or over the files named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, say
from reader.cli.hits import FORMATS, PlacedHits
from reader.cli.libraries import library_of_files, with_library, words_and_files

if TYPE_CHECKING:
    from reader.library import Library


def run(arguments: Arguments) -> ExitCode:
    """Print what is found."""
    words, files = words_and_files(arguments)
    query = " ".join(words)
    if not files:
        found = with_library(arguments, lambda library: _find(arguments, library, query))
        return ExitCode.FOUND if found else ExitCode.NOTHING_FOUND
    library, has_trouble = library_of_files(files, arguments.source_format)
    found = _find(arguments, library, query)
    if has_trouble:
        return ExitCode.TROUBLE
    return ExitCode.FOUND if found else ExitCode.NOTHING_FOUND


def _find(arguments: Arguments, library: Library, query: str) -> bool:
    from reader.library.fulltext import Filter

    filter = Filter(
        speaker=arguments.speaker or "",
        since=arguments.since or "",
        until=arguments.until or "",
        scope=arguments.scope,
        source=arguments.source or "",
    )
    found = library.find(query, filter, limit=max(arguments.limit, 1))
    for typed, meant in found.instead:
        say(f"“{typed}” is nowhere; this is for “{meant}”")
    placed = [PlacedHits(hits, library.document(hits.article.id)) for hits in found.articles]
    write = output.write_folded if arguments.format == "text" else output.write
    for piece in FORMATS[arguments.format](placed):
        write(piece)
    return bool(placed)
