"""Where marks open and close, apart from who speaks."""

from __future__ import annotations

import pytest

from reader.quotes.marks import find_marks


def words_in_marks(text: str, *, singles: bool = False) -> list[str]:
    return [text[mark.start : mark.end] for mark in find_marks(text, 0, len(text), singles=singles)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” and “two.”", ["One,", "two."]),
        ('"One," and "two."', ["One,", "two."]),
        ("“Outer ‘inner’ outer.”", ["Outer ‘inner’ outer."]),
        ('"An "inner" one," he said.', ['An "inner" one,']),
        ("‘Outer “inner” outer.’", ["Outer “inner” outer."]),
        ("“Opened twice “and closed once.”", ["Opened twice", "and closed once."]),
        ("Closed only.”", []),
        ("“”", []),
        ("''They ask, 'Why?''' she said.", ["They ask, 'Why?"]),
        ("‘The dogs’ bowl,’ he said.", ["The dogs’ bowl,"]),
        ("rock ’n’ roll in the ’60s", []),
    ],
)
def test_words_between_marks(text: str, expected: list[str]) -> None:
    assert words_in_marks(text) == expected


def test_a_single_mark_may_stay_open_where_single_marks_quote() -> None:
    assert words_in_marks("‘First we dig.", singles=True) == ["First we dig."]


def test_a_lonely_single_mark_is_an_apostrophe_elsewhere() -> None:
    assert words_in_marks("‘First we dig.") == []


def test_a_quotation_never_closed_is_flagged() -> None:
    assert [mark.closed for mark in find_marks("“Never closed", 0, 13)] == [False]
