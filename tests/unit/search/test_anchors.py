"""Words found again: moved, in a changed text, or gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.anchors import Anchor, Change, Found, Places

TEXT = (
    "The ferry stays in port tonight, said the harbour master, because the wind has turned. "
    "The boats of the outer isles stay where they are. Nobody was on the quay when the lamps went out."
)


def anchor(words: str, text: str = TEXT) -> Anchor:
    start = text.index(words)
    end = start + len(words)
    return Anchor(start, words, text[max(0, start - 40) : start], text[end : end + 40])


def found(words: str, text: str) -> tuple[str, Change] | None:
    """The words that stand there now, and what happened to them."""
    place = Places(text).find(anchor(words))
    return place and (place.span.cut(text), place.change)


def test_in_the_same_text_they_stand_where_they_stood() -> None:
    assert ("harbour master", Change.NONE) == found("harbour master", TEXT)


def test_a_paragraph_before_them_moves_them() -> None:
    assert ("harbour master", Change.MOVED) == found("harbour master", "Storm in the sound.\n\n" + TEXT)


def test_of_two_the_one_with_the_same_words_around_it_is_meant() -> None:
    place = Places("The quay is long. " + TEXT).find(anchor("The"))

    assert Found(place.span, Change.MOVED) == place if place else False
    assert place is not None
    assert 18 == place.span.start


def test_other_typography_is_no_other_text() -> None:
    text = "“It’s the wind”, she said, and shut the heavy door of the office behind her."
    place = Places('"It\'s the wind", she said, and shut the heavy door.').find(anchor("It’s the wind", text))

    assert place is not None
    assert Change.MOVED is place.change


def test_words_that_were_put_better_are_found_between_what_is_as_it_was() -> None:
    text = TEXT.replace("because the wind has turned", "as the wind turned at noon")

    assert ("as the wind turned at noon", Change.ALTERED) == found("because the wind has turned", text)


def test_words_of_which_some_are_left_are_found_by_those() -> None:
    words = "The boats of the outer isles stay where they are"

    assert ("The boats of the outer isles stay", Change.ALTERED) == found(
        words, "The boats of the outer isles stay at sea. And so on, and so on."
    )


@pytest.mark.parametrize("words", ["the", "harbour master", "Nobody was on the quay when the lamps went out."])
def test_what_is_gone_is_gone(words: str) -> None:
    assert None is found(words, "It rains in Avela, and all is otherwise.")


@given(st.text("ab \n", max_size=40), st.data())
def test_in_any_same_text_any_words_are_found_in_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = Anchor(start, text[start:end], text[max(0, start - 5) : start], text[end : end + 5])
    place = Places(text).find(words)

    assert place is not None
    assert (start, end, Change.NONE) == (place.span.start, place.span.end, place.change)


@given(st.text("ab ", max_size=30), st.text("ab ", max_size=30), st.integers(0, 40), st.integers(0, 9))
def test_in_any_other_text_what_is_found_lies_in_it(one: str, other: str, start: int, length: int) -> None:
    words = Anchor(start, one[start : start + length], one[:start][-5:], one[start + length :][:5])
    place = Places(other).find(words)

    assert place is None or place.span.end <= len(other)
