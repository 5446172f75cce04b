"""`!`: a quote or a selection to a command, its answer in the status line or on a sheet."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reader.ui.screens.output import OutputScreen

from .story import FULL, HALF, Story, story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")


@pytest.fixture(autouse=True)
def plain_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SHELL", "/bin/sh")


async def _hand_to(told: Story, command: str) -> None:
    await told.press("!")
    await told.type(command)
    await told.press("enter")
    for _ in range(2000):
        if "running" not in told.reading.status.message:
            break
        await told.pilot.pause(0.005)
    await told.settle()


async def test_a_quote_goes_to_a_command() -> None:
    async with story(size=FULL) as told:
        await told.press("2", ")")
        await _hand_to(told, "wc -w")

        assert "4" == told.reading.status.message


async def test_its_speaker_and_title_are_in_the_environment() -> None:
    async with story(size=FULL) as told:
        await told.press("2", ")")
        await _hand_to(told, 'echo "$PULLQUOTE_SPEAKER/$PULLQUOTE_SECTION"')

        assert "Otto Fenwick/A Winter Without Lights" == told.reading.status.message


async def test_what_is_selected_goes_instead() -> None:
    async with story(size=FULL) as told:
        await told.press("2", ")", "v", "e", "v")
        await _hand_to(told, "cat; echo /$PULLQUOTE_SPEAKER")

        assert "lesson/Otto Fenwick" == told.reading.status.message
        assert None is told.reading.selection


async def test_more_than_a_line_is_shown_on_a_sheet() -> None:
    async with story(size=HALF) as told:
        await told.press(")")
        await _hand_to(told, "echo one; echo two")

        assert isinstance(told.app.screen, OutputScreen)
        assert "one" in told.text
        await told.press("q")
        assert told.app.screen is told.reading


async def test_a_failure_is_told() -> None:
    async with story(size=FULL) as told:
        await told.press(")")
        await _hand_to(told, "echo no such thing >&2; exit 3")

        assert "exit code 3: no such thing" == told.reading.status.message


async def test_nothing_that_a_command_says_reaches_the_terminal_as_it_is() -> None:
    async with story(size=FULL) as told:
        await told.press(")")
        await _hand_to(told, r"printf '\033]0;title\007'")

        assert "\x1b" not in told.reading.status.message


async def test_words_of_the_document_are_not_run(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A Title\n\n“$(touch pwned); `touch pwned`,” said Ada Finch, “and so on.”\n", encoding="utf-8")
    async with story(article, size=FULL) as told:
        await told.press(")")
        await _hand_to(told, f"cd '{tmp_path}' && cat")

        assert not (tmp_path / "pwned").exists()


async def test_without_a_quote_nothing_is_asked(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A Title\n\nNobody says a thing here, and nothing happens.\n", encoding="utf-8")
    async with story(article, size=FULL) as told:
        await told.press("!")

        assert told.status.startswith("no quote here to hand over")


async def test_nothing_typed_runs_the_last_command_again() -> None:
    async with story(size=FULL) as told:
        await told.press("2", ")")
        await _hand_to(told, "wc -w")
        await told.press("1", ")")
        await _hand_to(told, "")

        assert "4" != told.reading.status.message
        assert told.reading.status.message.isdecimal()
