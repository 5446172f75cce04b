"""Keys that move: lines, screens, paragraphs, sections, quotes, counts, and the way back."""

from __future__ import annotations

import pytest

from .story import HALF, SMALL, story

PARAGRAPHS = [
    "Night Ferry to Skarholm Returns",
    "The night ferry at her berth",
    "The night ferry to Skarholm will",
    "Quick Takes",
    "The ferry sails at nine",
]


@pytest.mark.parametrize("key", ["j", "down", "ctrl+e"])
async def test_one_line_down(key: str) -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press(key)

        assert before[1:] == told.body[:-1]


@pytest.mark.parametrize("key", ["k", "up", "ctrl+y"])
async def test_one_line_up(key: str) -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press("j", key)

        assert before == told.body


@pytest.mark.parametrize("key", ["space", "f", "ctrl+f", "pagedown"])
async def test_one_screen_down(key: str) -> None:
    async with story(size=SMALL) as told:
        await told.press("1", "1", "j")
        by_lines = told.body
        await told.press("g", key)

        assert by_lines == told.body


@pytest.mark.parametrize("key", ["b", "ctrl+b", "pageup"])
async def test_one_screen_up(key: str) -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press("space", key)

        assert before == told.body


async def test_two_half_screens_are_about_one() -> None:
    async with story(size=(40, 13)) as told:
        await told.press("d", "d")
        halves = told.body
        await told.press("g", "space")

        assert halves in (told.body, [*told.body[1:], halves[-1]], [halves[0], *told.body[:-1]])


async def test_half_a_screen_up_leads_back() -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press("d", "u")

        assert before == told.body


async def test_a_count_repeats_a_move() -> None:
    async with story(size=SMALL) as told:
        await told.press("j", "j", "j", "j", "j")
        one_by_one = told.body
        await told.press("g", "5", "j")

        assert one_by_one == told.body


async def test_a_count_is_shown_while_it_is_typed() -> None:
    async with story() as told:
        await told.press("4", "2")

        assert " 42 " in told.rows[-1]


async def test_escape_forgets_the_count() -> None:
    async with story(size=SMALL) as told:
        await told.press("5", "escape", "j")
        once = told.body
        await told.press("g", "j")

        assert once == told.body


@pytest.mark.parametrize("key", ["G", "end", ">"])
async def test_to_the_end(key: str) -> None:
    async with story(size=SMALL) as told:
        await told.press(key)

        assert told.body[-1].endswith("again.")


@pytest.mark.parametrize("keys", [["g"], ["g", "g"], ["home"], ["<"]])
async def test_to_the_beginning(keys: list[str]) -> None:
    async with story(size=SMALL) as told:
        before = told.body
        await told.press("G", *keys)

        assert before == told.body


async def test_a_count_before_g_goes_to_that_paragraph() -> None:
    async with story(size=SMALL) as told:
        await told.press("3", "G")

        assert told.at.startswith(PARAGRAPHS[2])


async def test_to_so_many_per_cent() -> None:
    async with story(size=SMALL) as told:
        await told.press("5", "0", "%")
        share = told.reading.view.place / len(told.reading.document.text)

        assert 0.47 < share < 0.53


async def test_paragraph_by_paragraph() -> None:
    async with story(size=SMALL) as told:
        for words in PARAGRAPHS[1:]:
            await told.press("}")
            assert told.at.startswith(words)


async def test_paragraphs_back() -> None:
    async with story(size=SMALL) as told:
        await told.press("4", "}", "{", "{")

        assert told.at.startswith(PARAGRAPHS[2])


async def test_a_section_stands_on_the_first_row() -> None:
    async with story(size=SMALL) as told:
        await told.press("]", "]")

        assert "A Winter Without Lights" == told.body[0].strip()


async def test_a_section_back() -> None:
    async with story(size=SMALL) as told:
        await told.press("3", "]", "[")

        assert "A Winter Without Lights" == told.body[0].strip()


async def test_back_from_the_first_section_leads_to_the_beginning() -> None:
    async with story(size=SMALL) as told:
        await told.press("]", "[")

        assert told.top.startswith(PARAGRAPHS[0])


async def test_behind_the_last_section_there_is_none() -> None:
    async with story() as told:
        await told.press("9", "]", "]")

        assert told.status.startswith("no section further on")


async def test_to_a_quote_exactly() -> None:
    async with story(size=SMALL) as told:
        await told.press(")")

        assert told.at.startswith("“We looked out every evening")


async def test_a_quote_says_its_speaker_and_why() -> None:
    async with story() as told:
        await told.press(")")

        assert told.status.startswith("Runa Ålund: said Runa Ålund, after the quote")


async def test_every_quote_can_be_reached_in_turn() -> None:
    async with story(size=SMALL) as told:
        places = []
        for _ in told.reading.document.quotes:
            await told.press(")")
            places.append(told.reading.view.place)

        assert [quote.span.start for quote in told.reading.document.quotes] == places


async def test_quotes_back() -> None:
    async with story(size=HALF) as told:
        await told.press("4", ")", "2", "(")

        assert told.at.startswith("“a lesson in patience”")


async def test_the_chosen_quote_has_the_strong_bar() -> None:
    async with story(size=SMALL) as told:
        await told.press(")")

        assert any(row.lstrip().startswith("▌ “We looked out") for row in told.body)


async def test_the_status_counts_quotes_and_per_cent() -> None:
    async with story(size=SMALL) as told:
        await told.press("2", ")")

        assert told.status.endswith("quote 2/5")


async def test_at_the_end_all_is_read() -> None:
    async with story() as told:
        await told.press("G")

        assert "100%" in told.status


@pytest.mark.parametrize("key", ["ctrl+o", "backspace", "H"])
async def test_back_to_where_one_was(key: str) -> None:
    async with story(size=SMALL) as told:
        await told.press("j", "j")
        before = told.body
        await told.press("]", "]", "2", key)

        assert before == told.body


@pytest.mark.parametrize("key", ["ctrl+i", "L"])
async def test_forward_again(key: str) -> None:
    async with story(size=SMALL) as told:
        await told.press("]", "]")
        before = told.body
        await told.press("ctrl+o", key)

        assert before == told.body


async def test_without_a_jump_there_is_no_way_back() -> None:
    async with story() as told:
        await told.press("ctrl+o")

        assert told.status.startswith("no place further back")
