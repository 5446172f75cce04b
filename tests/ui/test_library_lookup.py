"""Looking quotes up in all articles, and going on through what was found."""

from __future__ import annotations

from pathlib import Path

from .desk import at_an_article, at_the_library, filled, own_library
from .story import SMALL, Story

__all__ = ["filled", "own_library"]


async def look_up(told: Story, words: str) -> None:
    await told.press('"', '"')
    await told.type(words)


async def test_pressed_again_it_looks_in_all_articles(filled: Path) -> None:
    async with at_an_article() as told:
        await look_up(told, "cheaper")
        await told.until("1 quote in all articles")

        assert "Standing is cheaper" in told.rows[1] + told.rows[2]


async def test_what_was_typed_stays_when_one_widens(filled: Path) -> None:
    async with at_an_article() as told:
        await told.press('"')
        await told.type("cheaper")
        await told.until("0 of 5 quotes")
        await told.press('"')
        await told.until("1 quote in all articles")
        await told.press('"')

        assert told.status.startswith("0 of 5 quotes")


async def test_a_name_narrows_by_speaker(filled: Path) -> None:
    async with at_an_article() as told:
        await look_up(told, "@fenwick")
        await told.until("5 quotes in all articles")


async def test_enter_opens_the_article_on_the_quote(filled: Path) -> None:
    async with at_an_article(SMALL) as told:
        await look_up(told, "devastating")
        await told.until("devastating for")
        await told.press("enter")
        await told.until("hit 1 of 1")

        assert told.at.startswith("“It is also devastating")


async def test_n_goes_on_across_articles(filled: Path) -> None:
    async with at_an_article((100, 24)) as told:
        await look_up(told, "@fenwick")
        await told.until("5 quotes")
        await told.press("enter")
        await told.until("hit 1 of 5 · Council Counts")
        await told.press("n", "n")
        await told.until("hit 3 of 5 · Night Ferry")
        await told.press("N")
        await told.until("hit 2 of 5 · Council Counts")

        assert told.at.startswith("“It is also devastating")


async def test_the_list_goes_around_its_end(filled: Path) -> None:
    async with at_an_article((100, 24)) as told:
        await look_up(told, "@fenwick")
        await told.until("5 quotes")
        await told.press("enter")
        await told.until("hit 1 of 5")
        await told.press("N")
        await told.until("hit 5 of 5 · Night Ferry")


async def test_escape_gives_n_back_to_the_matches(filled: Path) -> None:
    async with at_an_article((100, 24)) as told:
        await look_up(told, "@fenwick")
        await told.until("5 quotes")
        await told.press("enter")
        await told.until("hit 1 of 5")
        await told.press("escape", "n")

        assert "nothing to go to" in told.status


async def test_leaving_the_article_leads_back_to_the_list(filled: Path) -> None:
    async with at_an_article() as told:
        await look_up(told, "@fenwick")
        await told.until("5 quotes")
        await told.press("down", "enter")
        await told.until("hit 2 of 5")
        await told.press("q")
        await told.until("5 quotes in all articles")
        await told.press("down", "enter")
        await told.until("hit 3 of 5")


async def test_all_keys_at_once(filled: Path) -> None:
    """As a slow line delivers them: Enter waits for the answer, and what follows is for the article."""
    async with at_an_article((100, 24)) as told:
        await told.burst('""@fenwick\r')
        await told.until("hit 1 of 5")
        await told.burst("n")
        await told.until("hit 2 of 5")


async def test_without_a_library_it_says_how_to_make_one(own_library: Path) -> None:
    async with at_the_library() as told:
        await told.until("Try a sample")
        await told.press('"')
        await told.type("words")
        await told.until("you have no library yet")


async def test_the_library_screen_looks_up_in_all_articles_at_once(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await told.press('"')
        await told.type("patience")
        await told.until("1 quote")
        await told.press("enter")
        await told.until("hit 1 of 1")

        assert told.at.startswith("“a lesson in patience")


async def test_an_answer_that_comes_behind_escape_is_nobodys(filled: Path) -> None:
    async with at_an_article() as told:
        for keys in ('""@fenwick\x1b', '""@fenwick\r\x1b', "S\x1b", "Sfen\r\x1b\x1b", "VStanding\r\x1b", "Aq"):
            await told.burst(keys)
            await told.settle()
        await told.until("quote 1/3")

        assert told.app.screen is told.reading
