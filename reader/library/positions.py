"""How far one has read: an offset, with the words that stand there in case the text changes."""

from __future__ import annotations

import time
from dataclasses import dataclass

from reader.library.database import Database
from reader.library.prepared import hash_of
from reader.model.document import Document

_WORDS_KEPT = 80


@dataclass(frozen=True, slots=True)
class Position:
    """Where somebody stopped reading."""

    offset: int
    words: str
    """What stands at the offset, as far as it was kept."""
    is_same_text: bool
    """False when the place held another text then: the offset is only a hint, the words lead."""
    saved: float


def save_position(database: Database, document: Document, place: str, offset: int, read_to: int) -> None:
    """Keep a position and the furthest character seen; the newest of a place wins, whichever process saved it."""
    words = document.text[offset : offset + _WORDS_KEPT]
    text_hash = hash_of(document.text)
    furthest = max(offset, read_to)
    with database.transaction():
        database.write(
            "INSERT INTO positions (text_hash, place, offset, words, characters, saved, read_to) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET offset = excluded.offset, words = excluded.words, "
            "saved = excluded.saved, read_to = max(read_to, excluded.read_to)",
            (text_hash, place, offset, words, len(document.text), time.time(), furthest),
        )


def find_position(database: Database, document: Document, place: str) -> Position | None:
    """Return where one stopped: in this text at this place, in this text elsewhere, or at this place in another."""
    text_hash = hash_of(document.text)
    rows = database.rows(
        "SELECT offset, words, text_hash = ?1, saved FROM positions WHERE text_hash = ?1 OR place = ?2 "
        "ORDER BY text_hash = ?1 DESC, place = ?2 DESC, saved DESC LIMIT 1",
        (text_hash, place),
    )
    if not rows:
        return None
    offset, words, is_same_text, saved = rows[0]
    return Position(offset, words, bool(is_same_text), saved)
