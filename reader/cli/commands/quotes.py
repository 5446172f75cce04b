"""`pullquote quotes`: who said what, for people, programs and spreadsheets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.formats import PlacedQuote, format_named
from reader.cli.places import Documents, places_of
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.reading import read
from reader.sources.safe import make_safe


def run(arguments: Arguments) -> ExitCode:
    """Print the quotes of the files named, or those of one speaker."""
    own = {name: str(entry.value) for name, entry in arguments.settings.citations.items()}
    formatted = format_named(arguments.format, own)
    places = places_of(arguments)
    documents = Documents(places, lambda place: read(place, format=arguments.source_format))
    quotes = _placed_quotes(documents, arguments.speaker or "", is_one_of_several=len(places) > 1)
    first = next(quotes, None)
    write = output.write_folded if arguments.format == "text" else output.write
    for piece in formatted(() if first is None else chain([first], quotes)):
        write(piece)
    return documents.exit_code(found=first is not None)


def _placed_quotes(documents: Documents, name: str, *, is_one_of_several: bool) -> Iterator[PlacedQuote]:
    for place, document in documents:
        for number, quote in enumerate(document.quotes, start=1):
            if not name or is_said_by(document, quote, name):
                yield PlacedQuote(make_safe(place), document, quote, number, is_one_of_several)


def is_said_by(document: Document, quote: Quote, name: str) -> bool:
    """Tell whether every word of a name is in the speaker's, case and accents aside."""
    if quote.attribution is None:
        return False
    return _folded_words(name) <= _folded_words(document.speakers[quote.attribution.speaker].name)


def _folded_words(name: str) -> set[str]:
    letters = (letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return set(re.findall(r"\w+", "".join(letters).casefold()))
