"""The document info sheet."""

from __future__ import annotations

from .story import FULL, SMALL, story


async def test_it_says_what_is_read_and_any_closing_key_returns() -> None:
    async with story(size=FULL) as told:
        await told.press("=")
        assert any(row.split()[:2] == ["Format", "text"] for row in told.rows)
        assert "speaker" in told.text.lower()
        await told.press("q")

        assert told.reading.is_active


async def test_it_scrolls_in_a_small_window() -> None:
    async with story(size=SMALL) as told:
        await told.press("=")
        first = told.rows[0]
        await told.press("j")

        assert first not in told.rows
