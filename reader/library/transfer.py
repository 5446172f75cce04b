"""A library as JSON Lines, out of one file and into another: an object an article, then one each thing done by hand.

What is done by hand stands by the names of its columns, so that a library of another version takes what it knows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reader.errors import LibraryError
from reader.library.codec import document_of, load_structure, structure_record
from reader.library.entries import Report
from reader.library.schema import BY_HAND
from reader.library.store import Library, Record
from reader.sources.safe import make_safe

SCHEMA = 1
_BYTES = "bytes"
_ARTICLE_IN_KEY = re.compile(r"(?<= #)\d+$")


def export_lines(library: Library) -> Iterator[str]:
    """Yield each article with its places, document and corrections as a line of JSON, then what was done by hand."""
    for article in sorted(library.articles(), key=lambda article: article.id):
        document = library.document(article.id)
        record = {
            "schema": SCHEMA,
            "article": article.id,
            "places": article.places,
            "text": document.text,
            "document": structure_record(document),
            "corrections": library.corrections(article.id),
        }
        yield json.dumps(record, ensure_ascii=False) + "\n"
    for table in BY_HAND:
        for row in library.by_hand(table):
            packed = {name: _pack(value) for name, value in row.items() if name != "id"}
            yield json.dumps({"schema": SCHEMA, "by_hand": table, "row": packed}, ensure_ascii=False) + "\n"


def import_lines(library: Library, lines: Iterable[str]) -> Iterator[Report]:
    """Add what each line holds, and yield what became of the places; raises `LibraryError` for nonsense."""
    new_ids = {0: 0}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if "by_hand" in record:
                _import_by_hand(library, record, new_ids)
                continue
            document = document_of(_safe(record["text"]), load_structure(json.dumps(record["document"]).encode()))
            places = [make_safe(str(place)) for place in record["places"]]
            corrections = [
                (int(start), make_safe(str(words)), make_safe(str(name)))
                for start, words, name in record["corrections"]
            ]
            old_id = int(record.get("article", -1))
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise LibraryError(f"line {number} is no article of a library (see docs/library.md)") from error
        for report in library.restore(document, places, corrections):
            if report.article is not None:
                new_ids[old_id] = report.article
            yield report


def _import_by_hand(library: Library, record: Mapping[str, Any], new_ids: Mapping[int, int]) -> None:
    """Add a row, its article by the number it has here; a row of an article that did not come along is left out."""
    table = record["by_hand"]
    if table not in BY_HAND:
        raise ValueError(f"no such table: {table}")
    row: Record = {str(name): _unpack(value) for name, value in record["row"].items()}
    if "article" in row:
        if row["article"] not in new_ids:
            return
        row["article"] = new_ids[row["article"]]
    if table == "identities":
        row["key"], row["person"] = (_with_new_article(row[name], new_ids) for name in ("key", "person"))
    library.restore_by_hand(table, [row])


def _with_new_article(key: str, new_ids: Mapping[int, int]) -> str:
    """Return the key of a person known from one article (“smith #12”) by the number the article has here."""
    return _ARTICLE_IN_KEY.sub(lambda found: str(new_ids.get(int(found[0]), found[0])), key)


def _pack(value: Any) -> Any:
    return {_BYTES: value.hex()} if isinstance(value, bytes) else value


def _unpack(value: Any) -> Any:
    if isinstance(value, dict):
        return bytes.fromhex(value[_BYTES])
    if not isinstance(value, str | int | float | None):
        raise TypeError("not a value of ours")
    return make_safe(value) if isinstance(value, str) else value


def _safe(text: Any) -> str:
    if not isinstance(text, str) or make_safe(text) != text:
        raise ValueError("not a text of ours")
    return text
