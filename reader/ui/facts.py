"""What is known of a document as a whole: a name and a value each, for the sheet that `=` opens."""

from __future__ import annotations

from reader.model.document import Document
from reader.model.sections import walk_sections
from reader.sources.safe import make_safe

Fact = tuple[str, str]

WORDS_PER_MINUTE = 230
"""Silent reading of English prose, the mean of 190 studies (Brysbaert 2019: 238 for fiction, less for the rest)."""
_BYTES = (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000))


def facts_of(document: Document, place: str, *, is_loading_quotes: bool = False) -> list[Fact]:
    """Return what there is to say; what nobody knows is left out."""
    metadata = document.metadata
    words = len(document.text.split())
    facts = [
        ("Title", metadata.title),
        ("Byline", metadata.byline),
        ("Date", metadata.date),
        ("Source", metadata.source),
        *((name.capitalize(), value) for name, value in metadata.extra),
        ("Place", "standard input" if place == "-" else " ".join(make_safe(place).split())),
        ("Format", document.format),
        ("Encoding", document.encoding),
        ("Size", _size(document.size)),
        ("Length", f"{_counted(words, 'word')}, {_counted(len(document.text), 'character')}"),
        ("Reading time", _time(words)),
        ("Sections", f"{sum(1 for _ in walk_sections(document.sections)):,}"),
        ("Quotes", "still looking …" if is_loading_quotes else _quotes(document)),
        ("Speakers", "" if is_loading_quotes else _speakers(document)),
        *(("Warning", warning) for warning in document.warnings),
    ]
    return [(name, " ".join(value.split())) for name, value in facts if value.strip()]


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _size(size: int) -> str:
    unit = next(((name, step) for name, step in _BYTES if size >= step), None)
    if unit is None:
        return _counted(size, "byte") if size else ""
    return f"{size / unit[1]:.1f} {unit[0]}"


def _time(words: int) -> str:
    minutes = max(1, round(words / WORDS_PER_MINUTE))
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _quotes(document: Document) -> str:
    known = sum(1 for quote in document.quotes if quote.attribution is not None)
    total = len(document.quotes)
    return f"{total:,}" if known == total else f"{total:,}, of {known:,} the speaker is known"


def _speakers(document: Document) -> str:
    counts = [0] * len(document.speakers)
    for quote in document.quotes:
        if quote.attribution is not None:
            counts[quote.attribution.speaker] += 1
    quoted = sorted(((count, -index) for index, count in enumerate(counts) if count), reverse=True)
    names = [f"{document.speakers[-index].name} ({count})" for count, index in quoted]
    return f"{len(names)}: {', '.join(names)}" if names else ""
