"""An article made ready for the library: all that costs time, done before anything is locked, in any process."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from reader.errors import ReaderError
from reader.library.codec import pack_structure, pack_text
from reader.library.copies import shingles_of, sketch_of
from reader.library.names import name_key
from reader.model.dates import parse_day
from reader.model.document import Document
from reader.model.listing import Entry
from reader.model.quotations import Quote
from reader.search.fold import fold


@dataclass(frozen=True, slots=True)
class IndexedQuote:
    """A quote as the index of quotes has it, and where it stands."""

    words: str
    speaker: str
    """Name and role, folded; empty when unknown."""
    voice: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of one article."""

    name: str
    key: str
    role: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is written for one article."""

    place: str
    source_hash: bytes
    text_hash: bytes
    title: str
    byline: str
    date: str
    day: str | None
    source: str
    characters: int
    text: bytes
    structure: bytes
    folded_title: str
    folded_text: str
    voices: tuple[Voice, ...]
    quotes: tuple[IndexedQuote, ...]
    shingles: frozenset[int]
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A place that holds what it held when it was added."""

    place: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place that could not be read, and the sentence that says why."""

    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A place that is no article but a list of them: a feed."""

    entries: tuple[Entry, ...]


Reading = Prepared | Unchanged | Unreadable


def prepare_place(place: str, known_hash: bytes | None, format: str | None = None) -> Reading | Listed:
    """Read a place and make it ready, unless it holds what is known of it; a feed is only told apart."""
    from reader.parsers import parse
    from reader.quotes import find_quotes
    from reader.sources.load import load_source

    try:
        source = load_source(place, format=format)
        if source.format == "feed":
            from reader.parsers.feed import listing_of

            return Listed(tuple(_with_place(entry, place) for entry in listing_of(source).entries))
        source_hash = hash_of(source.data or f"{source.format}\0{source.text}")
        if source_hash == known_hash:
            return Unchanged(place)
        return prepare(find_quotes(parse(source)), place, source_hash)
    except ReaderError as error:
        return Unreadable(place, str(error))


def prepare_entry(entry: Entry, known_hash: bytes | None) -> Reading:
    """Make an article of a feed ready: as the feed has it, else fetched. What is known is not fetched again."""
    from reader.reading import open_entry

    if known_hash is not None and not entry.content:
        return Unchanged(entry.place)
    source_hash = hash_of(entry.content) if entry.content else None
    if source_hash is not None and source_hash == known_hash:
        return Unchanged(entry.place)
    try:
        *_, (document, _) = open_entry(entry).stages()
        return prepare(document, entry.place, source_hash)
    except ReaderError as error:
        return Unreadable(entry.place, str(error))


def _with_place(entry: Entry, feed: str) -> Entry:
    """Give what leads nowhere a place of its own in the feed."""
    return replace(entry, place=entry.place or f"{feed}#{hash_of(entry.title + entry.content).hex()[:12]}")


def prepare(document: Document, place: str, source_hash: bytes | None = None) -> Prepared:
    """Make a document ready."""
    metadata = document.metadata
    text_hash = hash_of(document.text)
    folded = fold(document.text).lower
    shingles = shingles_of(folded)
    return Prepared(
        place=place,
        source_hash=source_hash or text_hash,
        text_hash=text_hash,
        title=metadata.title,
        byline=metadata.byline,
        date=metadata.date,
        day=parse_day(metadata.date),
        source=metadata.source,
        characters=len(document.text),
        text=pack_text(document.text),
        structure=pack_structure(document),
        folded_title=fold(metadata.title).lower,
        folded_text=folded,
        voices=voices_of(document),
        quotes=tuple(indexed_quote(document, quote) for quote in document.quotes),
        shingles=shingles,
        sketch=sketch_of(shingles),
    )


def hash_of(text: str | bytes) -> bytes:
    """Return the hash that tells texts, or the bytes of books, apart."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return hashlib.blake2b(data, digest_size=16).digest()


def voices_of(document: Document) -> tuple[Voice, ...]:
    """Return the speakers of a document with the number of their quotes, in its order."""
    counts = [0] * len(document.speakers)
    for quote in document.quotes:
        if quote.attribution is not None:
            counts[quote.attribution.speaker] += 1
    return tuple(
        Voice(speaker.name, name_key(speaker.name), speaker.role, count)
        for speaker, count in zip(document.speakers, counts, strict=True)
    )


def indexed_quote(document: Document, quote: Quote) -> IndexedQuote:
    """Return a quote as it is looked up."""
    voice = None if quote.attribution is None else quote.attribution.speaker
    speaker = ""
    if voice is not None:
        person = document.speakers[voice]
        speaker = fold(f"{person.name} {person.role}").lower
    words = fold(quote.content.cut(document.text)).lower
    return IndexedQuote(words, speaker, voice, quote.content.start, quote.content.end)
