"""Quick quote lookup: the quotes of one document that hold these words, or are this speaker's, best first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.document import Document
from reader.search.fold import Folded, fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One quote, folded for looking up."""

    quote: int
    """Index into `Document.quotes`."""
    words: Folded
    speaker: str
    """The speaker's name and role, folded, in lower case; empty when unknown."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, taken apart."""

    words: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    """Words after an `@`."""


def parse_query(typed: str) -> Query:
    """Take words and `@name` apart, folded and in lower case."""
    parts = fold(typed).lower.split()
    return Query(
        words=tuple(part for part in parts if not part.startswith("@")),
        speakers=tuple(part[1:] for part in parts if part.startswith("@") and len(part) > 1),
    )


class QuoteIndex:
    """The quotes of a document, folded once, asked at each key typed."""

    def __init__(self, document: Document) -> None:
        self._entries = [_entry(document, index) for index in range(len(document.quotes))]

    def look_up(self, typed: str) -> list[int]:
        """Return the indexes of the quotes that hold every word typed and whose speaker has every `@name`.

        Best first: the words side by side, then at the beginnings of words, then anywhere; else as they stand in the
        document. A word that is not in the quote may be in its speaker's name instead. Nothing typed finds all.
        """
        query = parse_query(typed)
        ranked = [(rank, entry.quote) for entry in self._entries if (rank := _rank(entry, query)) is not None]
        return [quote for _, quote in sorted(ranked)]


def marked_words(folded: Folded, query: Query) -> list[tuple[int, int]]:
    """Return the stretches (original offsets) of a text that a query's words stand at, in order."""
    spans = (folded.original(*match.span()) for word in query.words for match in _occurrences(word, folded.lower))
    return sorted((span.start, span.end) for span in spans)


def _entry(document: Document, index: int) -> Entry:
    quote = document.quotes[index]
    speaker = ""
    if quote.attribution is not None:
        person = document.speakers[quote.attribution.speaker]
        speaker = fold(f"{person.name} {person.role}").lower
    return Entry(index, fold(quote.content.cut(document.text)), speaker)


def _rank(entry: Entry, query: Query) -> int | None:
    if not all(_begins_word(name, entry.speaker) for name in query.speakers):
        return None
    words = [word for word in query.words if word in entry.words.lower]
    if not all(word in words or word in entry.speaker for word in query.words):
        return None
    if len(query.words) > 1 and " ".join(query.words) in entry.words.lower:
        return 0
    return 1 if _all_begin_words(words, entry.words.lower) else 2


def _all_begin_words(words: Sequence[str], text: str) -> bool:
    return all(_begins_word(word, text) for word in words)


def _begins_word(word: str, text: str) -> bool:
    return re.search(r"(?<!\w)" + re.escape(word), text) is not None


def _occurrences(word: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(re.escape(word), text))
