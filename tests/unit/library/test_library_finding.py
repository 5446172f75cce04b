"""Words found over a library: folded as the reader's own search, phrases, beginnings, exclusions, misspellings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from library_articles import COUNCIL, STORM, document_of

from reader.errors import UsageError
from reader.library import Library
from reader.library.fulltext import Filter


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library() as made:
        made.add_document(document_of(STORM), "/articles/storm.md")
        made.add_document(document_of(COUNCIL), "/articles/council.md")
        yield made


def titles(library: Library, query: str, **narrowed: str) -> list[str]:
    return [found.article.title.split()[0] for found in library.find(query, Filter(**narrowed)).articles]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", ["The"]),
        ("FERRY port", ["The"]),
        ("ferry chairs", []),
        ("alund", ["The"]),
        ("naive", ["Council"]),
        ("nai\u0308ve", ["Council"]),
        ("tin\u00adned \ufb01sh", ["The"]),
        ('"tinned fish"', ["The"]),
        ("“tinned fish”", ["The"]),
        ('"fish tinned"', []),
        ("stand*", ["Council"]),
        ("fenwick -chairs", ["The"]),
        ("fenwick", ["Council", "The"]),
        ("'; DROP TABLE articles", []),
    ],
)
def test_query(library: Library, query: str, expected: list[str]) -> None:
    assert expected == sorted(titles(library, query))


@pytest.mark.parametrize("query", ["", "  ", "-chairs", "“”", "…"])
def test_a_query_without_words_is_refused(library: Library, query: str) -> None:
    with pytest.raises(UsageError):
        library.find(query)


@pytest.mark.parametrize(
    ("query", "narrowed", "expected"),
    [
        ("otto", {"since": "2025-04"}, ["Council"]),
        ("otto", {"until": "2025-03"}, ["The"]),
        ("otto", {"since": "2026"}, []),
        ("otto", {"source": "gazette"}, ["Council"]),
        ("otto", {"source": "/articles/storm"}, ["The"]),
        ("chairs", {"scope": "titles"}, ["Council"]),
        ("knees", {"scope": "titles"}, []),
        ("chairs", {"scope": "quotes"}, []),
        ("knees", {"speaker": "otto"}, ["Council"]),
        ("knees", {"speaker": "runa"}, []),
        ("", {"speaker": "Fenwick"}, ["Council", "The"]),
    ],
)
def test_narrowed(library: Library, query: str, narrowed: dict[str, str], expected: list[str]) -> None:
    assert expected == sorted(titles(library, query, **narrowed))


def test_a_date_that_is_none_is_refused(library: Library) -> None:
    with pytest.raises(UsageError):
        titles(library, "otto", since="yesterday")


def test_a_misspelt_word_finds_what_was_meant(library: Library) -> None:
    found = library.find("devestating")

    assert ("Council Counts Its Chairs", (("devestating", "devastating"),)) == (
        found.articles[0].article.title,
        found.instead,
    )


def test_an_exact_word_is_not_taken_for_another(library: Library) -> None:
    assert () == library.find("port").instead


def test_a_hit_says_who_speaks_where_and_marks_the_word(library: Library) -> None:
    found = library.find("tinned").articles[0]
    text = library.document(found.article.id).text
    hit = found.hits[0]

    assert ("Otto Fenwick", ("The First Boat",), ["tinned"]) == (
        hit.speaker,
        hit.section,
        [mark.cut(text) for mark in hit.marked],
    )


def test_looking_up_takes_the_last_word_as_unfinished(library: Library) -> None:
    assert ["Council Counts Its Chairs"] == [found.article.title for found in library.look_up("devastating for the kn")]


def test_looking_up_narrows_by_speaker(library: Library) -> None:
    found = library.look_up("@run the")

    assert ["Runa Ålund"] == sorted({hit.speaker for each in found for hit in each.hits})


def test_looking_up_nothing_finds_nothing(library: Library) -> None:
    assert [] == library.look_up(" ")
