"""It folds: what a window of each size shows, and what a resize keeps."""

from __future__ import annotations

import pytest

from .story import FULL, SMALL, story


@pytest.mark.parametrize(
    ("columns", "panes"),
    [
        (110, ["outline", "body", "quotes"]),
        (109, ["body", "quotes"]),
        (70, ["body", "quotes"]),
        (69, ["body"]),
        (20, ["body"]),
    ],
)
async def test_panes_by_columns(columns: int, panes: list[str]) -> None:
    async with story(size=(columns, 24)) as told:
        assert panes == told.panes


@pytest.mark.parametrize(("rows", "is_shown"), [(13, True), (12, False)])
async def test_the_header_goes_at_12_rows(rows: int, is_shown: bool) -> None:
    async with story(size=(80, rows)) as told:
        assert is_shown == told.rows[0].startswith(" Night Ferry to Skarholm Returns After Long Silence")


async def test_at_40_by_12_at_least_nine_lines_are_text() -> None:
    async with story(size=SMALL) as told:
        await told.press("2", "]")

        assert 9 <= len(told.body)


@pytest.mark.parametrize("columns", [60, 40, 120])
async def test_a_resize_and_back_lands_on_the_same_sentence(columns: int) -> None:
    async with story(size=(100, 16)) as told:
        await told.press("1", "7", "j")
        before, top = told.body, told.top
        await told.resize(columns, 16)
        first = told.body[0].lstrip("▎▌› ")
        assert first[:20] in " ".join(top[:200].split()) or top[:10] in first
        await told.resize(100, 16)

        assert before == told.body


@pytest.mark.parametrize("quotes", [1, 2, 3, 4, 5])
async def test_a_smaller_window_keeps_the_quote_and_shows_it(quotes: int) -> None:
    async with story(size=(100, 30)) as told:
        await told.press(*[")"] * quotes)
        before = (told.reading.view.place, told.reading.quote)
        await told.resize(80, 16)

        assert before == (told.reading.view.place, told.reading.quote)
        assert told.reading.view.place < told.reading.read_to


@pytest.mark.parametrize("quotes", [2, 5])
async def test_a_window_that_was_smaller_shows_what_it_showed(quotes: int) -> None:
    async with story(size=(100, 30)) as told:
        await told.press(*[")"] * quotes)
        before = told.reading.view
        await told.resize(80, 12)
        assert before != told.reading.view
        await told.resize(100, 30)

        assert before == told.reading.view


async def test_a_resize_while_a_pane_has_the_keys_leaves_them_to_a_pane_that_is_shown() -> None:
    async with story(size=FULL) as told:
        await told.press("shift+tab")
        await told.resize(80, 24)

        assert told.reading.active in told.panes


async def test_a_resize_while_one_types_keeps_the_words() -> None:
    async with story(size=FULL) as told:
        await told.press("/")
        await told.type("yell")
        await told.resize(40, 12)
        await told.type("ow")

        assert told.at.startswith("yellow")


async def test_a_resize_keeps_the_sheet() -> None:
    async with story(size=FULL) as told:
        await told.press('"')
        await told.resize(40, 12)

        assert told.status.startswith("5 of 5 quotes")


@pytest.mark.parametrize("size", [(20, 5), (300, 5), (20, 100)])
async def test_odd_windows_answer_keys(size: tuple[int, int]) -> None:
    async with story(size=size) as told:
        await told.press("j", ")", "]", "t", "s", "z", "G", '"', "escape", "?", "q", "/", "a", "enter", ":", "escape")

        assert told.app.screen is told.reading


@pytest.mark.parametrize("size", [(5, 3), (8, 1), (19, 40), (300, 4)])
async def test_a_window_too_small_says_so_and_takes_no_keys(size: tuple[int, int]) -> None:
    async with story(size=size) as told:
        await told.press("j", ")", "]", "t", "s", '"', "?", "/", "a", "enter", ":")

        assert "too" == told.text.lower().replace("this window is ", "").split()[0]
        assert [told.app.screen] == told.app.screen_stack[1:]


@pytest.mark.parametrize("keys", [["1", "7", "j"], ["3", ")", '"']])
async def test_a_window_that_was_too_small_shows_what_it_showed(keys: list[str]) -> None:
    async with story(size=(80, 24)) as told:
        await told.press(*keys)
        before = told.text
        await told.resize(19, 4)
        await told.press("j")
        await told.resize(80, 24)

        assert before == told.text


@pytest.mark.parametrize(("key", "change"), [("+", 1), ("-", -1)])
async def test_the_text_gets_wider_and_narrower(key: str, change: int) -> None:
    async with story(size=(150, 24)) as told:
        await told.press("z")
        before = told.reading.body.page.width
        await told.press(key)

        assert change == (told.reading.body.page.width > before) - (told.reading.body.page.width < before)


async def test_the_text_is_never_wider_than_its_window() -> None:
    async with story(size=SMALL) as told:
        await told.press("9", "+")

        assert told.reading.body.page.width <= 40
