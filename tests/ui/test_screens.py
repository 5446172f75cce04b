"""Whole screens as text, beside the files in `screens/`; `pytest --update-screens` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from .story import FULL, HALF, SMALL, story, without_confidence

SCREENS = Path(__file__).parent / "screens"


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("full", FULL, []),
        ("full-quote", FULL, ["3", ")"]),
        ("half", HALF, []),
        ("half-outline", HALF, ["2", "]", "t"]),
        ("small", SMALL, []),
        ("small-quote", SMALL, ["3", ")"]),
        ("small-quotes", SMALL, ["s"]),
        ("look-up", HALF, ['"', *"you"]),
        ("help", HALF, ["?"]),
        ("palette", HALF, [":", *"quote"]),
    ],
)
async def test_the_screen_is_as_it_was(
    name: str, size: tuple[int, int], keys: list[str], request: pytest.FixtureRequest
) -> None:
    async with story(size=size) as told:
        await told.press(*keys)
        screen = without_confidence(told.text) + "\n"
    golden = SCREENS / f"{name}.txt"
    if request.config.getoption("--update-screens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(screen, encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == screen


@pytest.mark.parametrize("theme", ["night", "mono"])
async def test_a_quote_differs_from_plain_text_by_more_than_colour(theme: str) -> None:
    """A bar stands before it, and the chosen one is bold."""
    async with story(size=HALF, theme=theme) as told:
        await told.press(")")
        [quoted, *_] = told.segments_with("“We looked out every evening")
        row = next(row for row in told.body if "“We looked out" in row)

        assert row.lstrip().startswith("▌")
        assert quoted.style is not None
        assert quoted.style.bold


async def test_a_match_differs_from_plain_text_by_more_than_colour() -> None:
    async with story(size=HALF, theme="mono") as told:
        await told.press("/", *"yellow", "enter")
        [match, *_] = told.segments_with("yellow")

        assert match.style is not None
        assert match.style.underline
