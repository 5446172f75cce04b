"""Templates of the user's own: fields and nothing else, escaped for where they go."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.citations.citation import citation_of
from reader.citations.styles import style_named, style_names
from reader.citations.templates import read_template
from reader.errors import UsageError
from reader.model.metadata import Metadata
from reader.paths import config_folder

from .quoted import DAY, cited, quoted


@pytest.fixture
def folder() -> Path:
    path = config_folder() / "citations"
    path.mkdir(parents=True, exist_ok=True)
    return path


def test_a_template_may_be_typed() -> None:
    assert "Ada Finch: It rains." == cited("It rains.", "{speaker}: {words}")


def test_what_stands_beside_an_empty_field_goes_with_it() -> None:
    template = "{words}{, in “|title|”}{; |section|}{ by |author}"

    assert "It., in “Rain at Last” by Bo Lindt" == cited("It.", template)
    assert "It." == cited("It.", template, metadata=Metadata())


def test_two_braces_are_one() -> None:
    assert "{It rains.}" == cited("It rains.", "{{{words}}}")


def test_lines_go_on_as_the_line_began() -> None:
    assert "> Rain,\n> rain" == cited("Rain,\nrain", "> {words}")


@pytest.mark.parametrize(
    ("template", "trouble"),
    [
        ("{wrods}", "line 1: there is no field “wrods”; choose one of words, quotation"),
        ("{words}\n{words", "line 2: a brace has no partner"),
        ("{words.__class__}", "there is no field “words.__class__”"),
        ("{words!r}", "there is no field “words!r”"),
        ("{0}", "there is no field “0”"),
        ("{a|b|c|d}", "there is no field"),
    ],
)
def test_a_wrong_template_is_said_to_be_wrong_and_where(template: str, trouble: str) -> None:
    with pytest.raises(UsageError, match=trouble.replace("(", r"\(")):
        cited("It rains.", template)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a.txt", "*It*"), ("a.md", r"\*It\*"), ("a.html", "*It*"), ("a.json", "*It*"), ("a.bib", "*It*")],
)
def test_words_are_escaped_for_the_kind_of_file(tmp_path: Path, name: str, shown: str) -> None:
    (tmp_path / name).write_text("{words}\n", encoding="utf-8")

    assert shown == cited("*It*", str(tmp_path / name))


def test_a_file_in_the_settings_folder_has_a_name(folder: Path) -> None:
    (folder / "mine.md").write_text("**{speaker}**: {words}", encoding="utf-8")

    assert "**Ada Finch**: a\\_b" == cited("a_b", "mine")
    assert "mine" in style_names()


def test_trouble_in_a_file_names_it(folder: Path) -> None:
    (folder / "bad.txt").write_text("\n\n{wrods}", encoding="utf-8")

    with pytest.raises(UsageError, match=r"template bad\.txt, line 3"):
        style_named("bad")


def test_a_style_that_nobody_knows_lists_those_there_are() -> None:
    with pytest.raises(UsageError, match="there is no citation style “plaid”: choose one of plain, markdown, org"):
        style_named("plaid")


@given(st.text(st.sampled_from("{}|words.[]!:0 \n")))
def test_any_template_is_used_or_refused_in_a_sentence(template: str) -> None:
    with suppress(UsageError):
        assert isinstance(read_template(template).fill(citation_of(*quoted("It rains."), "rain.txt", DAY)), str)
