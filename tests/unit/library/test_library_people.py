"""Who is one person over several articles: full names are, family names alone only by evidence or by hand."""

from __future__ import annotations

import pytest

from reader.errors import UsageError
from reader.library import Library
from reader.library.names import is_description, name_key
from reader.library.people import Person
from reader.model.dates import first_day, last_day, parse_day
from reader.model.document import Document
from reader.model.quotations import Attribution, Quote, QuoteKind, Speaker
from reader.model.span import Span


def article(number: int, *speakers: tuple[str, str]) -> Document:
    """An article in which everybody says one word."""
    text = f"Article {number}. " + " ".join(f"“word{number}{order}”" for order, _ in enumerate(speakers))
    quotes = []
    for order, _ in enumerate(speakers):
        start = text.index(f"word{number}{order}")
        span = Span(start, start + len(f"word{number}{order}"))
        quotes.append(Quote(span, span, QuoteKind.BLOCK, Attribution(order, "rule", "reason", 1.0)))
    return Document(text, quotes=tuple(quotes), speakers=tuple(Speaker(name, role) for name, role in speakers))


def library_of(*articles: list[tuple[str, str]]) -> Library:
    library = Library()
    for number, speakers in enumerate(articles, start=1):
        library.add_document(article(number, *speakers), f"/{number}.txt")
    return library


def groups(library: Library, name: str = "") -> list[tuple[str, tuple[int, ...]]]:
    return sorted((person.name, person.articles) for person in library.speakers(name))


def test_a_full_name_is_one_person_in_all_articles() -> None:
    library = library_of([("Mark Rutte", "")], [("Mr. Mark Rutte", "")], [("Mark J. Rutte", "")])

    assert [(3, 2, 1)] == [articles for _, articles in groups(library)]


def test_a_family_name_alone_is_nobody_elses() -> None:
    library = library_of([("Ada Smith", "")], [("Smith", "")], [("Smith", "")])

    assert [("Ada Smith", (1,)), ("Smith", (2,)), ("Smith", (3,))] == groups(library)


def test_the_role_joins_a_family_name_to_the_full_one() -> None:
    library = library_of([("Mark Rutte", "NATO’s Secretary-General")], [("Rutte", "the Secretary-General of NATO")])

    assert [("Mark Rutte", (2, 1))] == groups(library)


def test_a_role_that_two_have_joins_nobody() -> None:
    library = library_of([("Ada Smith", "mayor of Lund")], [("Bo Smith", "mayor of Ystad")], [("Smith", "mayor")])

    assert 3 == len(groups(library))


def test_an_acronym_is_the_same_everywhere() -> None:
    assert [("NATO", (2, 1))] == groups(library_of([("NATO", "")], [("NATO", "")]))


def test_a_description_is_marked_as_one() -> None:
    assert [True] == [person.is_description for person in library_of([("a spokesman", "")]).speakers()]


def test_people_are_joined_by_hand_and_that_is_kept() -> None:
    library = library_of([("Ada Smith", "")], [("Smith", "")])
    library.join(one(library, "Ada Smith"), one(library, "smith #2"))

    assert [("Ada Smith", (2, 1))] == groups(library, "Ada Smith")


def test_people_are_split_by_hand_and_that_is_kept() -> None:
    library = library_of([("Ada Smith", "")], [("Ada Smith", "")], [("Ada Smith", "")])
    library.split(one(library, "Ada Smith"), [2])

    assert [("Ada Smith", (3, 1)), ("Ada Smith (2)", (2,))] == groups(library, "Ada Smith")


def test_who_was_split_can_be_joined_again() -> None:
    library = library_of([("Ada Smith", "")], [("Ada Smith", "")])
    library.split(one(library, "Ada Smith"), [2])
    library.join(one(library, "Ada Smith"), one(library, "Ada Smith (2)"))

    assert [("Ada Smith", (2, 1))] == groups(library, "Smith")


def test_a_key_names_one_of_several_with_the_same_name() -> None:
    library = library_of([("Ada Smith", "")], [("Smith", "")], [("Smith", "")])

    assert [("Smith", (3,))] == groups(library, "smith #3")


def test_a_split_needs_an_article() -> None:
    library = library_of([("Ada Smith", "")])

    with pytest.raises(UsageError):
        library.split(one(library, "Ada Smith"), [])


def one(library: Library, key: str) -> Person:
    return next(person for person in library.speakers() if key.lower() in (person.key, person.name.lower()))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Mark Rutte", "mark rutte"),
        ("Mr. Márk A. Rutte Jr.", "mark rutte"),
        ("Secretary Rutte", "rutte"),
        ("Rutte’s", "rutte"),
        ("Ursula von der Leyen", "ursula von der leyen"),
        ("Mayor", "mayor"),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert key == name_key(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a spokesman", True), ("The ministry", True), ("they", True), ("Ada Smith", False), ("NATO", False)],
)
def test_is_description(name: str, expected: bool) -> None:
    assert expected == is_description(name)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("14 March 2025", "2025-03-14"),
        ("March 14, 2025", "2025-03-14"),
        ("Fri, 14 Mar 2025 10:00", "2025-03-14"),
        ("2025-03-14T10:00:00Z", "2025-03-14"),
        ("Published on the 3rd of May 2024", "2024-05-03"),
        ("14 March", None),
        ("31 February 2025", None),
        ("yesterday", None),
    ],
)
def test_parse_day(written: str, day: str | None) -> None:
    assert day == parse_day(written)


@pytest.mark.parametrize(
    ("typed", "days"),
    [("2024", ("2024-01-01", "2024-12-31")), ("2024-02", ("2024-02-01", "2024-02-29")), ("2024-13", (None, None))],
)
def test_periods(typed: str, days: tuple[str | None, str | None]) -> None:
    assert days == (first_day(typed), last_day(typed))


def everyone(library: Library, typed: str = "") -> list[tuple[str, str, int, int, tuple[str, ...]]]:
    return [
        (person.key, person.name, person.quotes, person.articles, person.roles) for person in library.everyone(typed)
    ]


def test_the_list_of_everyone_counts_as_the_articles_do() -> None:
    """Names summed up lead to the same people as every voice by itself: alone, by role, by hand, split and joined."""
    library = library_of(
        [("Ada Smith", "mayor of Skarholm"), ("a spokesman", ""), ("NATO", "")],
        [("Smith", "mayor"), ("a spokesman", "")],
        [("Smith", ""), ("NATO", "")],
        [("Bo Lund", "pilot"), ("Smith", "")],
        [("Bo Lund", "pilot"), ("Ada Smith", "mayor of Skarholm")],
        [("Bo Lund", "")],
    )
    library.split(one(library, "bo lund"), [5])
    library.join(one(library, "ada smith"), one(library, "smith #3"))
    counted = [
        (person.key, person.name, person.quotes, len(person.articles), person.roles) for person in library.speakers()
    ]

    assert counted == everyone(library)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("smi", {"ada smith", "ase smith"}), ("pilot", {"bo lund", "ase smith"}), ("ÅS pil", {"ase smith"})],
)
def test_everyone_is_narrowed_by_name_and_role(typed: str, keys: set[str]) -> None:
    library = library_of([("Ada Smith", "mayor of Skarholm"), ("Bo Lund", "pilot")], [("Åse Smith", "pilot")])

    assert keys == {key for key, *_ in everyone(library, typed)}


def test_a_person_is_found_by_the_key() -> None:
    library = library_of([("Ada Smith", "mayor"), ("a spokesman", "")], [("Smith", "")])
    keys = [person.key for person in library.everyone()]

    assert keys == [person.key for key in keys if (person := library.person(key)) is not None]
