"""A list of quotes in each format that `pullquote quotes` knows, piece by piece so that the first need not wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.citations.citation import citation_of
from reader.citations.quoted import in_marks, speaker_of
from reader.citations.styles import Style, style_named
from reader.cli.to_json import to_json
from reader.cli.wire import SCHEMA, Record, quote_record
from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind
from reader.model.sections import section_path

_INDENT = "   "
_KINDS = {QuoteKind.DIRECT: "", QuoteKind.MIXED: "in indirect speech", QuoteKind.BLOCK: "set apart"}


class PlacedQuote(NamedTuple):
    """A quote, its document, and where that was read."""

    place: str
    """Safe to show."""
    document: Document
    quote: Quote
    number: int
    """Of the document's quotes, from 1."""
    is_one_of_several: bool
    """Whether several places were named, so that it must be said which one this is from."""

    def record(self) -> Record:
        """Return the quote as a JSON object, with its path when there are several."""
        path: Record = {"path": self.place} if self.is_one_of_several else {}
        return path | quote_record(self.document, self.quote, self.number)


Format = Callable[[Iterable[PlacedQuote]], Iterator[str]]
"""Writes a list of quotes."""


def _text(quotes: Iterable[PlacedQuote]) -> Iterator[str]:
    place = None
    for count, placed in enumerate(quotes):
        if count:
            yield "\n"
        if placed.is_one_of_several and placed.place != place:
            place = placed.place
            yield f"==> {place} <==\n"
        document, quote = placed.document, placed.quote
        yield f"{placed.number}. {speaker_of(document, quote)}\n"
        yield f"{_INDENT}{' '.join(in_marks(document, quote).split())}\n"
        yield f"{_INDENT}{' · '.join(_evidence(document, quote))}\n"


def _evidence(document: Document, quote: Quote) -> Iterator[str]:
    """Say where a quote stands, how it is given, and why it is given to its speaker."""
    path = section_path(document.sections, quote.span.start)
    if path:
        yield f"in “{path[-1].title}”"
    if _KINDS[quote.kind]:
        yield _KINDS[quote.kind]
    if quote.attribution is None:
        yield quote.clue.reason if quote.clue else "nobody named"
    else:
        yield quote.attribution.reason
        yield f"{quote.attribution.confidence:.2f}"


def _json_lines(quotes: Iterable[PlacedQuote]) -> Iterator[str]:

    for placed in quotes:
        yield to_json({"schema": SCHEMA} | placed.record()) + "\n"


def _json(quotes: Iterable[PlacedQuote]) -> Iterator[str]:

    everything = {"schema": SCHEMA, "quotes": [placed.record() for placed in quotes]}
    yield to_json(everything, indent=2) + "\n"


def _csv(quotes: Iterable[PlacedQuote]) -> Iterator[str]:
    import csv
    import io

    row = io.StringIO()
    writer = csv.writer(row, lineterminator="\n")
    for count, placed in enumerate(quotes):
        record = placed.record()
        if not count:
            writer.writerow(record)
        writer.writerow(map(_cell, record.values()))
        yield row.getvalue()
        row.seek(0)
        row.truncate()


def _cell(value: object) -> object:
    return " > ".join(value) if isinstance(value, list) else value


def _cited(style: Style) -> Format:
    return lambda quotes: style.several(citation_of(placed.document, placed.quote, placed.place) for placed in quotes)


_FORMATS: dict[str, Format] = {"text": _text, "jsonl": _json_lines, "json": _json, "csv": _csv}


def format_named(name: str, own: Mapping[str, str]) -> Format:
    """Return what writes a list in a format or a citation style; raises `UsageError` when there is none."""
    return _FORMATS.get(name) or _cited(style_named(name, own, others=tuple(_FORMATS)))
