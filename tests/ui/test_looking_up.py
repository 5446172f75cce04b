"""The quick quote lookup: `"`, words or @name, Enter jumps, Esc returns."""

from __future__ import annotations

from .story import FULL, HALF, SMALL, Story, story


def foot(told: Story) -> str:
    return told.rows[-1].strip()


async def test_all_quotes_are_listed_at_first() -> None:
    async with story(size=HALF) as told:
        await told.press('"')

        assert foot(told).startswith("5 of 5 quotes")


async def test_the_list_narrows_as_one_types() -> None:
    async with story(size=HALF) as told:
        await told.press('"')
        counts = []
        for character in "you w":
            await told.press("space" if character == " " else character)
            counts.append(foot(told).split()[0])

        assert counts == sorted(counts, reverse=True)
        assert "1" == counts[-1]


async def test_a_name_lists_what_its_bearer_said() -> None:
    async with story(size=HALF) as told:
        await told.press('"')
        await told.type("@fenwick")

        assert foot(told).startswith("3 of 5 quotes")


async def test_enter_jumps_to_the_quote() -> None:
    async with story(size=SMALL) as told:
        await told.press('"')
        await told.type("sums")
        await told.press("enter")

        assert told.app.screen is told.reading
        assert told.at.startswith("“The sums do not add up")


async def test_the_arrows_choose_another() -> None:
    async with story(size=SMALL) as told:
        await told.press('"')
        await told.type("@fenwick")
        await told.press("down", "down", "up", "enter")

        assert told.at.startswith("“You will not hear her")


async def test_escape_returns_to_where_one_was() -> None:
    async with story(size=SMALL) as told:
        await told.press("3", "j")
        before = told.body
        await told.press('"')
        await told.type("sums")
        await told.press("escape")

        assert before == told.body


async def test_the_way_back_from_a_quote_looked_up() -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press('"')
        await told.type("sums")
        await told.press("enter", "ctrl+o")

        assert before == told.body


async def test_the_word_typed_is_seen_in_its_row_even_in_a_narrow_window() -> None:
    async with story(size=SMALL) as told:
        await told.press('"')
        await told.type("room")

        assert "room" in told.rows[1]


async def test_the_preview_shows_the_quote_in_its_paragraph() -> None:
    async with story(size=FULL) as told:
        await told.press('"')
        await told.type("patience")

        assert "for eleven years" in told.text


async def test_with_nothing_found_enter_stays() -> None:
    async with story(size=HALF) as told:
        await told.press('"')
        await told.type("zeppelin")
        await told.press("enter")

        assert foot(told).startswith("0 of 5 quotes")


async def test_after_nothing_was_found_words_can_be_corrected() -> None:
    async with story(size=HALF) as told:
        await told.press('"')
        await told.type("zeppelin")
        await told.press("enter", "ctrl+u")
        await told.type("sums")

        assert foot(told).startswith("1 of 5 quotes")


async def test_keys_typed_faster_than_the_sheet_opens_are_words() -> None:
    async with story(size=SMALL) as told:
        await told.burst('"sums\r')

        assert told.at.startswith("“The sums do not add up")


async def test_keys_typed_behind_enter_are_keys_again() -> None:
    async with story(size=SMALL) as told:
        await told.burst('"patience\r)')

        assert told.at.startswith("“You will not hear her")
