"""The people of a document: which names are one person, what they are called in full, and their sex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.quotes.lexicon import FEMALE_TITLES, MALE_TITLES, ORGANISATIONS, TITLES, sex_of_name

_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


@dataclass(slots=True)
class Person:
    """One person or body while the document is read."""

    name: str
    words: tuple[str, ...]
    """The name in lower case without titles."""
    sex: str = ""
    count: int = 0
    role: str = ""
    spoken: int = 0
    is_body: bool = False
    """True for an organisation."""
    votes: dict[str, int] = field(default_factory=dict)


class People:
    """Everyone named so far, found by last name and by first."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, tuple[str, ...]], Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._everyone: list[Person] = []

    def __iter__(self) -> Iterator[Person]:
        return iter(self._everyone)

    def meet(self, name: str) -> Person | None:
        """Return the person a name means, a new one when nobody fits; None for a bare title."""
        sex, words = split_name(name)
        if not words:
            return None
        key = (sex, words)
        person = self._by_name.get(key)
        if person is None:
            person = self._find(sex, words) or self._add(name, sex, words)
            self._by_name[key] = person
        person.count += 1
        if sex and not person.sex:
            person.sex = sex
        return person

    def look_up(self, name: str) -> Person | None:
        """Return the person a name means, if they were met."""
        sex, words = split_name(name)
        return self._find(sex, words) if words else None

    def introduce(self, name: str) -> None:
        """Take note of a full name without counting it as a mention."""
        person = self.meet(name)
        if person is not None:
            person.count -= 1

    def _find(self, sex: str, words: tuple[str, ...]) -> Person | None:
        if len(words) > 1:
            fitting = [person for person in self._by_last.get(words[-1], ()) if _same(person.words, words)]
        else:
            fitting = self._by_last.get(words[0]) or self._by_first.get(words[0], [])
        fitting = [person for person in fitting if not (sex and person.sex and sex != person.sex)]
        return max(fitting, key=lambda person: person.count) if fitting else None

    def _add(self, name: str, sex: str, words: tuple[str, ...]) -> Person:
        person = Person(_without_titles(name) if len(words) > 1 else name, words, sex or sex_of_name(words))
        person.is_body = any(word in ORGANISATIONS for word in words)
        self._everyone.append(person)
        last = words[-2] if words[-1] in _SUFFIXES and len(words) > 1 else words[-1]
        self._by_last.setdefault(last, []).append(person)
        if len(words) > 1:
            self._by_first.setdefault(words[0], []).append(person)
        return person


def split_name(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the sex a name's title tells and its words in lower case, titles left out."""
    sex = ""
    words = []
    for word in name.replace("’s", "").replace("'s", "").lower().replace(",", "").split():
        sex = sex or ("f" if word in FEMALE_TITLES else "m" if word in MALE_TITLES else "")
        if word not in TITLES and word not in ("the", "a", "an"):
            words.append(word)
    return sex, tuple(words)


def _without_titles(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0].lower() in TITLES:
        words = words[1:]
    return " ".join(words)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of the same last word may be one person's: one's words stand in the other."""
    return set(one) <= set(other) or set(other) <= set(one) or one[0] == other[0]
