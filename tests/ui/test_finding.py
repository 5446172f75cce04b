"""Finding: `/`, n, N, and Esc that returns to where one was."""

from __future__ import annotations

import pytest

from .story import FULL, SMALL, story


async def test_the_first_match_is_shown_as_one_types() -> None:
    async with story(size=SMALL) as told:
        await told.press("/")
        await told.type("yellow line")

        assert told.at.startswith("yellow line")


@pytest.mark.parametrize("size", [FULL, SMALL])
async def test_matches_are_counted_while_one_types(size: tuple[int, int]) -> None:
    async with story(size=size) as told:
        await told.press("/")
        await told.type("ferry")

        assert told.status.endswith("match 1/5")


async def test_without_a_match_the_line_says_so() -> None:
    async with story(size=SMALL) as told:
        await told.press("/")
        await told.type("zeppelin")

        assert told.status.endswith("no match")


async def test_escape_returns_to_where_one_was() -> None:
    async with story(size=SMALL) as told:
        await told.press("3", "j")
        before = told.text
        await told.press("/")
        await told.type("yellow line")
        await told.press("escape")

        assert before == told.text


async def test_backspace_in_an_empty_prompt_returns_too() -> None:
    async with story(size=SMALL) as told:
        await told.press("/", "x", "backspace", "backspace", "j")

        assert not told.reading.query("Prompt")


async def test_enter_stays_at_the_match() -> None:
    async with story(size=SMALL) as told:
        await told.press("/")
        await told.type("yellow line")
        await told.press("enter")

        assert told.at.startswith("yellow line")
        assert not told.reading.query("Prompt")


async def test_the_match_and_their_number_stand_in_the_status_line() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter", "n", "n")

        assert "match 3/5" in told.status


async def test_the_match_before() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter", "n", "n", "N")

        assert "match 2/5" in told.status


async def test_matches_go_around_the_end() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter", "5", "n")

        assert told.status.startswith("around the end of the text")
        assert "match 1/5" in told.status


async def test_a_phrase_is_found_over_a_line_break() -> None:
    """At 40 columns these words stand on two lines, wherever the break falls."""
    async with story(size=SMALL) as told:
        await told.press("/")
        await told.type("asks everybody to keep behind the yellow line")
        await told.press("enter")

        assert told.at.startswith("asks everybody")
        assert not any("asks everybody to keep behind the yellow line" in row for row in told.body)


async def test_straight_marks_find_curly_ones() -> None:
    async with story(size=SMALL) as told:
        await told.press("/")
        await told.type('"a lesson')

        assert told.at.startswith("“a lesson")


async def test_a_capital_finds_only_capitals() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("Ferry")

        assert told.status.endswith("match 1/1")


async def test_what_is_not_there_is_said_and_one_stays() -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press("/")
        await told.type("zeppelin")
        await told.press("enter")

        assert told.status.startswith("not found: zeppe")
        assert before == told.body


async def test_the_way_back_from_a_match() -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press("/")
        await told.type("yellow line")
        await told.press("enter", "ctrl+o")

        assert before == told.body


async def test_escape_forgets_the_matches() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter", "escape")

        assert "match" not in told.status


async def test_n_finds_forgotten_matches_again() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter", "escape", "n")

        assert "match" in told.status


async def test_n_without_a_search_says_what_to_do() -> None:
    async with story() as told:
        await told.press("n")

        assert told.status.startswith("nothing to go to: / asks for words")


async def test_words_can_be_corrected() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("ferty")
        await told.press("left", "left", "delete", "r", "end")

        assert told.reading.query_one("#find").value == "ferry"  # type: ignore[attr-defined]


async def test_the_arrow_recalls_the_last_search() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("yellow")
        await told.press("enter", "/", "up", "enter")

        assert told.at.startswith("yellow")


async def test_keys_typed_faster_than_the_prompt_opens_are_words() -> None:
    async with story(size=SMALL) as told:
        await told.burst("/yellow\r")

        assert told.at.startswith("yellow")


async def test_keys_typed_behind_enter_are_keys_again() -> None:
    async with story() as told:
        await told.burst("/ferry\rnn")

        assert "match 3/5" in told.status


async def test_the_match_stays_in_sight_when_the_window_shrinks() -> None:
    async with story(size=FULL) as told:
        await told.press("/")
        await told.type("the")
        said = told.status.split("match")[1]
        await told.resize(*SMALL)

        assert told.status.endswith(f"match{said}")
