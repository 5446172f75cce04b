"""The people of a document: which names are one person, what they are called in full, and their sex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from reader.quotes.lexicon import FEMALE_TITLES, MALE_TITLES, ORGANISATIONS, PLACES, TITLES, sex_of_name, sex_of_noun

_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


NARRATOR = -2
"""The number of the one who says “I” in the narration."""


@dataclass(slots=True)
class Person:
    """One person or body while the document is read."""

    name: str
    words: tuple[str, ...]
    """The name in lower case without titles."""
    sex: str = ""
    title: str = ""
    count: int = 0
    weight: int = 0
    """How often the full name stands in the whole document."""
    acts: int = 0
    """How often a verb follows the name, less how often a preposition stands before it."""
    role: str = ""
    spoken: int = 0
    is_body: bool = False
    """True for an organisation, a place, a word in capitals: nobody whom “he” could mean."""
    is_many: bool = False
    """True for “critics of the plan”: whom “it” cannot mean."""
    votes: dict[str, int] = field(default_factory=dict)
    forms: dict[str, int] = field(default_factory=dict)
    """How often each form of the name stands in a story."""
    places: list[tuple[int, int]] = field(default_factory=list)
    """Stretch and phrase of the first mentions."""
    number: int = 0
    """Their place among the people of the document."""


class People:
    """Everyone named so far, found by last name and by first.

    In a report “Mrs. Clinton” is Hillary Clinton. In a story Mr. Emerson, Mrs. Emerson and George Emerson are three
    people (`by_title`).
    """

    def __init__(self, *, by_title: bool = False) -> None:
        self._by_title = by_title
        self._by_name: dict[tuple[str, tuple[str, ...]], Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._everyone: list[Person] = []
        self._described: dict[str, Person] = {}
        self.narrator = Person("I", ("i",), number=NARRATOR)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._everyone)

    def meet(self, name: str) -> Person | None:
        """Return the person a name means, a new one when nobody fits; None for a bare title."""
        title, words = split_name(name)
        if not words:
            return None
        key = (title, words)
        person = self._by_name.get(key)
        if person is None:
            person = self._find(title, words) or self._add(name, title, words)
            self._by_name[key] = person
        person.count += 1
        if self._by_title:
            person.forms[name] = person.forms.get(name, 0) + 1
        person.sex = person.sex or sex_of_title(title)
        person.title = person.title or title
        return person

    def settle_names(self) -> None:
        """Call everybody what a story mostly calls them: it has no other full name for “Mr. Emerson”."""
        for person in self._everyone:
            if person.forms:
                person.name = max(person.forms, key=lambda form: (person.forms[form], len(form)))

    def look_up(self, name: str) -> Person | None:
        """Return the person a name means, if they were met."""
        title, words = split_name(name)
        return self._find(title, words) if words else None

    def forget_counts(self) -> None:
        """Begin to count mentions anew, and find short names anew among everybody met so far."""
        for person in self._everyone:
            person.weight, person.count = person.count, 0
            person.forms.clear()
        self._by_name = {key: person for key, person in self._by_name.items() if len(key[1]) > 1}

    def describe(self, words: str, short: str = "", *, anew: bool = False) -> Person:
        """Return the nameless person a description means: “a stranger” is “the stranger” from then on.

        `short` is the description without “in a red coat”, by which they are known from then on; `anew` says that “a
        driver” is another one than the driver before.
        """
        key = _description_key(words)
        person = None if anew else self._described.get(key)
        if person is None:
            person = Person(words, tuple(key.split()), _sex_of_description(key), number=len(self._everyone))
            self._everyone.append(person)
            self._described[key] = person
            if short:
                self._described[_description_key(short)] = person
        person.count += 1
        return person

    def described(self, words: str) -> Person | None:
        """Return the nameless person a description means, if somebody was described so."""
        return self._described.get(_description_key(words))

    def _find(self, title: str, words: tuple[str, ...]) -> Person | None:
        if len(words) > 1:
            fitting = [person for person in self._by_last.get(words[-1], ()) if _same(person.words, words)]
        else:
            fitting = self._by_last.get(words[0]) or self._by_first.get(words[0], [])
        sex = sex_of_title(title)
        fitting = [person for person in fitting if not (sex and person.sex and sex != person.sex)]
        if self._by_title:
            fitting = [person for person in fitting if _may_share(title, words, person)]
        return max(fitting, key=lambda person: person.weight + person.count) if fitting else None

    def _add(self, name: str, title: str, words: tuple[str, ...]) -> Person:
        person = Person(_without_titles(name, words) if len(words) > 1 else name, words)
        given = next((sex for first in range(len(words) - 1) if (sex := sex_of_name(words[first:]))), "")
        person.sex = sex_of_title(title) or sex_of_name(words) or given
        person.is_body = name.isupper() or _is_body(words, given)
        person.number = len(self._everyone)
        self._everyone.append(person)
        last = words[-2] if words[-1] in _SUFFIXES and len(words) > 1 else words[-1]
        self._by_last.setdefault(last, []).append(person)
        if len(words) > 1:
            self._by_first.setdefault(words[0], []).append(person)
        return person


def _sex_of_description(key: str) -> str:
    """Return the sex of the noun in “the widow of the poet”, or nothing."""
    return next((sex for word in key.split() if (sex := sex_of_noun(word))), "")


def _description_key(words: str) -> str:
    key = " ".join(words.lower().split())
    first, _, rest = key.partition(" ")
    return f"the {rest}" if first in ("a", "an", "the") else key


@lru_cache(maxsize=4096)  # every name is asked for three times at least
def split_name(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name's first title and its words in lower case, titles left out."""
    title = ""
    words: list[str] = []
    for word in map(_spelled, name.split()):
        if word in TITLES and not words:
            title = title or word.rstrip(".")
        elif word not in ("the", "a", "an"):
            words.append(word)
    if title and words[:1] == ["of"] and len(words) > 2:
        words = words[2:]  # “Secretary of State Ann Lee”
    if "of" in words:
        head = words[: words.index("of")]
        # “Archbishop Aris Shirvan of the See of Ely” is named Shirvan; a body is named whole.
        words = head if len(head) > 1 and sex_of_name(tuple(head)) else words
    return title, tuple(words)


def _spelled(word: str) -> str:
    return word.replace("’s", "").replace("'s", "").replace(",", "").lower()


def sex_of_title(title: str) -> str:
    """Return “f” or “m” for a title that tells it, else nothing."""
    return "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else ""


def _may_share(title: str, words: tuple[str, ...], person: Person) -> bool:
    """Tell whether a name of a story may be a person's: a title and a bare last name are one man's own."""
    if title and len(words) == 1:
        return words == person.words and person.title in ("", title)
    if len(words) == 1 and words[-1] == person.words[-1]:
        return person.title not in ("mrs", "miss", "lady") or words == person.words[:1] != person.words[-1:]
    return True


def _is_body(words: tuple[str, ...], given: str) -> bool:
    """Tell a body or a place: “FBI Director James Comey” is a man, “the James Comey Foundation” is none."""
    if words[-1] in PLACES or words[-1] in ORGANISATIONS:
        return True
    return not given and any(word in ORGANISATIONS for word in words)


def _without_titles(name: str, named: tuple[str, ...]) -> str:
    """Cut the words of a name out of what stands around them: “Secretary of State Ann Lee”."""
    written = name.split()
    spelled = [_spelled(word) for word in written]
    for first in range(len(written) - len(named) + 1):
        if tuple(spelled[first : first + len(named)]) == named:
            return " ".join(written[first : first + len(named)])
    return name


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names of the same last word may be one person's: one's words stand in the other."""
    return set(one) <= set(other) or set(other) <= set(one) or one[0] == other[0]
