"""Who was quoted, over all articles: which names are one person, by evidence and by hand.

An article's own document has joined “Rutte” to “Mark Rutte” already. Over articles a full name is one person, a family
name alone is not: it is joined to a full name only where the role says so, and to nobody else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from reader.library.database import Database
from reader.library.entries import ArticleHits
from reader.library.hits import quote_hits
from reader.library.ids import article_of
from reader.library.names import is_acronym, is_description, is_full_name, name_key
from reader.library.query import Query
from reader.library.quotelist import QuoteList, listed
from reader.search.fold import fold

_ROLE_WORD = re.compile(r"\w{4,}")
_EVERYWHERE = 0
_DESCRIPTION = "description: "


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted in one article or in several."""

    key: str
    """What tells this person from every other; stable while the articles are."""
    name: str
    """The form used most, of the fullest ones."""
    forms: tuple[str, ...]
    """Every form of the name, the most used first."""
    roles: tuple[str, ...]
    quotes: int
    articles: tuple[int, ...]
    """The newest first."""
    first_day: str
    """Of the articles that say their date; else empty."""
    last_day: str
    is_description: bool
    """“a spokesman”: the same words, but hardly the same person."""
    voices: tuple[int, ...]


class Named(Protocol):
    """What tells who a name is: a speaker of one article, or all called so together."""

    @property
    def name(self) -> str:
        """The name as it is written."""

    @property
    def key(self) -> str:
        """The name as it is compared."""

    @property
    def role(self) -> str:
        """What is said beside it."""

    @property
    def article(self) -> int:
        """The only article it is of; 0 when it is of several."""


class _Voice(NamedTuple):
    id: int
    name: str
    key: str
    role: str
    quotes: int
    day: str | None

    @property
    def article(self) -> int:
        return article_of(self.id)


def find_people(database: Database, name: str) -> list[Person]:
    """Return everyone quoted, or those who are called so, who is quoted most first; a person's key names one."""
    called_so = _NUMBER.sub("", name)
    voices = _voices(database, called_so)
    groups: dict[str, list[_Voice]] = defaultdict(list)
    for voice, key in zip(voices, person_keys(database, voices), strict=True):
        groups[key].append(voice)
    people = [_person(key, group) for key, group in groups.items()]
    wanted = set(name_key(called_so).split())
    called = [person for person in people if wanted <= _all_words(person)] if wanted else people
    if called_so != name:
        called = [person for person in called if person.key == name.lower()]
    return sorted(called, key=lambda person: (person.is_description, -person.quotes, person.key))


def find_person(database: Database, key: str) -> Person | None:
    """Return the person with this key."""
    found = find_people(database, _bare(key).removeprefix(_DESCRIPTION))
    return next((person for person in found if person.key == key), None)


def quotes_of(database: Database, person: Person) -> list[ArticleHits]:
    """Return all that one person said, the newest article first."""
    ids = _quote_ids(database, person)
    return quote_hits(database, ids, Query(()), per_article=len(ids))


def list_quotes_of(database: Database, person: Person) -> QuoteList:
    """Return all that one person said as a list to go through."""
    return listed(_quote_ids(database, person))


def _quote_ids(database: Database, person: Person) -> list[int]:
    ids: list[int] = []
    for voice in sorted(person.voices, reverse=True):
        ids += [id for (id,) in database.rows("SELECT id FROM quotes WHERE voice = ? ORDER BY id", (voice,))]
    return ids


def join_people(database: Database, one: Person, other: Person) -> None:
    """Keep that the names of the other are the one's."""
    for key, article in _where(database, other):
        database.write("INSERT OR REPLACE INTO identities VALUES (?, ?, ?)", (key, article, one.key))


def split_person(database: Database, person: Person, articles: Sequence[int]) -> None:
    """Keep that in these articles it is somebody else."""
    taken = {key for (key,) in database.rows("SELECT DISTINCT person FROM identities")}
    number = next(number for number in range(2, 10**6) if f"{person.key} ({number})" not in taken)
    for voice in _voices_by_id(database, person.voices):
        if article_of(voice.id) in articles:
            database.write(
                "INSERT OR REPLACE INTO identities VALUES (?, ?, ?)",
                (voice.key, article_of(voice.id), f"{person.key} ({number})"),
            )


_NUMBER = re.compile(r"( \(\d+\)| #\d+)$")
"""What tells apart, in their keys, several people of one name."""
_SELECT = (
    "SELECT v.id, v.name, v.key, v.role, v.quotes, a.day FROM voices v JOIN articles a ON a.id = v.id >> 20 "
    "WHERE v.quotes > 0"
)


def _voices(database: Database, name: str) -> list[_Voice]:
    """Return the voices that may be called so, with all that could be the same person."""
    if not name:
        return [_Voice(*row) for row in database.rows(_SELECT)]
    words = name_key(name).split()
    like = " AND ".join(["key LIKE ?"] * len(words)) or "0"
    keys = {key for (key,) in database.rows(f"SELECT DISTINCT key FROM voices WHERE {like}", [f"%{w}%" for w in words])}
    for key in [*keys]:
        # A person joined by hand, and a full name's family name alone.
        keys |= {other for (other,) in database.rows("SELECT key FROM identities WHERE person = ?", (key,))}
        keys |= {_bare(other) for (other,) in database.rows("SELECT person FROM identities WHERE key = ?", (key,))}
        family = key.rpartition(" ")[2]
        full = database.rows("SELECT DISTINCT key FROM voices WHERE key LIKE ?", (f"% {family}",))
        keys |= {family, *(other for (other,) in full)}
    found: list[_Voice] = []
    for key in sorted(keys):
        found += [_Voice(*row) for row in database.rows(f"{_SELECT} AND v.key = ?", (key,))]
    return found


def _voices_by_id(database: Database, ids: Iterable[int]) -> list[_Voice]:
    return [_Voice(*database.rows(f"{_SELECT} AND v.id = ?", (id,))[0]) for id in ids]


def person_keys(database: Database, named: Sequence[Named]) -> list[str]:
    """Return who each name is: as a person said, else by the evidence of all the names given."""
    by_hand = {(key, article): person for key, article, person in database.rows("SELECT * FROM identities")}
    full_names = _roles_of_full_names(named)
    keys = []
    for each in named:
        found = _key_by_evidence(each, full_names)
        said = by_hand.get((each.key, each.article)) or by_hand.get((found, _EVERYWHERE))
        keys.append(said or found)
    return keys


def _roles_of_full_names(named: Sequence[Named]) -> Mapping[str, Mapping[str, set[str]]]:
    """Return, for each family name, the full names that end in it and the words of their roles."""
    roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in named:
        if is_full_name(each.key) and not is_description(each.name):
            roles[each.key.rpartition(" ")[2]][each.key] |= _role_words(each.role)
    return roles


def _key_by_evidence(named: Named, full_names: Mapping[str, Mapping[str, set[str]]]) -> str:
    if is_description(named.name):
        return f"{_DESCRIPTION}{named.key}"
    if is_full_name(named.key) or is_acronym(named.name):
        return named.key
    role = _role_words(named.role)
    alike = [key for key, words in full_names.get(named.key, {}).items() if words & role]
    if len(alike) == 1:
        return alike[0]
    return f"{named.key}, {' '.join(sorted(role))}" if role else f"{named.key} #{named.article}"


def _person(key: str, voices: Sequence[_Voice]) -> Person:
    forms: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for voice in voices:
        forms[voice.name] += voice.quotes
        if voice.role:
            roles[voice.role] += voice.quotes
    days = sorted(voice.day for voice in voices if voice.day)
    return Person(
        key=key,
        name=display_name(key, forms),
        forms=tuple(form for form, _ in forms.most_common()),
        roles=tuple(role for role, _ in roles.most_common()),
        quotes=sum(voice.quotes for voice in voices),
        articles=tuple(sorted({article_of(voice.id) for voice in voices}, reverse=True)),
        first_day=days[0] if days else "",
        last_day=days[-1] if days else "",
        is_description=all(is_description(voice.name) for voice in voices),
        voices=tuple(voice.id for voice in voices),
    )


def display_name(key: str, forms: Counter[str]) -> str:
    """Return the form used most of the fullest ones, with the number of somebody who was split off."""
    name = max(forms, key=lambda form: (len(name_key(form).split()), forms[form], form))
    number = re.search(r" \(\d+\)$", key)
    return name + (number[0] if number else "")


def _where(database: Database, person: Person) -> set[tuple[str, int]]:
    """Return the names of a person and where each is theirs: everywhere, or in one article."""
    found = set()
    for voice in _voices_by_id(database, person.voices):
        is_everywhere = voice.key == person.key
        found.add((voice.key, _EVERYWHERE if is_everywhere else article_of(voice.id)))
    return found


def _all_words(person: Person) -> set[str]:
    return {word for form in person.forms for word in name_key(form).split()} | set(fold(person.name).lower.split())


@lru_cache(maxsize=1 << 14)
def _role_words(role: str) -> frozenset[str]:
    return frozenset(_ROLE_WORD.findall(fold(role).lower))


def _bare(person: str) -> str:
    return re.sub(r"( \(\d+\)| #\d+|, .*)$", "", person)
