"""Own marks: kept of any text, found by text and by place, never lost with an article."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.marks import mark_of
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.model.span import Span

TEXT = "The ferry stays in port tonight, said the harbour master."
DOCUMENT = Document(TEXT, metadata=Metadata(title="The Ferry"))
CASES = Path(__file__).parents[2] / "cases" / "library"


@pytest.fixture
def library() -> Library:
    return Library()


def test_a_mark_keeps_the_words_and_what_stands_around_them() -> None:
    mark = mark_of(DOCUMENT, "a.txt", Span(4, 9))

    assert ("ferry", "The ", " stays in port tonight, said the harbour") == (mark.words, mark.before, mark.after)


def test_a_mark_is_kept_of_what_is_not_in_the_library(library: Library) -> None:
    mark = mark_of(DOCUMENT, "a.txt", Span(4, 9), "which one?")
    library.keep_mark(DOCUMENT, mark)

    assert [mark] == library.marks_of(DOCUMENT, "a.txt")


def test_the_same_text_elsewhere_has_the_same_marks(library: Library) -> None:
    library.keep_mark(DOCUMENT, mark_of(DOCUMENT, "a.txt", Span(4, 9)))

    assert ["ferry"] == [mark.words for mark in library.marks_of(DOCUMENT, "b.txt")]


def test_a_changed_text_has_the_marks_of_its_place(library: Library) -> None:
    library.keep_mark(DOCUMENT, mark_of(DOCUMENT, "a.txt", Span(4, 9)))

    assert ["ferry"] == [mark.words for mark in library.marks_of(Document("The boat."), "a.txt")]


def test_what_comes_from_standard_input_is_not_one_place(library: Library) -> None:
    library.keep_mark(DOCUMENT, mark_of(DOCUMENT, "-", Span(4, 9)))

    assert [] == library.marks_of(Document("The boat."), "-")


def test_a_note_can_be_written_anew(library: Library) -> None:
    mark = mark_of(DOCUMENT, "a.txt", Span(4, 9))
    library.keep_mark(DOCUMENT, mark)
    library.keep_mark(DOCUMENT, mark.with_note("the night ferry"))

    assert ["the night ferry"] == [mark.note for mark in library.marks_of(DOCUMENT, "a.txt")]


def test_a_mark_can_be_forgotten(library: Library) -> None:
    mark = mark_of(DOCUMENT, "a.txt", Span(4, 9))
    library.keep_mark(DOCUMENT, mark)
    library.remove_mark(mark)

    assert [] == library.marks()


def test_marks_stay_when_their_article_goes(library: Library) -> None:
    article = library.add_document(DOCUMENT, "a.txt").article or 0
    library.keep_mark(DOCUMENT, mark_of(DOCUMENT, "a.txt", Span(4, 9)))
    library.remove(article)

    assert ["ferry"] == [mark.words for mark in library.marks()]


def test_all_marks_come_article_by_article(library: Library) -> None:
    for place, start in (("a.txt", 10), ("b.txt", 0), ("a.txt", 4)):
        library.keep_mark(DOCUMENT, mark_of(DOCUMENT, place, Span(start, start + 3)))

    assert [("b.txt", 0), ("a.txt", 4), ("a.txt", 10)] == [(mark.place, mark.span.start) for mark in library.marks()]
    assert [4, 10] == [mark.span.start for mark in library.marks(["a.txt"])]


def test_the_marks_of_an_older_library_come_along(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress((CASES / "version-3.sqlite.gz").read_bytes()))
    with Library(path) as library:
        [mark] = library.marks()

    assert ("Ferry", "look again", "The Ferry Stays in Port") == (mark.words, mark.note, mark.title)
