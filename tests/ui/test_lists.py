"""Lists one goes through: folders, feeds, several files; and articles opened by links."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.model.listing import Entry
from reader.reading import open_place
from reader.ui.screens.articles import ArticlesScreen
from reader.ui.screens.reading import ReadingScreen
from tests.web.server import Server, answer, serving

from .story import FULL, SMALL, Story, telling

FEED = """<rss><channel><title>Harbour News</title><link>{}</link>
<item><title>Night ferry</title><link>/ferry</link><pubDate>Fri, 14 Mar 2025 10:00:00 GMT</pubDate>
<author>Ada Low</author><description>It sails again.</description></item>
<item><title>Gone [red]</title><link>/gone</link></item></channel></rss>"""
FERRY = "Night Ferry\n\n“We go at six,” said Bo Dahl, the harbour master.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "harbour"
    place.mkdir()
    for number in (1, 2, 10):
        text = f"Part {number}\n\n“We go at {number},” said Ada Low.\n"
        (place / f"part {number}.txt").write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def server() -> Iterator[Server]:
    links = "<a href='/ferry'>the ferry</a> <a href='mailto:a@b.c'>write</a> <a href='x:y'>z</a>"
    page = f"<html><body><p>Words {links}{'<p>More of it.' * 30}"
    talks = {
        "/ferry": answer(FERRY.encode(), Content_Type="text/plain"),
        "/page": answer(page.encode(), Content_Type="text/html"),
    }
    with serving(talks) as server:
        server._talks = talks | {"/feed": answer(FEED.format(server.url("/")).encode(), Content_Type="text/xml")}
        yield server


@asynccontextmanager
async def reading(*places: str, size: tuple[int, int] = FULL) -> AsyncIterator[Story]:
    async with telling([open_place(place) for place in places], size) as told:
        yield told


async def until(told: Story, holds: Callable[[], bool]) -> None:
    """Wait for a thread that opens something."""
    for _ in range(5000):
        if holds():
            break
        await told.pilot.pause(0.002)
    await told.settle()
    assert holds(), told.text


def title(told: Story) -> str:
    return told.reading.document.text.partition("\n")[0]


async def test_a_folder_opens_as_a_list(folder: Path) -> None:
    async with reading(str(folder)) as told:
        assert isinstance(told.app.screen, ArticlesScreen)
        assert ["part 1.txt", "part 2.txt", "part 10.txt"] == [
            " ".join(row.split()[-2:]) for row in told.rows if "part " in row and "harbour" not in row
        ]


async def test_enter_opens_and_q_returns_to_the_list_at_the_same_article(folder: Path) -> None:
    async with reading(str(folder)) as told:
        await told.press("down", "enter")
        await until(told, lambda: title(told) == "Part 2")
        await told.press("q")

        assert isinstance(told.app.screen, ArticlesScreen)
        assert 1 == told.app.screen.cursor


async def test_j_goes_on_in_the_list_and_q_still_returns_to_it(folder: Path) -> None:
    async with reading(str(folder)) as told:
        await told.press("enter")
        await until(told, lambda: title(told) == "Part 1")
        await told.press("J")
        await until(told, lambda: title(told) == "Part 2")
        await told.press("J")
        await until(told, lambda: title(told) == "Part 10")
        await told.press("J")
        assert "no article further" in told.status
        await told.press("q")

        assert isinstance(told.app.screen, ArticlesScreen)


async def test_typing_narrows_the_list(folder: Path) -> None:
    async with reading(str(folder)) as told:
        await told.type("10")
        await told.press("enter")
        await until(told, lambda: title(told) == "Part 10")


async def test_escape_shows_the_list_as_a_text_and_q_then_quits(folder: Path) -> None:
    async with reading(str(folder)) as told:
        await told.press("escape")

        assert isinstance(told.app.screen, ReadingScreen)
        assert "• part 1.txt" in told.text


async def test_an_article_of_a_feed_shows_where_it_leads_and_is_fetched_on_enter(server: Server) -> None:
    async with reading(server.url("/feed")) as told:
        assert f"Enter fetches {server.url('/ferry')}" in told.text
        assert "2025-03-14 Night ferry · Ada Low" in told.text
        assert 1 == len(server.requests)
        await told.press("enter")
        await until(told, lambda: title(told) == "Night Ferry")


async def test_what_cannot_be_fetched_is_said_and_one_stays(server: Server) -> None:
    async with reading(server.url("/feed")) as told:
        await told.press("down", "enter")
        await until(told, lambda: "no such page (404)" in told.text)

        assert "Harbour News" == title(told)


async def test_markup_in_a_title_is_shown(server: Server) -> None:
    async with reading(server.url("/feed")) as told:
        assert "Gone [red]" in told.text


async def test_the_list_fits_a_small_window(server: Server) -> None:
    async with reading(server.url("/feed"), size=SMALL) as told:
        assert "Night ferry" in told.text
        assert all(len(row) <= 40 for row in told.rows)


async def test_files_given_are_a_list_too(folder: Path) -> None:
    places = [str(path) for path in sorted(folder.iterdir())]
    async with reading(*places) as told:
        await told.press(":")
        await told.type("files")
        await told.press("enter")
        assert isinstance(told.app.screen, ArticlesScreen)
        await told.press("down", "enter")

        assert "Part 10" == title(told)


async def test_what_was_given_and_must_be_fetched_is_fetched_when_wanted(server: Server, folder: Path) -> None:
    openings = [open_place(str(folder / "part 1.txt")), Entry(server.url("/ferry"), server.url("/ferry"))]
    async with telling(openings, FULL) as told:
        assert [] == server.requests
        await told.press("J")
        await until(told, lambda: title(told) == "Night Ferry")


async def test_links_show_where_they_lead_and_enter_opens_one(server: Server) -> None:
    async with reading(server.url("/page")) as told:
        await told.press("o")
        assert server.url("/ferry") in told.text
        assert "3 of 3 links" in told.text
        assert 1 == len(server.requests)
        await told.press("enter")
        await until(told, lambda: title(told) == "Night Ferry")
        await told.press("q")

        assert server.url("/page") == told.reading.place_name


async def test_other_links_are_never_followed(server: Server) -> None:
    async with reading(server.url("/page")) as told:
        await told.press("o", "down", "down", "enter")

        assert "not followed: x:y (only http, https and mailto are)" in told.status


async def test_w_shows_the_whole_page_and_the_article_again(server: Server) -> None:
    async with reading(server.url("/page")) as told:
        before = told.reading
        await told.press("W")
        await until(told, lambda: told.reading is not before)
        assert "page" == told.reading.document.format
        await told.press("W")
        await until(told, lambda: told.reading.document.format == "html")


async def test_w_says_that_a_text_is_no_page(folder: Path) -> None:
    async with reading(str(folder / "part 1.txt")) as told:
        await told.press("W")

        assert "no web page" in told.status
