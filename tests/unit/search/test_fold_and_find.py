"""Finding as a person types: case, accents, typography and line breaks do not stand in the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.find import find_matches
from reader.search.fold import fold

CHARACTERS = st.one_of(st.sampled_from("aeİIıßﬁﬃœ…\u00ad\u200b\u0301éÉ“”’ \n\tŁø"), st.characters())


def found(text: str, query: str) -> list[str]:
    """The stretches of the text that a query finds."""
    matches = find_matches(fold(text), query)
    return [matches[index].cut(text) for index in range(len(matches))]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("He said “no”.", '"no"', "“no”"),
        ('He said "no".', "“no”", '"no"'),
        ("the skippers’ guild", "skippers' guild", "skippers’ guild"),
        ("a thirty–one year wait", "thirty-one", "thirty–one"),
        ("at the end of the\nline it goes on", "the line", "the\nline"),
        ("two   spaces", "two spaces", "two   spaces"),
        ("10\u00a0000 ships", "10 000", "10\u00a0000"),
        ("Ålund spoke", "alund", "Ålund"),
        ("Straße", "strasse", "Straße"),
        ("the ﬁnal oﬃce", "final office", "ﬁnal oﬃce"),
        ("har\u00adbour", "harbour", "har\u00adbour"),
        ("e\u0301tude", "etude", "e\u0301tude"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("wait … what", "wait ...", "wait …"),
        ("Cœur", "coeur", "Cœur"),
    ],
)
def test_typography_does_not_hide_words(text: str, query: str, expected: str) -> None:
    assert [expected] == found(text, query)


def test_small_letters_find_capitals() -> None:
    assert ["Ferry", "ferry"] == found("Ferry and ferry", "ferry")


def test_a_capital_finds_only_capitals() -> None:
    assert ["Ferry"] == found("Ferry and ferry", "Ferry")


def test_offsets_behind_a_ligature_are_the_original_ones() -> None:
    matches = find_matches(fold("ﬃ ﬃ boat"), "boat")

    assert 4 == matches[0].start


def test_the_half_of_a_ligature_finds_all_of_it() -> None:
    assert ["ﬁn"] == found("the ﬁnal", "in")


def test_signs_of_regular_expressions_are_themselves() -> None:
    assert ["(a.b)*"] == found("x (a.b)* y", "(a.b)*")


def test_matches_do_not_overlap() -> None:
    assert ["aa", "aa"] == found("aaaaa", "aa")


def test_blanks_find_nothing() -> None:
    assert [] == found("some words", "  ")


def test_the_first_match_from_behind_the_last_is_the_first() -> None:
    assert 0 == find_matches(fold("a b a"), "a").first_from(5)


def test_there_is_no_first_match_without_matches() -> None:
    assert find_matches(fold("a b a"), "x").first_from(0) is None


@given(st.text(CHARACTERS, max_size=30))
def test_lower_case_has_the_length_of_the_folded_text(text: str) -> None:
    folded = fold(text)

    assert len(folded.text) == len(folded.lower)


@given(st.text(CHARACTERS, max_size=30))
def test_all_of_a_folded_text_leads_back_into_the_text(text: str) -> None:
    folded = fold(text)
    spans = [folded.original(offset, offset + 1) for offset in range(len(folded.text))]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.text(CHARACTERS, max_size=20), st.text("abcde", min_size=1, max_size=5), st.text(CHARACTERS, max_size=20))
def test_a_word_is_found_where_it_stands(before: str, word: str, behind: str) -> None:
    """Some match begins where the word does, or is a match that began before and covers a part of it."""
    text = f"{before} {word} {behind}"
    start = len(before) + 1
    matches = find_matches(fold(text), word)

    assert any(matches[index].start <= start < matches[index].end for index in range(len(matches)))


@given(st.text(CHARACTERS, max_size=40), st.text(CHARACTERS, max_size=5))
def test_matches_hold_the_query(text: str, query: str) -> None:
    """What is found folds to the words asked for."""
    words = fold(query).text.lower().split()

    assert all(words == fold(piece).lower.split() or not piece.strip() for piece in found(text, query))
