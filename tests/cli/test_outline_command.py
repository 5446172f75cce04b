"""`pullquote outline`: the section tree for people and programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from reader.reading import read

from .conftest import ARTICLE, Answer

Ask = Callable[..., Answer]


def test_text_is_the_title_and_the_sections_with_their_quotes(ask: Ask, article: Path) -> None:
    expected = "Ferry to Run Again From Monday\n  The First Boat  (3)\n  What Comes Next\n"

    assert expected == ask("outline", article).out


def test_deeper_sections_are_indented(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_text("# One\n\n## Two\n\nText.\n\n# Three\n\nText.\n", encoding="utf-8")

    assert ask("outline", path).out == "  One\n    Two\n  Three\n"


def test_json_carries_the_schema_version(ask: Ask, article: Path) -> None:
    assert json.loads(ask("outline", "--format", "json", article).out)["schema"] == 1


def test_json_nests_the_sections(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_text("# One\n\n## Two\n\nText.\n\n# Three\n\nText.\n", encoding="utf-8")

    one, three = json.loads(ask("outline", "--format", "json", path).out)["sections"]

    assert (["Two"], []) == ([section["title"] for section in one["sections"]], three["sections"])


def test_json_says_where_a_heading_stands_in_the_file(ask: Ask, article: Path) -> None:
    first = json.loads(ask("outline", "--format", "json", article).out)["sections"][0]

    assert ARTICLE[first["heading_start"] : first["heading_end"]] == "The First Boat"


def test_json_says_where_a_section_stands_in_the_text(ask: Ask, article: Path) -> None:
    first = json.loads(ask("outline", "--format", "json", article).out)["sections"][0]
    section = read(str(article)).text[first["start"] : first["end"]]

    assert section.startswith("The First Boat\n\n“We have been")


def test_json_counts_the_quotes_of_a_section(ask: Ask, article: Path) -> None:
    sections = json.loads(ask("outline", "--format", "json", article).out)["sections"]

    assert [3, 0] == [section["quotes"] for section in sections]


def test_sections_found_is_code_0(ask: Ask, article: Path) -> None:
    assert ask("outline", article).code == 0


def test_no_section_is_code_1(ask: Ask, without_quotes: Path) -> None:
    assert ask("outline", without_quotes).code == 1
