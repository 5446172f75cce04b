"""What a person marked in a text and noted about it, with the words around it.

Kept as positions are: of any text, in the library or not. A text that changes loses none of them.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.library.database import Database, Row
from reader.library.prepared import hash_of
from reader.model.document import Document
from reader.model.sections import section_path
from reader.model.span import Span

CONTEXT = 40
"""Characters kept of what stands before and after the words."""
_COLUMNS = "text_hash, place, title, section, start, end, words, before, after, note, made, changed"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a person marked, where they stood then, and what was noted about them."""

    span: Span
    words: str
    before: str
    after: str
    note: str = ""
    """Empty: marked, and nothing said of it."""
    section: str = ""
    title: str = ""
    """Of the article."""
    place: str = ""
    made: float = 0.0
    """Seconds since 1970; with the place it tells one mark from another."""
    changed: float = 0.0

    def with_note(self, note: str) -> Mark:
        """Return the mark with another note."""
        return replace(self, note=note, changed=time.time())


def mark_of(document: Document, place: str, span: Span, note: str = "") -> Mark:
    """Mark a span of a document now."""
    text, now = document.text, time.time()
    return Mark(
        span=span,
        words=span.cut(text),
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
        note=note,
        section=" › ".join(section.title for section in section_path(document.sections, span.start)),
        title=document.metadata.title,
        place=place,
        made=now,
        changed=now,
    )


def store_mark(database: Database, document: Document, mark: Mark) -> None:
    """Keep a mark of a document; of one that is kept already, the note that it has now."""
    with database.transaction():
        if database.value("SELECT 1 FROM marks WHERE place = ? AND made = ?", (mark.place, mark.made)):
            database.write(
                "UPDATE marks SET note = ?, changed = ? WHERE place = ? AND made = ?",
                (mark.note, mark.changed, mark.place, mark.made),
            )
            return
        database.write(
            f"INSERT INTO marks ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                hash_of(document.text), mark.place, mark.title, mark.section, mark.span.start, mark.span.end,
                mark.words, mark.before, mark.after, mark.note, mark.made, mark.changed,
            ),
        )  # fmt: skip


def remove_mark(database: Database, mark: Mark) -> None:
    """Forget a mark."""
    with database.transaction():
        database.write("DELETE FROM marks WHERE place = ? AND made = ?", (mark.place, mark.made))


def marks_of(database: Database, document: Document, place: str) -> list[Mark]:
    """Return the marks of this text, wherever it was read, and of this place, whatever stood there."""
    rows = database.rows(
        f"SELECT DISTINCT {_COLUMNS} FROM marks WHERE text_hash = ? OR (place = ? AND place != '-') "
        "ORDER BY start, made",
        (hash_of(document.text), place),
    )
    return _marks(rows)


def marks_at(database: Database, places: Sequence[str]) -> list[Mark]:
    """Return the marks of some places."""
    return [
        mark
        for place in places
        for mark in _marks(
            database.rows(f"SELECT {_COLUMNS} FROM marks WHERE place = ? ORDER BY start, made", (place,))
        )
    ]


def all_marks(database: Database) -> list[Mark]:
    """Return every mark, article by article, the article marked last coming last."""
    return _marks(
        database.rows(
            f"SELECT {_COLUMNS} FROM marks m "
            "ORDER BY (SELECT max(made) FROM marks o WHERE o.place = m.place), place, start, made"
        )
    )


def _marks(rows: Sequence[Row]) -> list[Mark]:
    return [
        Mark(Span(start, max(start, end)), words, before, after, note, section, title, place, made, changed)
        for _, place, title, section, start, end, words, before, after, note, made, changed in rows
    ]
