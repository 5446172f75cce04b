"""Speakers that a person set right: kept apart from what was found, and put upon it whenever it is found anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.library.database import Database
from reader.library.prepared import hash_of
from reader.model.document import Document
from reader.model.quotations import Attribution, Quote, Speaker
from reader.search.fold import fold

RULE = "by-hand"
_REASON = "set right by hand"

Correction = tuple[int, str, str]
"""Where a quote starts, its words, and who said it."""


def store_correction(database: Database, article: int, document: Document, quote: int, speaker: str) -> None:
    """Note who said a quote; an empty name says that nobody can be named."""
    content = document.quotes[quote].content
    database.write(
        "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?)",
        (article, content.start, _bare(content.cut(document.text)), speaker),
    )


def corrections_of(database: Database, article: int) -> list[Correction]:
    """Return what was set right in an article."""
    rows = database.rows("SELECT start, words, speaker FROM corrections WHERE article = ? ORDER BY start", (article,))
    return [(start, words, speaker) for start, words, speaker in rows]


def restore_corrections(database: Database, article: int, corrections: Iterable[Correction]) -> None:
    """Note what was set right elsewhere; the article's document has it already."""
    rows = [(article, *correction) for correction in corrections]
    database.write_many("INSERT OR IGNORE INTO corrections VALUES (?, ?, ?, ?)", rows)


def corrected(database: Database, article: int, document: Document) -> Document:
    """Return the document with what a person put right in it."""
    for start, words, speaker in corrections_of(database, article):
        index = _find_quote(document, start, words)
        if index is not None:
            document = with_speaker(document, index, speaker)
    return document


def article_of(database: Database, document: Document, place: str) -> int | None:
    """Return the article with this very text, else the one read at this place; None when there is neither."""
    same_text = database.value("SELECT id FROM articles WHERE text_hash = ?", (hash_of(document.text),))
    article = same_text or database.value("SELECT article FROM places WHERE place = ?", (place,))
    return None if article is None else int(article)


def move_corrections(database: Database, old: int, new: int, document: Document) -> None:
    """Carry corrections to the article that came in another's place, where it has the same quotes."""
    for start, words, speaker in corrections_of(database, old):
        index = _find_quote(document, start, words)
        if index is not None:
            store_correction(database, new, document, index, speaker)


def with_speaker(document: Document, index: int, name: str) -> Document:
    """Return the document with a quote given to somebody, who need not have been in it before."""
    quote = document.quotes[index]
    names = [speaker.name for speaker in document.speakers]
    speakers = document.speakers
    attribution = None
    if name:
        if name not in names:
            speakers = (*speakers, Speaker(name))
            names.append(name)
        attribution = Attribution(names.index(name), RULE, _REASON, 1.0)
    quotes = (*document.quotes[:index], replace(quote, attribution=attribution), *document.quotes[index + 1 :])
    return replace(document, quotes=quotes, speakers=speakers)


def _find_quote(document: Document, start: int, words: str) -> int | None:
    """Find the quote with these words, the nearest to where it stood."""
    same = [
        (abs(quote.content.start - start), index)
        for index, quote in enumerate(document.quotes)
        if _bare(_words(document, quote)) == words
    ]
    return min(same)[1] if same else None


def _words(document: Document, quote: Quote) -> str:
    return quote.content.cut(document.text)


def _bare(words: str) -> str:
    return " ".join(fold(words).lower.split())
