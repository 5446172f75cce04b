"""The forms of the reporting verbs: strong ones say it, weak ones may. The verbs stand in `words/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.quotes.words import load_words

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForms:
    """One verb's forms, as in say, says, said, said, saying."""

    base: str
    third: str
    past: str
    participle: str
    going: str


def verbs(strength: str) -> Iterator[VerbForms]:
    """Yield the forms of the English verbs of one strength, “strong” or “weak”."""
    words = load_words("en")
    listed = words["irregular"]
    irregular = {listed[index]: VerbForms(*listed[index : index + 5]) for index in range(0, len(listed), 5)}
    for base in words[f"{strength} verbs"]:
        yield irregular.get(base) or _regular(base)


def _regular(base: str) -> VerbForms:
    third = base + "es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else base + "s"
    past, going = base + "ed", base + "ing"
    if base.endswith("e"):
        past, going = base + "d", base[:-1] + "ing"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    return VerbForms(base, third, past, past, going)
