"""The speakers' screen: everyone quoted, what they said, and who is one person."""

from __future__ import annotations

from pathlib import Path

from reader.library import Library
from reader.ui.keymap import LISTS

from .desk import at_an_article, at_the_library, filled, own_library
from .story import Story

__all__ = ["filled", "own_library"]


async def show_speakers(told: Story) -> None:
    await told.press("S")
    await told.until("Otto Fenwick")


async def test_everyone_is_listed_who_is_quoted_most_first(filled: Path) -> None:
    async with at_an_article() as told:
        await show_speakers(told)
        rows = [row.strip("▌ ") for row in told.rows if "Fenwick" in row or "Ellingsby" in row]

        assert rows[0].startswith("Otto Fenwick, Harbour Master")
        assert ["5", "2"] == rows[0].split()[-2:]


async def test_the_list_narrows_as_one_types(filled: Path) -> None:
    async with at_an_article() as told:
        await show_speakers(told)
        await told.type("elling")
        await told.until("1 · Enter")

        assert "Marta Ellingsby" in told.text
        assert "Fenwick" not in told.text


async def test_enter_shows_all_they_said_and_enter_goes_there(filled: Path) -> None:
    async with at_an_article((100, 24)) as told:
        await show_speakers(told)
        await told.press("enter")
        await told.until("5 quotes")
        await told.press("down", "enter")
        await told.until("hit 2 of 5 · Council Counts")
        await told.press("n")
        await told.until("hit 3 of 5 · Night Ferry")


async def test_what_they_said_narrows_too(filled: Path) -> None:
    async with at_an_article() as told:
        await show_speakers(told)
        await told.press("enter")
        await told.until("5 quotes")
        await told.type("cheap")
        await told.until("1 quote ")


async def test_two_are_joined_by_hand_and_that_is_kept(filled: Path) -> None:
    async with at_an_article() as told:
        await show_speakers(told)
        await told.type("a")
        await told.press("backspace")
        await told.until("Otto Fenwick")
        await told.press("down", "tab")
        await told.until("1 marked")
        await told.press("up", "up", "ctrl+t")
        await told.until("joined to Otto Fenwick")
    with Library(filled) as library:
        assert 1 < len(library.speakers("fenwick")[0].forms)


async def test_own_keys_mark_in_the_list(filled: Path) -> None:
    async with at_an_article() as told:
        told.app.keymap = told.app.keymap._replace(
            lists=tuple(each._replace(keys=(f"f{number}",)) for number, each in enumerate(LISTS, 5))
        )
        await show_speakers(told)
        await told.type("a")
        await told.press("backspace")
        await told.until("F6 marks · F7 joins")
        await told.press("f6")
        await told.until("1 marked")


async def test_an_article_is_split_off_and_that_is_kept(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await show_speakers(told)
        await told.press("enter")
        await told.until("5 quotes")
        await told.press("tab")
        await told.until("1 marked")
        await told.press("ctrl+x")
        await told.until("somebody else in 1 article")
        await told.press("escape")
        await told.until("Otto Fenwick (2)")
    with Library(filled) as library:
        assert [3, 2] == [person.quotes for person in library.speakers("fenwick")]


async def test_escape_leads_back_to_the_article(filled: Path) -> None:
    async with at_an_article() as told:
        await show_speakers(told)
        await told.press("escape")

        assert told.app.screen is told.reading
