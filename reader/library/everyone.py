"""Everyone quoted, a page at a time, from what is summed up by name: no voice is read for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.library.database import Database
from reader.library.names import family_of, is_description
from reader.library.people import display_name, person_keys
from reader.search.fold import fold

_FORMS_A_PERSON = 3
"""Names looked through for each person wanted; most have fewer forms and roles."""
_AT_ONCE = 400
_COLUMNS = "name, key, role, quotes, article, articles, first_day, last_day"


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody as the list of everyone shows them; `find_person` knows the rest by the key."""

    key: str
    name: str
    forms: tuple[str, ...]
    """Every form of the name, the most used first."""
    roles: tuple[str, ...]
    quotes: int
    articles: int
    first_day: str
    """Of the articles that say their date; else empty."""
    last_day: str
    is_description: bool


class _Form(NamedTuple):
    name: str
    key: str
    role: str
    quotes: int
    article: int
    articles: int
    first_day: str | None
    last_day: str | None


def list_everyone(database: Database, typed: str, limit: int) -> list[Listed]:
    """Return who is quoted most, of those whose name or role has every word typed; descriptions last."""
    words = fold(typed).lower.split()
    top = _top(database, words, limit * _FORMS_A_PERSON)
    families = {family for family, _ in top if family} | _joined(database, {family for family, _ in top})
    forms = [
        *_forms(database, "family", sorted(families)),
        *_forms(database, "family = '' AND key", sorted({key for family, key in top if not family})),
    ]
    groups: dict[str, list[_Form]] = defaultdict(list)
    for form, key in zip(forms, person_keys(database, forms), strict=True):
        groups[key].append(form)
    people = [_listed(key, group) for key, group in groups.items()]
    called = [person for person in people if _is_called(person, words)] if words else people
    return sorted(called, key=lambda person: (person.is_description, -person.quotes, person.key))[:limit]


def _top(database: Database, words: Sequence[str], limit: int) -> list[tuple[str, str]]:
    """Return the families and keys of the names used most; those that are only described come last."""
    if words:
        # A word may begin the name or stand in the role, which is kept as it is written.
        has_word = "(instr(' ' || key, ' ' || ?) OR instr(lower(role), ?))"
        condition = " AND ".join([has_word] * len(words))
        sql = f"SELECT family, key FROM names WHERE {condition} ORDER BY quotes DESC LIMIT ?"
        return _pairs(database, sql, [*(word for word in words for _ in range(2)), limit])
    named = _pairs(database, "SELECT family, key FROM names WHERE family <> '' ORDER BY quotes DESC LIMIT ?", [limit])
    if len(named) == limit:
        return named
    sql = "SELECT family, key FROM names WHERE family = '' ORDER BY quotes DESC LIMIT ?"
    return named + _pairs(database, sql, [limit - len(named)])


def _pairs(database: Database, sql: str, parameters: Sequence[object]) -> list[tuple[str, str]]:
    return [(family, key) for family, key in database.rows(sql, parameters)]


def _joined(database: Database, families: Iterable[str]) -> set[str]:
    """Return the families that a person joined to these by hand."""
    wanted, found = set(families), set()
    for key, person in database.rows("SELECT key, person FROM identities"):
        pair = {family_of(name.title(), name) for name in (_bare(key), _bare(person))}
        if pair & wanted:
            found |= pair
    return found - {""}


def _bare(key: str) -> str:
    return key.partition(" #")[0].partition(" (")[0].partition(", ")[0]


def _forms(database: Database, column: str, values: Sequence[str]) -> list[_Form]:
    """Return the names of families; what a person split is counted article by article."""
    forms: list[_Form] = []
    split = {key for (key,) in database.rows("SELECT DISTINCT key FROM identities WHERE article <> 0")}
    for first in range(0, len(values), _AT_ONCE):
        some = values[first : first + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = database.rows(f"SELECT {_COLUMNS} FROM names WHERE {column} IN ({marks})", some)
        forms += [_Form(*row) for row in rows]
    whole = [form for form in forms if form.key not in split]
    for key in sorted({form.key for form in forms} & split):
        rows = database.rows(
            "SELECT v.name, v.key, v.role, v.quotes, a.id, 1, a.day, a.day FROM voices v "
            "JOIN articles a ON a.id = v.id >> 20 WHERE v.key = ? AND v.quotes > 0",
            (key,),
        )
        whole += [_Form(*row) for row in rows]
    return whole


def _listed(key: str, forms: Sequence[_Form]) -> Listed:
    names: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for form in forms:
        names[form.name] += form.quotes
        if form.role:
            roles[form.role] += form.quotes
    first_days = [form.first_day for form in forms if form.first_day]
    last_days = [form.last_day for form in forms if form.last_day]
    return Listed(
        key=key,
        name=display_name(key, names),
        forms=tuple(name for name, _ in names.most_common()),
        roles=tuple(role for role, _ in roles.most_common()),
        quotes=sum(form.quotes for form in forms),
        articles=sum(form.articles for form in forms),
        first_day=min(first_days, default=""),
        last_day=max(last_days, default=""),
        is_description=all(is_description(form.name) for form in forms),
    )


def _is_called(person: Listed, words: Sequence[str]) -> bool:
    known = fold(" ".join((person.name, *person.forms, *person.roles))).lower
    return all(f" {word}" in f" {known}" for word in words)
