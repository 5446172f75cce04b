"""Who said what: each speaker with the numbers of their quotes, the one quoted first coming first."""

from __future__ import annotations

from typing import NamedTuple

from reader.citations.quoted import UNKNOWN
from reader.model.document import Document


class Voice(NamedTuple):
    """A speaker and the quotes given to them, by their numbers in the document, from 1."""

    name: str
    role: str
    quotes: tuple[int, ...]


def voices_of(document: Document) -> list[Voice]:
    """Return all who are quoted; what nobody is named for comes last."""
    numbers: dict[int, list[int]] = {}
    for number, quote in enumerate(document.quotes, start=1):
        speaker = -1 if quote.attribution is None else quote.attribution.speaker
        numbers.setdefault(speaker, []).append(number)
    nobody = numbers.pop(-1, [])
    voices = [
        Voice(document.speakers[speaker].name, document.speakers[speaker].role, tuple(quotes))
        for speaker, quotes in numbers.items()
    ]
    return [*voices, Voice(UNKNOWN, "", tuple(nobody))] if nobody else voices
