"""Copying, other articles, themes, help, the palette, and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ui.keymap import ACTIONS, shown_key
from reader.ui.theming import theme_names

from .story import ARTICLE, FULL, HALF, SMALL, story


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.txt"
    path.write_text("A Second Article\n\nNobody is quoted in this one, and nothing happens in it.\n", encoding="utf-8")
    return path


async def test_y_copies_the_words() -> None:
    async with story() as told:
        await told.press("2", ")", "y")

        assert "a lesson in patience" == told.app.clipboard


async def test_a_copy_is_said() -> None:
    async with story() as told:
        await told.press("2", ")", "y")

        assert "copied" in told.status


async def test_capital_y_copies_speaker_title_and_place_too() -> None:
    async with story() as told:
        await told.press("2", ")", "Y")
        cited = told.app.clipboard

        assert all(words in cited for words in ("“a lesson in patience”", "Otto Fenwick", "Night Ferry", ARTICLE.name))


async def test_without_a_quote_nothing_is_copied(second: Path) -> None:
    async with story(second) as told:
        await told.press("y")

        assert told.status.startswith("no quote here to copy")


async def test_capital_j_goes_to_the_next_article(second: Path) -> None:
    async with story(ARTICLE, second) as told:
        await told.press("J")

        assert told.top.startswith("A Second Article")


async def test_capital_k_goes_back_to_the_one_before(second: Path) -> None:
    async with story(ARTICLE, second) as told:
        await told.press("J", "K")

        assert told.top.startswith("Night Ferry to Skarholm")


async def test_an_article_come_back_to_has_its_quotes(second: Path) -> None:
    async with story(ARTICLE, second) as told:
        await told.press("J", "K", ")")

        assert "quote 1/5" in told.status


async def test_behind_the_last_article_there_is_none(second: Path) -> None:
    async with story(ARTICLE, second) as told:
        await told.press("J", "J")

        assert "no article further on" in told.status


async def test_the_only_article_is_said_to_be_the_only_one() -> None:
    async with story() as told:
        await told.press("J")

        assert told.status.startswith("this is the only article")


async def test_themes_come_in_turn_and_around() -> None:
    async with story() as told:
        seen = [told.app.theme]
        for _ in theme_names()[1:]:
            await told.press("T")
            seen.append(told.app.theme)
        await told.press("T")

        assert sorted(theme_names()) == sorted(seen)
        assert seen[0] == told.app.theme


async def test_a_theme_changes_the_paper() -> None:
    async with story(theme="night") as night, story(theme="day") as day:
        papers = [told.strips[5]._segments[0].style.bgcolor for told in (night, day)]  # type: ignore[union-attr]

        assert papers[0] != papers[1]


async def test_help_lists_every_action_with_its_keys() -> None:
    async with story(size=(120, 140)) as told:
        await told.press("?")

        assert [] == [
            action.id
            for action in ACTIONS
            if action.help not in told.text or any(shown_key(key) not in told.text for key in action.keys[:1])
        ]


@pytest.mark.parametrize("key", ["q", "escape", "?", "enter"])
async def test_help_closes(key: str) -> None:
    async with story() as told:
        await told.press("f1", key)

        assert told.app.screen is told.reading


async def test_help_scrolls_in_a_low_window() -> None:
    async with story(size=SMALL) as told:
        await told.press("?", "G")

        assert "leave it" in told.text


async def test_the_palette_lists_every_action() -> None:
    async with story(size=(120, 140)) as told:
        await told.press(":")

        assert [] == [action.id for action in ACTIONS if action.id.replace("-", " ") not in told.text]


async def test_the_palette_runs_an_action() -> None:
    async with story(size=HALF) as told:
        await told.press(":")
        await told.type("next quote")
        await told.press("enter")

        assert told.at.startswith("“We looked out")


async def test_escape_closes_the_palette() -> None:
    async with story(size=HALF) as told:
        await told.press(":", "escape")

        assert told.app.screen is told.reading


@pytest.mark.parametrize("keys", [["q"], ["Q"], ["ctrl+c"], ["s", "Q"]])
async def test_the_way_out(keys: list[str]) -> None:
    async with story(size=SMALL) as told:
        await told.pilot.press(*keys)
        await told.pilot.pause()

        assert 0 == told.app.return_value


@pytest.mark.parametrize("key", ["f12", "alt+m", "ctrl+s", "ctrl+a", "0"])
async def test_other_keys_do_nothing(key: str) -> None:
    async with story(size=FULL) as told:
        before = told.text
        await told.press(key)

        assert before == told.text


async def test_the_palette_takes_a_style_of_citation() -> None:
    async with story(size=HALF) as told:
        await told.press("2", ")", ":")
        await told.type("cite bibtex")
        await told.press("enter")

        assert told.app.clipboard.startswith("@misc{")


async def test_a_style_once_chosen_is_that_of_the_key() -> None:
    async with story(size=HALF) as told:
        await told.press("2", ")", ":")
        await told.type("cite html")
        await told.press("enter", "Y")

        assert told.app.clipboard.startswith("<figure>")
