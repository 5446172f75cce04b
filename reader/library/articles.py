"""How an article enters the tables and leaves them. Each function works inside a transaction of its caller."""

from __future__ import annotations

import time
from collections.abc import Sequence

from reader.library.codec import pack_structure, unpack_document, unpack_text
from reader.library.copies import NEAR, resemblance, same_numbers, same_words, shingles_of
from reader.library.corrections import corrected, move_corrections
from reader.library.counts import count_voices, uncount_voices
from reader.library.database import Database
from reader.library.entries import Outcome, Report
from reader.library.ids import first_id, ids_of
from reader.library.prepared import IndexedQuote, Prepared, Voice, indexed_quote, voices_of
from reader.model.document import Document
from reader.search.fold import fold


def add_prepared(database: Database, prepared: Prepared, id: int | None = None) -> Report:
    """Write an article, or only its place where its text is there already; `id` gives back one it had before."""
    known = database.rows("SELECT article, source_hash FROM places WHERE place = ?", (prepared.place,))
    if known and known[0][1] == prepared.source_hash:
        return Report(prepared.place, Outcome.UNCHANGED, known[0][0])
    article, likeness = _find_copy(database, prepared)
    is_new = article is None
    if article is None:
        article = _insert(database, prepared, id)
    database.write(
        "INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?)",
        (prepared.place, article, prepared.source_hash, likeness, time.time()),
    )
    if known and known[0][0] != article:
        _leave(database, known[0][0], article)
    outcome = Outcome.CHANGED if known else Outcome.ADDED
    if not is_new:
        outcome = Outcome.SAME if likeness == 1 else Outcome.NEAR_COPY
    return Report(prepared.place, outcome, article)


def load_document(database: Database, article: int) -> Document:
    """Return an article's document; raises `KeyError` when there is no such article."""
    rows = database.rows("SELECT text, structure FROM texts WHERE article = ?", (article,))
    if not rows:
        raise KeyError(article)
    return unpack_document(*rows[0])


def remove_article(database: Database, article: int) -> None:
    """Take an article and all that hangs on it out of every table."""
    _unindex(database, article)
    _remove_quotes(database, article)
    database.write("DELETE FROM shingles WHERE article = ?", (article,))
    database.write("DELETE FROM identities WHERE article = ?", (article,))
    database.write("DELETE FROM articles WHERE id = ?", (article,))


def replace_quotes(database: Database, article: int, document: Document) -> None:
    """Give an article other quotes or speakers; its text stays."""
    _unindex_quotes(database, article)
    _remove_quotes(database, article)
    document = corrected(database, article, document)
    database.write("UPDATE texts SET structure = ? WHERE article = ?", (pack_structure(document), article))
    database.write("UPDATE articles SET quotes = ? WHERE id = ?", (len(document.quotes), article))
    _insert_quotes(
        database, article, voices_of(document), [indexed_quote(document, quote) for quote in document.quotes]
    )


def _find_copy(database: Database, prepared: Prepared) -> tuple[int | None, float]:
    same = database.value("SELECT id FROM articles WHERE text_hash = ?", (prepared.text_hash,))
    if same is not None:
        return same, 1.0
    marks = ", ".join("?" * len(prepared.sketch))
    near = database.rows(f"SELECT DISTINCT article FROM shingles WHERE hash IN ({marks}) LIMIT 20", prepared.sketch)
    for (article,) in near:
        likeness = _likeness(database, article, prepared)
        if likeness >= NEAR:
            return article, min(likeness, 0.999)
    return None, 1.0


def _likeness(database: Database, article: int, prepared: Prepared) -> float:
    """Return how much an article resembles another one; 0 when they quote other words."""
    text, characters, count = database.rows(
        "SELECT text, characters, quotes FROM texts JOIN articles ON id = article WHERE id = ?", (article,)
    )[0]
    if count != len(prepared.quotes) or not 0.8 < characters / prepared.characters < 1.25:
        return 0.0
    folded = fold(unpack_text(text)).lower
    likeness = resemblance(shingles_of(folded), prepared.shingles)
    if likeness < NEAR or not same_numbers(folded, prepared.folded_text):
        return 0.0
    document = load_document(database, article)
    quoted = [fold(quote.content.cut(document.text)).lower for quote in document.quotes]
    return likeness if same_words(quoted, [quote.words for quote in prepared.quotes]) else 0.0


def _insert(database: Database, prepared: Prepared, id: int | None) -> int:
    article = database.write(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id, prepared.text_hash, prepared.title, prepared.byline, prepared.date, prepared.day, prepared.source,
            prepared.characters, len(prepared.quotes), time.time(),
        ),
    )  # fmt: skip
    database.write("INSERT INTO texts VALUES (?, ?, ?)", (article, prepared.text, prepared.structure))
    database.write(
        "INSERT INTO text_index (rowid, title, body) VALUES (?, ?, ?)",
        (article, prepared.folded_title, prepared.folded_text),
    )
    database.write_many("INSERT INTO shingles VALUES (?, ?)", [(hash, article) for hash in prepared.sketch])
    _insert_quotes(database, article, prepared.voices, prepared.quotes)
    return article


def _insert_quotes(database: Database, article: int, voices: Sequence[Voice], quotes: Sequence[IndexedQuote]) -> None:
    first = first_id(article)
    database.write_many(
        "INSERT INTO voices VALUES (?, ?, ?, ?, ?)",
        [(first + number, voice.name, voice.key, voice.role, voice.quotes) for number, voice in enumerate(voices)],
    )
    count_voices(database, article)
    database.write_many(
        "INSERT INTO quotes VALUES (?, ?, ?, ?)",
        [
            (first + number, None if quote.voice is None else first + quote.voice, quote.start, quote.end)
            for number, quote in enumerate(quotes)
        ],
    )
    database.write_many(
        "INSERT INTO quote_index (rowid, words, speaker) VALUES (?, ?, ?)",
        [(first + number, quote.words, quote.speaker) for number, quote in enumerate(quotes)],
    )


def _leave(database: Database, old: int, new: int) -> None:
    """Remove the article a place has left, unless it has another place; what a person put right moves along."""
    if database.value("SELECT 1 FROM places WHERE article = ?", (old,)):
        return
    if database.value("SELECT 1 FROM corrections WHERE article = ?", (old,)):
        document = load_document(database, new)
        move_corrections(database, old, new, document)
        replace_quotes(database, new, document)
    remove_article(database, old)


def _unindex(database: Database, article: int) -> None:
    document = load_document(database, article)
    database.write(
        "INSERT INTO text_index (text_index, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (article, fold(document.metadata.title).lower, fold(document.text).lower),
    )
    _unindex_quotes(database, article)


def _unindex_quotes(database: Database, article: int) -> None:
    """Take the quotes out of their index; without contents of its own, it must be told what it was given."""
    document = load_document(database, article)
    indexed = [indexed_quote(document, quote) for quote in document.quotes]
    first = first_id(article)
    database.write_many(
        "INSERT INTO quote_index (quote_index, rowid, words, speaker) VALUES ('delete', ?, ?, ?)",
        [(first + number, quote.words, quote.speaker) for number, quote in enumerate(indexed)],
    )


def _remove_quotes(database: Database, article: int) -> None:
    uncount_voices(database, article)
    ids = ids_of(article)
    database.write("DELETE FROM quotes WHERE id >= ? AND id < ?", ids)
    database.write("DELETE FROM voices WHERE id >= ? AND id < ?", ids)
