"""A person's marks as text, as Markdown, and as Web Annotations (W3C): a list that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reader.citations.citation import web_address
from reader.citations.escapes import in_markdown
from reader.cli.to_json import to_json
from reader.cli.wire import Record

if TYPE_CHECKING:
    from reader.library.marks import Mark

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def _text(marks: Iterable[Mark]) -> Iterator[str]:
    for count, (title, of_article) in enumerate(_by_article(marks)):
        yield "\n" if count else ""
        yield f"{title}\n"
        for mark in of_article:
            yield f"   {' '.join(mark.words.split())}\n"
            if mark.note:
                yield f"      {mark.note}\n"
            where = " · ".join(part for part in (mark.section, _day(mark.made)) if part)
            yield f"      {where}\n"


def _markdown(marks: Iterable[Mark]) -> Iterator[str]:
    for count, (title, of_article) in enumerate(_by_article(marks)):
        yield "\n" if count else ""
        yield f"# {_line(title)}\n"
        section = ""
        for mark in of_article:
            if mark.section != section:
                section = mark.section
                yield f"\n## {_line(section)}\n" if section else ""
            quoted = "\n".join(f"> {line}".rstrip() for line in in_markdown(mark.words).split("\n"))
            yield f"\n{quoted}\n"
            yield f"\n{_line(mark.note)}\n" if mark.note else ""


def _json(marks: Iterable[Mark]) -> Iterator[str]:

    items = [{"@context": _CONTEXT} | annotation(mark) for mark in marks]
    yield to_json(items, indent=2) + "\n"


def annotation(mark: Mark) -> Record:
    """Return a mark as a Web Annotation: its words with what stands around them, and their offsets."""
    target: Record = {
        "source": source_of(mark.place),
        "selector": [
            {"type": "TextQuoteSelector", "exact": mark.words, "prefix": mark.before, "suffix": mark.after},
            {"type": "TextPositionSelector", "start": mark.span.start, "end": mark.span.end},
        ],
    }
    body: Record = {"type": "TextualBody", "value": mark.note, "format": "text/plain", "purpose": "commenting"}
    item: Record = {
        "id": f"urn:pullquote:mark:{mark.made:.6f}",
        "type": "Annotation",
        "motivation": "commenting" if mark.note else "highlighting",
        "created": _moment(mark.made),
        "modified": _moment(mark.changed),
        "target": target | ({"dcterms:title": mark.title} if mark.title else {}),
    }
    return item | ({"body": body} if mark.note else {})


def source_of(place: str) -> str:
    """Return a place as an IRI."""
    if "://" in place:
        return web_address(place) or place
    return "urn:pullquote:standard-input" if place == "-" else Path(place).absolute().as_uri()


FORMATS: dict[str, Callable[[Iterable[Mark]], Iterator[str]]] = {"text": _text, "markdown": _markdown, "json": _json}


def _by_article(marks: Iterable[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    for place, of_place in groupby(marks, key=lambda mark: mark.place):
        listed = list(of_place)
        yield f"{listed[-1].title} ({place})" if listed[-1].title else place, listed


def _line(text: str) -> str:
    return in_markdown(" ".join(text.split()))


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d")


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
