"""Verifying in the app: type or paste a quotation, see what became of it, go to the passage."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from .desk import at_an_article, at_the_library, filled, own_library
from .story import FULL, HALF, Story

__all__ = ["filled", "own_library"]


async def verify(told: Story, words: str) -> None:
    await told.press("V")
    await told.type(words)
    await told.press("enter")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Standing is cheaper than sitting,", "exact: these are the words"),
        ("standing IS cheaper than sitting", "same words"),
        ("Standing is not cheaper than sitting", "altered"),
        ("Standing is cheaper than sitting, @ellingsby", "another speaker"),
        ("The moon is made of old bicycles", "not found in 2 articles"),
    ],
)
async def test_the_verdict_in_words(filled: Path, words: str, verdict: str) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await verify(told, words)
        await told.until(verdict)


async def test_differences_are_shown_in_words_and_inline(filled: Path) -> None:
    async with at_the_library(FULL) as told:
        await told.until("Night Ferry")
        await verify(told, "Standing is not cheaper than sitting")
        await told.until("negation: “not” was added")

        assert "Standing is {+not+} cheaper than sitting" in told.text


async def test_what_is_dropped_looks_different_without_colours_too(filled: Path) -> None:
    async with at_the_library(FULL) as told:
        await told.until("Night Ferry")
        await verify(told, "We will buy a single chair before spring")
        await told.until("“not” was dropped")
        [dropped, *_] = told.segments_with("[-not-]")

        assert dropped.style is not None
        assert dropped.style.strike


async def test_the_passage_is_shown_with_speaker_and_title(filled: Path) -> None:
    async with at_the_library(FULL) as told:
        await told.until("Night Ferry")
        await verify(told, "Standing is cheaper than sitting,")
        await told.until("Otto Fenwick, Harbour Master")

        assert "“Council Counts Its Chairs”" in told.text


async def test_several_lines_are_pasted_as_one_quotation(filled: Path) -> None:
    async with at_the_library() as told:
        await told.until("Night Ferry")
        await told.press("V")
        told.app.post_message(events.Paste("Standing is cheaper\n   than\nsitting,"))
        await told.settle()
        await told.press("enter")
        await told.until("exact")


async def test_enter_goes_to_the_passage_in_the_article_one_reads(filled: Path) -> None:
    async with at_an_article(HALF) as told:
        await verify(told, "You will not hear her until she is beside you,")
        await told.until("exact")
        await told.press("enter")

        assert told.app.screen is told.reading
        assert told.at.startswith("You will not hear her")


async def test_enter_opens_another_article_at_the_passage(filled: Path) -> None:
    async with at_an_article((100, 24)) as told:
        await verify(told, "Standing is cheaper than sitting,")
        await told.until("exact")
        await told.press("enter")
        await told.until("hit 1 of 1 · Council Counts")


async def test_the_article_one_reads_needs_no_library() -> None:
    async with at_an_article() as told:
        await verify(told, "You will hear her until she is beside you,")
        await told.until("negation: “not” was dropped")


async def test_an_article_that_is_also_in_the_library_is_counted_once(filled: Path) -> None:
    async with at_an_article(FULL) as told:
        await verify(told, "You will not hear her until she is beside you,")
        await told.until("searched: 2 articles")

        assert "also," not in told.text
