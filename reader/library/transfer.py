"""Articles as JSON Lines, out of one library and into another: an object an article, all of it in the object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reader.errors import LibraryError
from reader.library.codec import document_of, load_structure, structure_record
from reader.library.entries import Report
from reader.library.store import Library
from reader.sources.safe import make_safe

SCHEMA = 1
_PER_TRANSACTION = 100


def export_lines(library: Library) -> Iterator[str]:
    """Yield each article with its places, document and corrections as a line of JSON."""
    for article in sorted(library.articles(), key=lambda article: article.id):
        document = library.document(article.id)
        record = {
            "schema": SCHEMA,
            "places": article.places,
            "text": document.text,
            "document": structure_record(document),
            "corrections": library.corrections(article.id),
        }
        yield json.dumps(record, ensure_ascii=False) + "\n"


def import_lines(library: Library, lines: Iterable[str]) -> Iterator[Report]:
    """Add each article that a line holds, and yield what became of its places; raises `LibraryError` for nonsense."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            document = document_of(_safe(record["text"]), load_structure(json.dumps(record["document"]).encode()))
            places = [make_safe(str(place)) for place in record["places"]]
            corrections = [
                (int(start), make_safe(str(words)), make_safe(str(name)))
                for start, words, name in record["corrections"]
            ]
        except (ValueError, LookupError, TypeError) as error:
            raise LibraryError(f"line {number} is no article of a library (see docs/library.md)") from error
        yield from library.restore(document, places, corrections)


def _safe(text: Any) -> str:
    if not isinstance(text, str) or make_safe(text) != text:
        raise ValueError("not a text of ours")
    return text
