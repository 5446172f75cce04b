"""Which names are one person's."""

from __future__ import annotations

import pytest

from reader.quotes.people import People, Person


def meet(people: People, name: str) -> Person:
    person = people.meet(name)
    assert person is not None
    return person


@pytest.mark.parametrize("short", ["Lee", "Mrs. Lee", "Ann", "Ann M. Lee"])
def test_a_short_name_is_the_full_ones_person(short: str) -> None:
    people = People()
    assert meet(people, "Ann Lee") is meet(people, short)


@pytest.mark.parametrize("other", ["Mr. Lee", "Bo Lee", "Ann Tan"])
def test_another_name_is_another_person(other: str) -> None:
    people = People()
    assert meet(people, "Ann Lee") is not meet(people, other)


def test_titles_keep_people_of_a_story_apart() -> None:
    people = People(by_title=True)
    assert meet(people, "Mr. Lee") is not meet(people, "Mrs. Lee")


def test_a_bare_last_name_in_a_story_is_the_gentleman() -> None:
    people = People(by_title=True)
    lee = meet(people, "Mr. Lee")
    meet(people, "Mrs. Lee")
    assert meet(people, "Lee") is lee


def test_a_bare_title_names_nobody() -> None:
    assert People().meet("Mr.") is None


def test_a_description_comes_back_with_the() -> None:
    people = People()
    assert people.describe("a stranger") is people.describe("the stranger")
