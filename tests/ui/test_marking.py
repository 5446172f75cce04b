"""Selecting by keyboard, highlights and notes: made, listed, kept, found again when the text has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.paths import LIBRARY_VARIABLE, library_path
from reader.ui.keymap import SELECTING

from .story import ARTICLE, FULL, HALF, SMALL, Story, story


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library.sqlite"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def selected(told: Story) -> str:
    return told.reading.selection.cut(told.reading.document.text) if told.reading.selection else ""


async def _leave(told: Story) -> None:
    told.app.exit(0)
    told.app.finish()


async def _until_marked(told: Story) -> None:
    for _ in range(1000):
        if told.reading.marks:
            await told.settle()
            return
        await told.pilot.pause(0.005)
    raise AssertionError("no mark came back")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([], "Night"),
        (["e"], "Night Ferry"),
        (["2", "e"], "Night Ferry to"),
        (["w"], "Night "),
        (["$"], "Night Ferry to Skarholm Returns After Long Silence"),
        (["}"], "Night Ferry to Skarholm Returns After Long Silence"),
        (["right"], "Night "),
        (["left"], "Nigh"),
        (["w", "v"], "Ferry"),
        (["w", "v", "b", "b"], "Night Ferry"),
        (["o"], "Night"),
    ],
)
async def test_keys_select(keys: list[str], words: str) -> None:
    async with story(size=HALF) as told:
        await told.press("v", *keys)

        assert words == selected(told)


async def test_a_quote_is_selected_by_its_key() -> None:
    async with story(size=HALF) as told:
        await told.press("2", ")", "v", ")")

        assert "“a lesson in patience”" == selected(told)


async def test_a_sentence_is_selected_by_its_key() -> None:
    async with story(size=HALF) as told:
        await told.press("2", "}", "v", ".")

        assert selected(told).startswith("The night ferry to Skarholm")
        assert selected(told).endswith("the harbour office said.")


async def test_lines_are_selected_and_the_screen_goes_along() -> None:
    async with story(size=SMALL) as told:
        await told.press("v", *["j"] * 20)

        assert told.body[-1].strip() or told.body[-2].strip()
        assert told.reading.view.top > 0


async def test_what_is_selected_is_shown_reversed() -> None:
    async with story(size=HALF) as told:
        await told.press("]", "v")

        assert any(segment.style and segment.style.reverse for segment in told.segments_with("Quick"))


async def test_keys_mean_what_they_meant_when_nothing_is_selected_any_more() -> None:
    async with story(size=HALF) as told:
        await told.press("v", "escape", ")")

        assert "quote 1/5" in told.status


async def test_the_status_line_tells_the_keys() -> None:
    async with story() as told:
        await told.press("v")

        assert "h highlight  N note  y copy" in told.status


async def test_help_tells_them_too() -> None:
    async with story(size=(120, 100)) as told:
        await told.press("?")

        assert [] == [action.id for action in SELECTING if action.help not in told.text]


async def test_y_copies_what_is_selected() -> None:
    async with story(size=HALF) as told:
        await told.press("v", "e", "w", "y")

        assert ("Night Ferry", None) == (told.app.clipboard, told.reading.selection)


async def test_h_highlights_and_lists_it() -> None:
    async with story(size=FULL) as told:
        await told.press("v", "e", "h")

        assert any("MY MARKS 1" in row for row in told.quotes)
        assert any("◆ Night Ferry" in row for row in told.quotes)


async def test_a_highlight_is_seen_in_the_text_without_colour_too() -> None:
    async with story(size=HALF, theme="mono") as told:
        await told.press("]", "v", "h")

        assert any(row.lstrip().startswith("◆ Quick") for row in told.body)


async def test_h_once_more_takes_the_highlight_away() -> None:
    async with story(size=HALF) as told:
        await told.press("v", "h", "v", "h")

        assert () == told.reading.marks


async def test_capital_n_writes_a_note() -> None:
    async with story(size=FULL) as told:
        await told.press("v", "N")
        await told.type("which night?")
        await told.press("enter")

        assert any("which night?" in row for row in told.quotes)


async def test_escape_writes_none() -> None:
    async with story(size=FULL) as told:
        await told.press("v", "N")
        await told.type("which")
        await told.press("escape")

        assert () == told.reading.marks


async def test_a_note_can_be_written_anew() -> None:
    async with story(size=FULL) as told:
        await told.press("v", "N")
        await told.type("ab")
        await told.press("enter", "v", "N")
        await told.type("c")
        await told.press("enter")

        assert ["abc"] == [one.mark.note for one in told.reading.marks]


async def test_enter_in_the_list_goes_to_the_mark_and_selects_it() -> None:
    async with story(size=FULL) as told:
        await told.press("v", "h", "G", "tab", "G", "enter")

        assert "Night" == selected(told)
        assert told.top.startswith("Night")


async def test_delete_in_the_list_forgets_the_mark() -> None:
    async with story(size=FULL) as told:
        await told.press("v", "h", "tab", "G", "delete")

        assert () == told.reading.marks


async def test_delete_on_a_quote_says_where_marks_are() -> None:
    async with story(size=FULL) as told:
        await told.press("tab", "delete")

        assert "no mark of yours" in told.status


async def test_a_note_is_there_the_next_time(article: Path) -> None:
    async with story(article, size=FULL, remembers=True) as told:
        await told.press("v", "N")
        await told.type("which night?")
        await told.press("enter")
        await _leave(told)
    async with story(article, size=FULL, remembers=True) as told:
        await _until_marked(told)

        assert any("which night?" in row for row in told.quotes)


async def test_what_was_forgotten_is_not(article: Path) -> None:
    async with story(article, size=FULL, remembers=True) as told:
        await told.press("v", "h", "v", "h")
        await _leave(told)
    with Library(library_path()) as library:
        assert [] == library.marks()


async def test_a_mark_is_found_again_in_a_changed_text_and_that_is_said(article: Path) -> None:
    async with story(article, size=FULL, remembers=True) as told:
        await told.press("v", "2", "e", "h")
        await _leave(told)
    article.write_text("A note of the editors.\n\n" + article.read_text(encoding="utf-8"), encoding="utf-8")
    async with story(article, size=FULL, remembers=True) as told:
        await _until_marked(told)

        [one] = told.reading.marks
        assert one.span is not None
        assert "Night Ferry to" == one.span.cut(told.reading.document.text)
        assert "the text has changed: 1 mark found again by the words" in told.status


async def test_a_mark_whose_words_are_gone_is_listed_as_such(article: Path) -> None:
    async with story(article, size=FULL, remembers=True) as told:
        await told.press("v", "2", "e", "h")
        await _leave(told)
    article.write_text("All Is Otherwise\n\nIt rains in Avela, said nobody at all.\n", encoding="utf-8")
    async with story(article, size=FULL, remembers=True) as told:
        await _until_marked(told)

        assert any("gone from the text, but kept" in row for row in told.quotes)
        assert "1 mark no longer in it, but kept" in told.status


async def test_what_is_gone_can_be_forgotten_by_hand(article: Path) -> None:
    async with story(article, size=FULL, remembers=True) as told:
        await told.press("v", "2", "e", "h")
        await _leave(told)
    article.write_text("All Is Otherwise\n\nIt rains in Avela, said nobody at all.\n", encoding="utf-8")
    async with story(article, size=FULL, remembers=True) as told:
        await _until_marked(told)
        await told.press("tab", "G", "enter", "enter")
        await _leave(told)
    with Library(library_path()) as library:
        assert [] == library.marks()
