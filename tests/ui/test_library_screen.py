"""The library screen: what one has, how far one has read, and a search over all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.reading import read
from reader.ui.screens.library import LibraryScreen

from .desk import at_an_article, at_the_library, filled, own_library
from .story import ARTICLE, FULL, HALF, SMALL, Story

__all__ = ["filled", "own_library"]
SIZES = pytest.mark.parametrize("size", [FULL, HALF, SMALL])


def row_of(told: Story, words: str) -> str:
    return next(row for row in told.rows if words in row)


@SIZES
async def test_an_empty_library_explains_the_program(size: tuple[int, int]) -> None:
    async with at_the_library(size) as told:
        await told.until("knows")

        assert "who said what" in " ".join(told.text.split())
        assert "6  speech" in told.text


async def test_a_sample_is_a_key_away() -> None:
    async with at_the_library() as told:
        await told.until("interview")
        await told.press("3")
        await told.until("A Map Is a Promise")

        assert told.reading.document.metadata.title.startswith("“A Map Is a Promise")


async def test_leaving_a_sample_leads_back() -> None:
    async with at_the_library() as told:
        await told.until("interview")
        await told.press("j", "enter")
        await told.until("Bell Foundry")
        await told.press("q")
        await told.until("Try a sample")

        assert isinstance(told.app.screen, LibraryScreen)


@SIZES
async def test_articles_are_listed_the_newest_first(filled: Path, size: tuple[int, int]) -> None:
    async with at_the_library(size) as told:
        await told.until("Night Ferry")
        rows = [row.strip("▌ ")[:12] for row in told.rows if "Council Cou" in row or "Night Ferry" in row]

        assert ["Council Coun", "Night Ferry "] == rows[:2]


async def test_enter_opens_what_the_library_holds_though_the_file_is_gone(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Council Counts")
        await told.press("enter")
        await told.until("met without chairs")

        assert 3 == len(told.reading.document.quotes)


async def test_how_far_one_has_read_is_shown_when_one_comes_back(filled: Path) -> None:
    async with at_the_library(SMALL) as told:
        await told.until("Night Ferry")
        await told.press("j", "enter")
        await told.until("at her berth")
        await told.press("space", "q")
        await told.until("%")

        assert row_of(told, "Night Ferry").split()[-1] not in ("0%", "100%")


async def test_an_article_opens_where_one_left_it(filled: Path) -> None:
    async with at_the_library(SMALL) as told:
        await told.until("Night Ferry")
        await told.press("j", "enter")
        await told.until("at her berth")
        await told.press("space", "space")
        left_at = told.at
        await told.press("q")
        await told.until("%")
        await told.press("enter")
        await told.until("where you were")

        assert left_at == told.at


async def test_searching_narrows_as_one_types_and_enter_opens_at_the_hit(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await told.press("/")
        await told.type("chairs spri")
        await told.until("1 article")
        await told.press("enter")
        await told.until("hit 1 of")

        assert told.reading.document.metadata.title == "Council Counts Its Chairs"


async def test_keys_typed_faster_than_the_library_answers_are_not_lost(filled: Path) -> None:
    async with at_the_library() as told:
        await told.burst("j\r")
        await told.until("at her berth")

        assert told.reading.document.metadata.title.startswith("Night Ferry")


async def test_escape_lists_the_recent_articles_again(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await told.press("/")
        await told.type("zeppelin")
        await told.until("nothing has these words")
        await told.press("escape")
        await told.until("Night Ferry")

        assert "2 articles" in told.text


async def test_a_key_leads_from_an_article_to_the_library_and_back(filled: Path) -> None:
    async with at_an_article() as told:
        await told.press("A")
        await told.until("Council Counts")
        await told.press("q")

        assert told.app.screen is told.reading


async def test_the_key_of_the_library_closes_what_was_opened_from_it(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await told.press("enter")
        await told.until("met without chairs")
        await told.press("A")
        await told.until("2 articles")

        assert 1 == len(told.app.screen_stack)


async def test_a_speaker_set_right_in_an_article_of_the_library_is_kept(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Council Counts")
        await told.press("enter")
        await told.until("met without chairs")
        await told.press(")", "x")
        await told.type("Ada Winterbourne")
        await told.press("enter", "q")
        await told.until("2 articles")
        told.app.exit(0)
        told.app.finish()
    with Library(filled) as library:
        assert ["Ada Winterbourne"] == [person.name for person in library.speakers("winterbourne")]


async def test_help_lists_the_keys_of_the_library(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await told.press("?")
        await told.until("find words in all articles")
        await told.press("q")

        assert isinstance(told.app.screen, LibraryScreen)


async def test_a_damaged_library_is_mended_and_said(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    data[:16] = b"not a library!!!"
    filled.write_bytes(data)
    async with at_the_library((160, 24)) as told:
        await told.until("damaged")

        assert list(filled.parent.glob("library.damaged-*"))


async def test_what_was_read_as_a_file_is_not_added(own_library: Path) -> None:
    async with at_an_article() as told:
        await told.press("A")
        await told.until("Try a sample")

    with Library(own_library) as library:
        assert [] == library.articles()
    assert read(str(ARTICLE)).text


@pytest.mark.parametrize(
    ("name", "size", "keys", "words"),
    [
        ("library-full", FULL, "", "Night Ferry"),
        ("library-half", HALF, "j", "Night Ferry"),
        ("library-small", SMALL, "", "Night Ferry"),
        ("library-search", HALF, "/harbour", "4 places"),
        ("look-up-all", HALF, '"@fenwick', "5 quotes"),
        ("speakers-full", FULL, "S", "Otto Fenwick"),
        ("speakers-half", HALF, "S", "Otto Fenwick"),
        ("speakers-small", SMALL, "S", "Otto Fenwick"),
        ("verify-half", HALF, "VWe will buy a single chair @fenwick\r", "was dropped"),
        ("verify-small", SMALL, "VStanding is cheaper than\r", "exact"),
    ],
)
async def test_the_screen_is_as_it_was(
    filled: Path, name: str, size: tuple[int, int], keys: str, words: str, request: pytest.FixtureRequest
) -> None:
    async with at_the_library(size) as told:
        await told.until("Night Ferry")
        await told.burst(keys)
        await told.until(words)
        await told.settle()
        screen = told.text + "\n"
    compare(name, screen, request)


@pytest.mark.parametrize(("name", "size"), [("welcome-full", FULL), ("welcome-half", HALF), ("welcome-small", SMALL)])
async def test_the_welcome_is_as_it_was(name: str, size: tuple[int, int], request: pytest.FixtureRequest) -> None:
    async with at_the_library(size) as told:
        await told.until("Try a sample")
        screen = told.text + "\n"
    compare(name, screen, request)


def compare(name: str, screen: str, request: pytest.FixtureRequest) -> None:
    golden = Path(__file__).parent / "screens" / f"{name}.txt"
    if request.config.getoption("--update-screens"):
        golden.write_text(screen, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == screen
