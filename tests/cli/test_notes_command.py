"""`pullquote notes`: every mark, or those of an article, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.marks import mark_of
from reader.model.span import Span
from reader.paths import LIBRARY_VARIABLE
from reader.reading import read

from .conftest import Answer

Ask = Callable[..., Answer]
WORDS = "an island long enough"


@pytest.fixture
def noted(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with a mark that has a note, and another without, in a library of its own."""
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "library.sqlite"))
    document = read(str(article))
    start = document.text.index(WORDS)
    with Library(tmp_path / "library.sqlite") as library:
        for span, note in ((Span(start, start + len(WORDS)), "how *long*?"), (Span(0, 5), "")):
            library.keep_mark(document, mark_of(document, str(article), span, note))
    return article


def test_all_notes_are_listed_in_the_order_of_the_text(ask: Ask, noted: Path) -> None:
    out = ask("notes").out

    assert [f"Ferry to Run Again From Monday ({noted})", "   Ferry", f"   {WORDS}", "      how *long*?"] == [
        line for line in out.splitlines() if " · " not in line and "20" not in line
    ]


def test_a_note_says_its_section(ask: Ask, noted: Path) -> None:
    assert "      The First Boat · 20" in ask("notes").out


def test_markdown_quotes_the_words_and_writes_the_note_below(ask: Ask, noted: Path) -> None:
    assert f"## The First Boat\n\n> {WORDS}\n\nhow \\*long\\*?\n" in ask("notes", "--format", "markdown").out


def test_json_is_web_annotations(ask: Ask, noted: Path) -> None:
    [plain, note] = json.loads(ask("notes", "--format", "json").out)
    quote, position = note["target"]["selector"]

    assert ["highlighting", "commenting"] == [plain["motivation"], note["motivation"]]
    assert ("TextQuoteSelector", WORDS, "TextPositionSelector") == (quote["type"], quote["exact"], position["type"])
    assert quote["prefix"].endswith("“We have been ")
    assert WORDS == read(str(noted)).text[position["start"] : position["end"]]
    assert noted.as_uri() == note["target"]["source"]
    assert "how *long*?" == note["body"]["value"]


@pytest.mark.parametrize("name", ["ferry to run", "1"])
def test_an_article_is_named_by_number_or_title(ask: Ask, noted: Path, name: str) -> None:
    ask("add", noted)

    assert WORDS in ask("notes", name).out


def test_a_file_is_named_by_its_path(ask: Ask, noted: Path, without_quotes: Path) -> None:
    assert WORDS in ask("notes", noted).out
    assert (1, "") == ask("notes", without_quotes)[:2]


def test_without_notes_nothing_is_found(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "none.sqlite"))

    assert (1, "", "") == tuple(ask("notes"))
    assert (1, "[]\n") == ask("notes", "--format", "json")[:2]


def test_what_is_not_there_is_said_in_a_sentence(ask: Ask, noted: Path) -> None:
    assert (2, "") == ask("notes", "no such thing")[:2]
    assert "there is no article no such thing" in ask("notes", "no such thing").err
