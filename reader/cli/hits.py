"""What was found in a library, in each format that `find` and `speakers` know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from reader.citations.quoted import UNKNOWN
from reader.citations.styles import cite
from reader.cli.to_json import to_json
from reader.cli.wire import SCHEMA, Record
from reader.model.document import Document
from reader.model.span import Span

if TYPE_CHECKING:
    from reader.library.entries import Article, ArticleHits, Hit


class PlacedHits(NamedTuple):
    """The hits in one article, with its document."""

    found: ArticleHits
    document: Document


def article_record(article: Article) -> Record:
    """Return an article of the library as a JSON object."""
    return {
        "article": article.id,
        "title": article.title or None,
        "byline": article.byline or None,
        "date": article.date or None,
        "day": article.day or None,
        "source": article.source or None,
        "paths": list(article.places),
        "characters": article.characters,
        "quotes": article.quotes,
    }


def article_line(article: Article) -> str:
    """Return an article in one line: its title, date and source, and its number in the library."""
    known = " · ".join(part for part in (article.date, article.source) if part)
    return f"{article.name}{f' ({known})' if known else ''} · {article.id}"


def hit_record(article: Article, document: Document, hit: Hit) -> Record:
    """Return a hit as a JSON object."""
    return {
        "article": article.id,
        "title": article.title or None,
        "day": article.day or None,
        "source": article.source or None,
        "paths": list(article.places),
        "section": list(hit.section),
        "quote": None if hit.quote is None else hit.quote + 1,
        "speaker": hit.speaker or None,
        "text": hit.span.cut(document.text),
        "start": hit.span.start,
        "end": hit.span.end,
        "marks": [[mark.start, mark.end] for mark in hit.marked],
    }


def marked_text(text: str, span: Span, marked: Iterable[Span], mark: str = "*") -> str:
    """Return a passage in one line, the words that were looked for between marks."""
    pieces, done = [], span.start
    for word in marked:
        pieces += [text[done : word.start], mark, word.cut(text), mark]
        done = word.end
    pieces.append(text[done : span.end])
    return " ".join("".join(pieces).split())


def _text(placed: Iterable[PlacedHits]) -> Iterator[str]:
    for number, (found, document) in enumerate(placed, start=1):
        if number > 1:
            yield "\n"
        yield f"{number}. {article_line(found.article)}\n"
        for hit in found.hits:
            yield f"   {_drawn(document, hit)}\n"
            where = [
                *([_speaker(hit)] if hit.quote is not None else []),
                *(f"in “{title}”" for title in hit.section[-1:]),
            ]
            if where:
                yield f"      {' · '.join(where)}\n"
        if found.more:
            yield f"   and {found.more} more\n"
        yield f"   {found.article.places[0]}\n"


def _drawn(document: Document, hit: Hit) -> str:
    passage = marked_text(document.text, hit.span, hit.marked)
    is_quote = hit.quote is not None and document.quotes[hit.quote].content == hit.span
    return f"“{passage}”" if is_quote else f"… {passage} …"


def _speaker(hit: Hit) -> str:
    return hit.speaker or UNKNOWN


def _json_lines(placed: Iterable[PlacedHits]) -> Iterator[str]:

    for found, document in placed:
        for hit in found.hits:
            record = {"schema": SCHEMA} | hit_record(found.article, document, hit)
            yield to_json(record) + "\n"


def _csv(placed: Iterable[PlacedHits]) -> Iterator[str]:
    import csv
    import io

    row = io.StringIO()
    writer = csv.writer(row, lineterminator="\n")
    is_first = True
    for found, document in placed:
        for hit in found.hits:
            record = hit_record(found.article, document, hit)
            if is_first:
                writer.writerow(record)
                is_first = False
            writer.writerow(map(_cell, record.values()))
    yield row.getvalue()


def _cell(value: object) -> object:
    if not isinstance(value, list):
        return value
    return " > ".join("-".join(map(str, each)) if isinstance(each, list) else str(each) for each in value)


def _markdown(placed: Iterable[PlacedHits]) -> Iterator[str]:
    for number, (found, document) in enumerate(placed):
        yield f"{chr(10) if number else ''}## {found.article.name}\n"
        for hit in found.hits:
            quoted = None if hit.quote is None else document.quotes[hit.quote]
            if quoted is not None and quoted.content == hit.span:
                yield f"\n{cite(document, quoted, found.article.places[0], 'markdown')}\n"
            else:
                yield f"\n… {marked_text(document.text, hit.span, hit.marked, '**')} …\n"


FORMATS: dict[str, Callable[[Iterable[PlacedHits]], Iterator[str]]] = {
    "text": _text,
    "jsonl": _json_lines,
    "csv": _csv,
    "markdown": _markdown,
}
