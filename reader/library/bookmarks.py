"""Places marked with a letter: an offset, with the words that stand there in case the text changes."""

from __future__ import annotations

import time

from reader.library.database import Database
from reader.library.prepared import hash_of
from reader.model.document import Document

_WORDS_KEPT = 80


def save_bookmark(database: Database, document: Document, place: str, letter: str, offset: int) -> None:
    """Keep a place under a letter."""
    words = document.text[offset : offset + _WORDS_KEPT]
    with database.transaction():
        database.write(
            "INSERT OR REPLACE INTO bookmarks VALUES (?, ?, ?, ?, ?, ?)",
            (hash_of(document.text), place, letter, offset, words, time.time()),
        )


def find_bookmarks(database: Database, document: Document, place: str) -> dict[str, int]:
    """Return the offsets by their letters; in a changed text those whose words are still there."""
    text_hash = hash_of(document.text)
    rows = database.rows(
        "SELECT letter, offset, words, text_hash = ?1 FROM bookmarks WHERE text_hash = ?1 OR place = ?2 "
        "ORDER BY place = ?2, saved",
        (text_hash, place),
    )
    found: dict[str, int] = {}
    for letter, offset, words, is_same_text in rows:
        now = offset if is_same_text else _nearest(document, words, offset)
        if now is not None and now <= len(document.text):
            found[letter] = now
    return found


def _nearest(document: Document, words: str, offset: int) -> int | None:
    from reader.search.anchors import Places  # a changed text is rare

    return Places(document.text).nearest(words.split(), offset)
