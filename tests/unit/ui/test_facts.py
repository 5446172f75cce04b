"""What the info sheet says of a document."""

from __future__ import annotations

from dataclasses import replace

from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.reading import read
from reader.resources import sample_path
from reader.ui.facts import facts_of
from reader.ui.screens.info import info_rows

REPORT = read(str(sample_path("report")))


def fact(document: Document, name: str, place: str = "a.txt") -> str:
    return dict(facts_of(document, place)).get(name, "")


def test_what_nobody_knows_is_left_out() -> None:
    names = [name for name, _ in facts_of(Document("words"), "-")]

    assert ["Place", "Format", "Length", "Reading time", "Sections", "Quotes"] == names


def test_standard_input_is_called_so() -> None:
    assert "standard input" == fact(Document("words"), "Place", "-")


def test_title_encoding_and_size_are_said() -> None:
    document = replace(REPORT, size=1_234_567)

    assert ("utf-8", "1.2 MB") == (fact(document, "Encoding"), fact(document, "Size"))


def test_the_speakers_are_named_the_one_who_says_most_first() -> None:
    quoted = fact(REPORT, "Speakers").split(": ")[1].split(", ")
    counts = [int(name.rpartition("(")[2].rstrip(")")) for name in quoted]

    assert sorted(counts, reverse=True) == counts


def test_quotes_of_nobody_are_told_apart() -> None:
    document = replace(REPORT, quotes=tuple(replace(quote, attribution=None) for quote in REPORT.quotes))

    assert f"{len(REPORT.quotes)}, of 0 the speaker is known" == fact(document, "Quotes")


def test_what_is_still_looked_for_is_no_zero() -> None:
    facts = dict(facts_of(Document("words"), "a", is_loading_quotes=True))

    assert "still looking …" == facts["Quotes"]


def test_other_fields_and_warnings_are_said() -> None:
    document = Document("words", metadata=Metadata(extra=(("accessed", "2025-03-14"),)), warnings=("half of it",))

    assert ("2025-03-14", "half of it") == (fact(document, "Accessed"), fact(document, "Warning"))


def test_reading_time_of_a_book_is_in_hours() -> None:
    assert "4 h 21 min" == fact(Document("word " * 60_000), "Reading time")


def test_a_file_name_steers_nothing() -> None:
    assert "a␛[31m b" == fact(Document("words"), "Place", "a\x1b[31m\nb")


def test_a_long_value_is_broken_and_hangs_under_its_first_word() -> None:
    rows = ["".join(text for text, _ in row) for row in info_rows([("Title", "one two three")], 18)]

    assert ["Title one two", "      three"] == [row.rstrip() for row in rows]
