"""How a command line is understood: commands, options anywhere, files called like commands, help."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.arguments import COMMANDS, OPEN, parse_arguments
from reader.cli.places import places_of
from reader.resources import sample_path, sample_paths

from .conftest import ROOT, Answer

Ask = Callable[..., Answer]

COMMAND_PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
NAMES = [name for name in COMMANDS if name != OPEN]


def understood(*words: str) -> tuple[str, list[str]]:
    arguments = parse_arguments(words)
    return arguments.command, arguments.files


@pytest.mark.parametrize(
    "words",
    [
        ["quotes", "--format", "json", "--speaker", "Ada", "a.txt", "b.txt"],
        ["quotes", "a.txt", "b.txt", "--speaker", "Ada", "--format", "json"],
        ["--format", "json", "quotes", "a.txt", "--speaker=Ada", "b.txt"],
        ["--speaker", "Ada", "--format=json", "quotes", "a.txt", "b.txt"],
    ],
)
def test_options_may_stand_anywhere(words: list[str]) -> None:
    arguments = parse_arguments(words)

    found = (arguments.command, arguments.files, arguments.format, arguments.speaker)

    assert ("quotes", ["a.txt", "b.txt"], "json", "Ada") == found


def test_a_word_that_is_no_command_is_a_file() -> None:
    assert (OPEN, ["article.txt"]) == understood("article.txt")


@pytest.mark.parametrize("words", [["./quotes"], ["--", "quotes"]])
def test_a_file_called_like_a_command_can_be_opened(words: list[str]) -> None:
    assert (OPEN, words[-1:]) == understood(*words)


def test_a_file_called_like_a_command_can_stand_behind_a_command() -> None:
    assert ("quotes", ["quotes"]) == understood("quotes", "quotes")


def test_only_the_first_word_can_be_a_command() -> None:
    assert (OPEN, ["a.txt", "quotes"]) == understood("a.txt", "quotes")


def test_a_speaker_called_like_a_command_is_a_speaker() -> None:
    assert ("text", ["a.txt"]) == understood("--width", "40", "text", "a.txt")


def test_behind_two_dashes_are_only_files() -> None:
    assert ("quotes", ["a.txt", "--format", "-x"]) == understood("quotes", "a.txt", "--", "--format", "-x")


def test_a_file_called_open_is_a_file() -> None:
    assert (OPEN, ["open"]) == understood("open")


def test_a_dash_is_a_place() -> None:
    assert ("text", ["-"]) == understood("text", "-")


def test_a_sample_is_taken_by_its_name() -> None:
    assert [str(sample_path("interview"))] == places_of(parse_arguments(["--sample", "interview"]))


def test_without_a_name_the_sample_is_the_report() -> None:
    assert [str(sample_path("report"))] == places_of(parse_arguments(["--sample"]))


def test_a_command_may_follow_a_sample_without_a_name() -> None:
    assert "quotes" == parse_arguments(["--sample", "quotes"]).command


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_every_sample_opens(ask: Ask, path: Path) -> None:
    assert ask("--sample", path.stem).code == 0


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_help_lists_every_sample_by_its_title(ask: Ask, path: Path) -> None:
    expectations = (ROOT / "tests" / "samples" / f"{path.stem}.expected").read_text(encoding="utf-8")
    title = expectations.splitlines()[0].removeprefix("~").removeprefix("title: ")

    assert re.search(rf"^  {path.stem} +{re.escape(title)}$", ask("--help").out, re.MULTILINE)


def test_version_is_the_packages(ask: Ask) -> None:
    assert (0, f"pullquote {__version__}\n", "") == ask("--version")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(ask: Ask, option: str) -> None:
    out = ask(option).out

    assert [] == [name for name in NAMES if f"pullquote {name}" not in out]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_examples(ask: Ask, name: str) -> None:
    answer = ask(name, "--help")

    assert (0, True) == (answer.code, f"examples:\n  pullquote {name}" in answer.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_its_help(ask: Ask, name: str) -> None:
    out = ask(*([] if name == OPEN else [name]), "--help").out

    assert [] == [option for option in COMMANDS[name].options if option not in out]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_on_its_part_of_the_page(name: str) -> None:
    """Each command's part of docs/command-line.md has exactly its options in its table."""
    part = re.search(rf"^## {re.escape(COMMANDS[name].usage)}\n(.*?)(?=^## )", COMMAND_PAGE, re.DOTALL | re.MULTILINE)
    assert part is not None
    rows = [line.split(" | ")[0] for line in part[1].splitlines() if line.startswith("| `--")]

    assert set(COMMANDS[name].options) == set(re.findall(r"--(?!no-)[\w-]+", " ".join(rows)))


@pytest.mark.parametrize("name", [name for name in COMMANDS if COMMANDS[name].formats])
def test_every_format_is_on_the_page(name: str) -> None:
    assert [] == [format for format in COMMANDS[name].formats if f"`{format}`" not in COMMAND_PAGE]


@pytest.mark.parametrize("example", re.findall(r"^pullquote (?!\[|\w+ FILE)[^\n]*", COMMAND_PAGE, re.MULTILINE))
def test_every_example_on_the_page_is_understood(example: str) -> None:
    words = re.split(r" [|>]|  ", example)[0].split()[1:]

    assert (
        parse_arguments(words).files or "--sample" in words or words[0] in {"config", "keys", "notes", "man", "doctor"}
    )


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["--at", "near misses", "a.txt"], ("at", "near misses")),
        (["+/near misses", "a.txt"], ("at", "near misses")),
        (["a.txt", "+12"], ("paragraph", "12")),
        (["a.txt", "+40%"], ("percent", "40")),
        (["a.txt", "--section", "Results"], ("section", "Results")),
        (["--speaker=Rutte", "a.txt"], ("speaker", "Rutte")),
        (["a.txt"], None),
    ],
)
def test_an_article_can_be_opened_at_a_place(words: list[str], start: tuple[str, str] | None) -> None:
    arguments = parse_arguments(words)

    assert (["a.txt"], start) == (arguments.files, arguments.start)


def test_a_file_with_a_plus_can_be_named() -> None:
    assert ["./+12", "+13"] == parse_arguments(["./+12", "--", "+13"]).files


def test_a_place_that_makes_no_sense_is_one_sentence(ask: Ask) -> None:
    answer = ask("+x")

    assert (2, "", 1) == (answer.code, answer.out, answer.err.count("\n"))
