"""What is remembered from one reading to the next: the place, and who a person said was quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import Library
from reader.paths import LIBRARY_VARIABLE, library_path

from .story import ARTICLE, SMALL, Story, story


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library.sqlite"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE.read_text(encoding="utf-8"), encoding="utf-8")
    return path


async def _leave(told: Story) -> None:
    """Leave as a person does; what was to be kept is kept."""
    told.app.exit(0)
    told.app.finish()


async def _until(told: Story, words: str) -> None:
    """Wait for the status line to say something: the library answers from its own thread."""
    for _ in range(1000):
        if words in told.status:
            return
        await told.pilot.pause(0.005)
    raise AssertionError(f"“{words}” was never said: {told.status}")


async def test_an_article_opens_where_one_left_it(article: Path) -> None:
    async with story(article, size=SMALL, remembers=True) as told:
        await told.press("space", "space")
        left_at = told.at
        await _leave(told)
    async with story(article, size=SMALL, remembers=True) as told:
        await _until(told, "where you were")

        assert left_at == told.at


async def test_another_width_opens_at_the_same_sentence(article: Path) -> None:
    async with story(article, size=SMALL, remembers=True) as told:
        await told.press("space")
        left_at = told.at
        await _leave(told)
    async with story(article, size=(90, 10), remembers=True) as told:
        await _until(told, "where you were")

        assert left_at == told.at


async def test_a_changed_text_opens_where_the_words_went(article: Path) -> None:
    async with story(article, size=SMALL, remembers=True) as told:
        await told.press("space", "space")
        left_at = told.at
        await _leave(told)
    text = article.read_text(encoding="utf-8")
    title_end = text.index("\n\n")
    added = "A paragraph was added by the desk after the first edition had gone to print."
    article.write_text(f"{text[:title_end]}\n\n{added}{text[title_end:]}", encoding="utf-8")
    async with story(article, size=SMALL, remembers=True) as told:
        await _until(told, "the text has changed")

        assert left_at[:60] == told.at[:60]


async def test_a_place_that_is_gone_is_said_to_be_gone(article: Path) -> None:
    async with story(article, size=SMALL, remembers=True) as told:
        await told.press("space", "space")
        await _leave(told)
    article.write_text("Another Story\n\nNothing of what stood here before is left in it.\n", encoding="utf-8")
    async with story(article, size=SMALL, remembers=True) as told:
        await _until(told, "the text has changed")

        assert told.at.startswith("Another Story")


async def test_a_speaker_set_right_is_right_the_next_time(article: Path) -> None:
    async with story(article, remembers=True) as told:
        await told.press(")", "x")
        await told.type("Ada Winterbourne")
        await told.press("enter")
        await _leave(told)
    async with story(article, remembers=True) as told:
        document = told.reading.document
        attribution = document.quotes[0].attribution

        assert attribution is not None
        assert ("Ada Winterbourne", "by-hand") == (document.speakers[attribution.speaker].name, attribution.rule)


async def test_setting_right_leaves_the_file_alone(article: Path) -> None:
    before = article.read_bytes()
    async with story(article, remembers=True) as told:
        await told.press(")", "x")
        await told.type("Ada")
        await told.press("enter")
        await _leave(told)

    assert before == article.read_bytes()


async def test_nobody_may_be_the_right_speaker(article: Path) -> None:
    async with story(article, remembers=True) as told:
        await told.press(")", "x")
        await told.press("pagedown", "enter")

        assert told.reading.document.quotes[0].attribution is None


async def test_escape_leaves_the_speaker(article: Path) -> None:
    async with story(article, remembers=True) as told:
        before = told.reading.document.quotes
        await told.press(")", "x", "escape")

        assert before == told.reading.document.quotes


async def test_without_memory_nothing_is_written(article: Path) -> None:
    async with story(article) as told:
        await told.press("space")
        await _leave(told)

    assert not library_path().exists()


async def test_a_library_that_cannot_be_written_is_said_once(article: Path) -> None:
    library_path().mkdir()
    async with story(article, remembers=True) as told:
        await _until(told, "your place is not kept")

        assert told.body[0]


async def test_two_windows_on_one_article_keep_the_newer_place(article: Path) -> None:
    async with story(article, size=SMALL, remembers=True) as one:
        await one.press("space")
        await _leave(one)
    async with story(article, size=SMALL, remembers=True) as other:
        await _until(other, "where you were")
        await other.press("space")
        left_at, document = other.reading.view.place, other.reading.document
        await _leave(other)

    with Library(library_path()) as library:
        position = library.position(document, str(article.resolve()))

    assert position is not None
    assert left_at == position.offset
