"""Marks of place, running by name with words, the searchable help, other keymaps, prompts with a history."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from reader.paths import history_path
from reader.reading import open_place
from reader.settings.settings import Entry, Settings, settle
from reader.ui.app import ReaderApp
from reader.ui.panes.prompt import Prompt

from .story import ARTICLE, FULL, HALF, SMALL, Story, story


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


async def kept(told: Story) -> None:
    """Wait until the library has what it was told."""
    memory = told.app._memory
    assert memory is not None
    memory.close()


async def test_a_mark_brings_one_back() -> None:
    async with story(size=SMALL) as told:
        await told.press("3", ")", "m", "a")
        marked = told.at
        await told.press("G", "'", "a")

        assert marked == told.at


async def test_two_marks_go_to_where_one_was() -> None:
    async with story(size=SMALL) as told:
        before = told.top
        await told.press("G", "'", "'")

        assert before == told.top


async def test_a_letter_that_marks_nothing_is_said() -> None:
    async with story() as told:
        await told.press("'", "x")

        assert told.status.startswith("nothing is marked x")


async def test_a_mark_begun_is_seen() -> None:
    async with story() as told:
        await told.press("m")

        assert "m " in told.status


async def test_marks_are_there_the_next_time() -> None:
    async with story(size=SMALL, remembers=True) as told:
        await told.press("3", ")", "m", "b")
        marked = told.at
        await kept(told)
    async with story(size=SMALL, remembers=True) as told:
        await kept(told)
        await told.press("g", "'", "b")

        assert marked == told.at


async def test_marks_are_found_again_in_a_changed_text(tmp_path: Path) -> None:
    place = tmp_path / "ferry.txt"
    words = ARTICLE.read_text(encoding="utf-8")
    place.write_text(words, encoding="utf-8")
    async with story(place, size=SMALL, remembers=True) as told:
        await told.press("3", ")", "m", "b")
        marked = told.at[:40]
        await kept(told)
    title, rest = words.split("\n", 1)
    place.write_text(f"{title}\n\nA sentence that was not there before, for a change.\n{rest}", encoding="utf-8")
    async with story(place, size=SMALL, remembers=True) as told:
        await kept(told)
        await told.press("g", "'", "b")

        assert told.at.startswith(marked)


async def run_by_name(told: Story, words: str) -> None:
    await told.press(":")
    await told.type(words)
    await told.press("enter")


async def test_a_theme_is_chosen_by_its_name() -> None:
    async with story(size=HALF) as told:
        await run_by_name(told, "theme sep")

        assert "sepia" == told.app.theme


async def test_themes_are_listed_behind_the_name() -> None:
    async with story(size=HALF) as told:
        await told.press(":")
        await told.type("theme")

        assert "sepia – next theme" in told.text


async def test_the_next_quote_of_somebody() -> None:
    async with story(size=HALF) as told:
        await run_by_name(told, "next quote fenwick")

        assert told.at.startswith("“a lesson in patience")


async def test_per_cent_by_name() -> None:
    async with story(size=SMALL) as told:
        await run_by_name(told, "100%")

        assert "100%" in told.status


async def test_a_short_name_is_enough() -> None:
    async with story(size=HALF) as told:
        await told.press(":")
        await told.type("q")
        await told.pilot.press("enter")
        await told.pilot.pause()

        assert 0 == told.app.return_value


async def test_help_can_be_searched() -> None:
    async with story(size=HALF) as told:
        await told.press("?", "/")
        await told.type("copy the quote")

        assert ("copy the quote" in told.text, "next section" in told.text) == (True, False)


async def test_help_says_what_works_in_the_pane_first() -> None:
    async with story(size=FULL) as told:
        await told.press("tab", "?")

        assert (told.rows[0].strip(), "one item down" in told.rows[1]) == ("In the quotes", True)


async def test_words_deleted_can_be_brought_back() -> None:
    async with story() as told:
        await told.press("/")
        await told.type("one two")
        await told.press("ctrl+w", "ctrl+a", "ctrl+y")

        assert "twoone" == told.reading.query_one(Prompt).value.replace(" ", "")


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["ctrl+a", "alt+d"], " two three"),
        (["ctrl+a", "ctrl+f", "ctrl+k"], "o"),
        (["ctrl+left", "ctrl+u"], "three"),
        (["alt+z"], "one two three"),
        (["ctrl+b", "ctrl+d"], "one two thre"),
    ],
)
async def test_readlines_keys(keys: list[str], value: str) -> None:
    async with story() as told:
        await told.press("/")
        await told.type("one two three")
        await told.press(*keys)

        assert value.strip() == told.reading.query_one(Prompt).value.strip()


async def test_what_was_searched_for_is_there_the_next_time() -> None:
    async with story(remembers=True) as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter")
    async with story(remembers=True) as told:
        await told.press("/", "up")

        assert "ferry" == told.reading.query_one(Prompt).value


async def test_the_history_is_private() -> None:
    async with story(remembers=True) as told:
        await told.press("/")
        await told.type("ferry")
        await told.press("enter")

    assert 0o600 == stat.S_IMODE(history_path().stat().st_mode)


async def test_without_a_history_nothing_is_written() -> None:
    settings = Settings()
    settings.history = False
    app = ReaderApp([open_place(str(ARTICLE))], settings, remembers=True)
    async with app.run_test(size=HALF) as pilot:
        told = Story(app, pilot)
        await told.settle()
        await told.press("/")
        await told.type("ferry")
        await told.press("enter")

    assert not history_path().exists()


async def with_keymap(name: str, *keys: str) -> Story:
    settings = Settings()
    settings.keymap = name
    app = ReaderApp([open_place(str(ARTICLE))], settings)
    async with app.run_test(size=SMALL) as pilot:
        told = Story(app, pilot)
        await told.settle()
        await told.press(*keys)
        return told


@asynccontextmanager
async def with_own_keys(keymap: str = "less", **keys: str) -> AsyncIterator[Story]:
    settings = Settings()
    settings.keymap = keymap
    settings.keys = {action.replace("_", "-"): Entry([key], 1) for action, key in keys.items()}
    app = ReaderApp([open_place(str(ARTICLE))], settings)
    async with app.run_test(size=FULL) as pilot:
        told = Story(app, pilot)
        await told.settle()
        yield told


async def test_own_keys_select() -> None:
    async with with_own_keys(select="X", select_words="ctrl+l") as told:
        await told.press("X", "ctrl+l", "ctrl+l")
        selected = told.reading.selection

        assert selected is not None
        assert 2 == len(selected.cut(told.reading.document.text).split())
        assert "^l e b word" in told.status


async def test_own_keys_scroll_and_close_the_help() -> None:
    async with with_own_keys(end="X", close="&") as told:
        await told.press("?", "X")
        await told.until("leave it")
        await told.press("&")

        assert told.app.screen is told.reading


async def test_the_help_says_which_keys_scroll_and_close_it() -> None:
    async with with_own_keys("emacs") as told:
        await told.press("f1")
        await told.until("^n ^p scroll · ^s searches · M-x runs by name · ^x k closes")


async def test_emacs_keys_work_while_selecting() -> None:
    async with with_own_keys("emacs") as told:
        await told.press("v", "alt+f", "alt+f")
        assert told.reading.selection is not None
        await told.press("ctrl+g")

        assert told.reading.selection is None


async def test_emacs_quits_with_its_keys() -> None:
    told = await with_keymap("emacs", "ctrl+x", "ctrl+c")

    assert 0 == told.app.return_value


async def test_the_hints_are_those_of_the_keymap() -> None:
    async with with_own_keys("emacs") as told:
        assert told.status.startswith("^n ^p line")


@pytest.mark.parametrize(
    ("kind", "words", "begins"),
    [
        ("at", "a lesson in", "a lesson in patience"),
        ("speaker", "fenwick", "“a lesson in patience"),
        ("percent", "0", "Night Ferry"),
    ],
)
async def test_an_article_opens_where_it_is_asked_to(kind: str, words: str, begins: str) -> None:
    app = ReaderApp([open_place(str(ARTICLE))], Settings(), start=(kind, words))
    async with app.run_test(size=SMALL) as pilot:
        told = Story(app, pilot)
        await told.settle()
        matches, match = told.reading.matches, told.reading.match
        at = told.reading.view.place if matches is None or match is None else matches[match].start

        assert told.reading.document.text[at:].startswith(begins)


async def test_words_that_are_not_there_are_said() -> None:
    async with ReaderApp([open_place(str(ARTICLE))], Settings(), start=("at", "zeppelin")).run_test() as pilot:
        told = Story(pilot.app, pilot)  # type: ignore[arg-type]
        await told.settle()

        assert "not found: zeppelin" in told.status


def with_config(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return settle({"PULLQUOTE_CONFIG": str(file)})


@pytest.mark.parametrize(
    ("text", "told_so"),
    [
        ('measure = "wide"\n', "config.toml, line 1: measure must be a number"),
        ('theme = "nigth"\n', "config.toml, line 1: there is no theme “nigth”"),
        ('[keys]\nfnd = "w"\n', "config.toml, line 2: there is no action “fnd”"),
        ("measure = 1 2\nthem = 3\n", "(and 1 more: pullquote config tells)"),
    ],
)
async def test_wrong_settings_are_told_in_the_status_line_and_do_not_stop_the_start(
    tmp_path: Path, text: str, told_so: str
) -> None:
    app = ReaderApp([open_place(str(ARTICLE))], with_config(tmp_path, text))
    async with app.run_test(size=(160, 30)) as pilot:
        told = Story(app, pilot)
        await told.settle()

        assert told_so in told.status


async def test_settings_are_in_force_in_the_app(tmp_path: Path) -> None:
    text = 'theme = "day"\nmeasure = 50\npanes = "outline"\n[keys]\nnext-quote = "w"\n'
    app = ReaderApp([open_place(str(ARTICLE))], with_config(tmp_path, text))
    async with app.run_test(size=FULL) as pilot:
        told = Story(app, pilot)
        await told.settle()
        await told.press("w")

        assert ("day", 50, ["outline", "body"], True) == (
            app.theme,
            told.reading.body.text_width,
            told.panes,
            told.at.startswith("“We looked out"),
        )
