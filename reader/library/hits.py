"""Where in an article a query stands: the passages worth showing, with section, speaker and the words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.library.codec import unpack_sections, unpack_text
from reader.library.database import Database
from reader.library.entries import Article, ArticleHits, Hit
from reader.library.ids import article_of, ids_of, number_of
from reader.library.listing import by_ids
from reader.library.query import Query
from reader.model.sections import Section, section_path
from reader.model.span import Span
from reader.search.fold import fold

PER_ARTICLE = 3
_BEFORE, _AFTER = 70, 110
"""Characters of context around a word."""
_FAR = 1500
"""Characters of a paragraph before a passage, and behind it."""
_LONGEST_QUOTE = 400
"""A longer one is shown by the context of the words in it."""


class _QuoteRow(NamedTuple):
    number: int
    span: Span
    speaker: str


class _Opened(NamedTuple):
    """What an article's hits are made from."""

    text: str
    sections: Sequence[Section]
    quotes: Sequence[_QuoteRow]

    def quote_at(self, offset: int) -> _QuoteRow | None:
        """Return the innermost quote around an offset."""
        index = bisect_right(self.quotes, offset, key=lambda quote: quote.span.start) - 1
        # Quotes nest a level or two: the one around may stand a few before.
        for quote in reversed(self.quotes[max(index - 3, 0) : index + 1]):
            if offset in quote.span:
                return quote
        return None

    def titles_at(self, offset: int) -> tuple[str, ...]:
        return tuple(section.title for section in section_path(self.sections, offset))


def text_hits(database: Database, articles: Sequence[int], query: Query) -> list[ArticleHits]:
    """Return the best passages of each article that have the query's words."""
    entries = by_ids(database, articles)
    return [_text_hits(database, entries[id], query) for id in articles]


def quote_hits(
    database: Database, ids: Sequence[int], query: Query, *, per_article: int = PER_ARTICLE
) -> list[ArticleHits]:
    """Return quotes by their ids, grouped by article in the order of the ids."""
    groups: dict[int, list[int]] = {}
    for id in ids:
        groups.setdefault(article_of(id), []).append(number_of(id))
    entries = by_ids(database, list(groups))
    found = []
    for article, numbers in groups.items():
        opened = _open(database, article)
        # The best of the article, in the order of its text.
        hits = [_quote_hit(opened, opened.quotes[number], query) for number in sorted(numbers[:per_article])]
        found.append(ArticleHits(entries[article], tuple(hits), len(numbers) - len(hits)))
    return found


def _open(database: Database, article: int) -> _Opened:
    text, structure = database.rows("SELECT text, structure FROM texts WHERE article = ?", (article,))[0]
    rows = database.rows(
        "SELECT q.id, q.start, q.end, v.name FROM quotes q LEFT JOIN voices v ON v.id = q.voice "
        "WHERE q.id >= ? AND q.id < ? ORDER BY q.id",
        ids_of(article),
    )
    quotes = [_QuoteRow(number_of(id), Span(start, end), name or "") for id, start, end, name in rows]
    whole = unpack_text(text)
    return _Opened(whole, unpack_sections(whole, structure), quotes)


def _quote_hit(opened: _Opened, quote: _QuoteRow, query: Query) -> Hit:
    folded = fold(quote.span.cut(opened.text))
    marked = [
        Span(quote.span.start + span.start, quote.span.start + span.end)
        for span in (folded.original(start, end) for start, end, _ in query.places(folded.lower))
    ]
    titles = opened.titles_at(quote.span.start)
    around = _paragraph(opened.text, quote.span)
    return Hit(quote.span, tuple(marked), titles, quote.number, quote.speaker, around, around.cut(opened.text))


def _text_hits(database: Database, article: Article, query: Query) -> ArticleHits:
    opened = _open(database, article.id)
    folded = fold(opened.text)
    found = [(term, folded.original(start, end)) for start, end, term in query.places(folded.lower)]
    passages = _passages(opened, found)
    # The most of the words first, quotes before the article's own text, then as they stand.
    best = sorted(passages, key=lambda passage: (-len({term for term, _ in passage.words}), passage.quote is None))
    shown = sorted(best[:PER_ARTICLE], key=lambda passage: passage.span.start)
    return ArticleHits(article, tuple(_hit(opened, passage) for passage in shown), len(passages) - len(shown))


class _Passage(NamedTuple):
    span: Span
    quote: _QuoteRow | None
    words: list[tuple[int, Span]]
    """Each word found, with the number of its term."""


def _hit(opened: _Opened, passage: _Passage) -> Hit:
    around = _paragraph(opened.text, passage.span)
    return Hit(
        passage.span,
        tuple(span for _, span in passage.words),
        opened.titles_at(passage.span.start),
        None if passage.quote is None else passage.quote.number,
        "" if passage.quote is None else passage.quote.speaker,
        around,
        around.cut(opened.text),
    )


def _passages(opened: _Opened, found: Sequence[tuple[int, Span]]) -> list[_Passage]:
    """Gather the words found into passages: one for a quote, one for what stands within a sight of a word."""
    passages: list[_Passage] = []
    for term, span in found:
        if passages and span.end <= passages[-1].span.end:
            passages[-1].words.append((term, span))
            continue
        quote = opened.quote_at(span.start)
        shown = quote.span if quote and len(quote.span) <= _LONGEST_QUOTE else _context(opened.text, span)
        passages.append(_Passage(shown, quote, [(term, span)]))
    return passages


def _paragraph(text: str, span: Span) -> Span:
    """Return the lines that a span stands on, as far as one would look."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _FAR)
    end = text.find("\n", span.end)
    return Span(start, min(len(text) if end < 0 else end, span.end + _FAR))


def _context(text: str, span: Span) -> Span:
    """Return the words around a span, not beyond its paragraph."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    line_end = text.find("\n", span.end)
    end = min(len(text) if line_end < 0 else line_end, span.end + _AFTER)
    if start and text[start - 1] not in " \n":
        start = text.find(" ", start, span.start) + 1 or span.start
    if end < len(text) and text[end] not in " \n":
        end = max(text.rfind(" ", span.end, end), span.end)
    return Span(start, end)
