"""The article the project began with, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from .story import FULL, HALF, SMALL, story

ARTICLE = Path(__file__).parents[2].parent / "shared/articles/000_f860feb0b2d0e425.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="the founding article is not beside this checkout")


async def test_its_four_sections_are_listed() -> None:
    async with story(ARTICLE, size=FULL) as told:
        assert 4 == len([row for row in told.outline[2:] if row.strip("│▌ ")])


@pytest.mark.parametrize("size", [FULL, HALF, SMALL])
async def test_its_three_quotes_are_reached_by_one_key(size: tuple[int, int]) -> None:
    async with story(ARTICLE, size=size) as told:
        speakers = []
        for _ in range(3):
            await told.press(")")
            speakers.append(told.status.startswith("Mark Rutte"))

        assert [True, True, True] == speakers
        assert "quote 3/3" in told.status


async def test_a_quote_is_looked_up_by_its_words() -> None:
    async with story(ARTICLE, size=SMALL) as told:
        await told.press('"')
        await told.type("miscalculate")
        await told.press("enter")

        assert "quote 3/3" in told.status
