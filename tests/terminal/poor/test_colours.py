"""A terminal gets the colours it has: none, sixteen, 256 or all; and without any, looks still differ."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.terminal.program.terminal import PATIENCE_SECONDS, terminal

from .tour import ARTICLE, SIZE, colour_codes, look_of, walk

_HEADING = "Boat                   "
"""The heading in the text, not in the outline."""


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No place of another test, and nothing that the person's own terminal says."""
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))
    for name in ("NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


def codes_of(*options: str, **environment: str) -> set[str]:
    with terminal([ARTICLE, *options], SIZE, **environment) as seen:
        walk(seen)
        return colour_codes(seen.raw)


@pytest.mark.parametrize("options", [[], ["--no-thrift"]], ids=["thrifty", "whole"])
def test_no_color_sends_no_colour(options: list[str]) -> None:
    assert set() == codes_of(*options, NO_COLOR="1", COLORTERM="truecolor")


def test_a_terminal_without_colours_gets_none() -> None:
    assert set() == codes_of(TERM="xterm-mono")


def test_an_empty_no_color_means_nothing() -> None:
    assert "38;5" in codes_of(NO_COLOR="")


@pytest.mark.parametrize("options", [[], ["--no-thrift"]], ids=["thrifty", "whole"])
def test_the_console_of_linux_gets_sixteen(options: list[str]) -> None:
    codes = codes_of(*options, TERM="linux", COLORTERM="truecolor")

    assert codes
    assert not [code for code in codes if ";" in code]


def test_a_name_that_promises_256_gets_256() -> None:
    codes = codes_of(TERM="xterm-256color")

    assert {"38;5", "48;5"} == {code for code in codes if ";" in code}


def test_all_colours_are_sent_where_they_are_announced() -> None:
    assert {"38;2", "48;2"} <= codes_of(COLORTERM="truecolor")


def test_without_colours_the_text_looks_by_what_it_is() -> None:
    with terminal([ARTICLE], SIZE, NO_COLOR="1") as seen:
        seen.wait_for("/4")
        seen.type("2)")
        seen.wait_for("quote 2/4")
        looks = {
            "plain": look_of(seen, "nine days of storm"),
            "quote": look_of(seen, 'enough," said'),
            "chosen": look_of(seen, 'fish".'),
            "speaker": look_of(seen, "Otto Fenwick called the wait"),
            "unknown": look_of(seen, "Nobody leaves an island in a hurry.  "),
            "section": look_of(seen, "The First Boat  "),
            "other section": look_of(seen, "What Comes Next  "),
        }

    assert {
        "plain": set(),
        "quote": {"bold"},
        "chosen": {"bold", "underscore"},
        "speaker": {"underscore"},
        "unknown": {"underscore"},
        "section": {"bold", "underscore"},
        "other section": set(),
    } == looks


def test_without_colours_matches_are_reversed_and_the_current_one_more() -> None:
    with terminal([ARTICLE], SIZE, NO_COLOR="1") as seen:
        seen.wait_for("/4")
        seen.type("/boat\r")
        seen.wait_for("match 1/2")
        look = {"bold", "underscore", "reverse"}
        deadline = monotonic() + PATIENCE_SECONDS
        while look_of(seen, _HEADING) != look and monotonic() < deadline:
            sleep(0.02)  # the count may be on the screen before the match is
        first, second = look_of(seen, _HEADING), look_of(seen, "boat sails")

    assert [look, {"reverse"}] == [first, second]


def test_without_colours_the_pane_with_the_keys_is_reversed() -> None:
    with terminal([ARTICLE], SIZE, NO_COLOR="1") as seen:
        seen.wait_for("/4")
        before = look_of(seen, "QUOTES 4"), look_of(seen, "Runa Alund, Harbour M")
        seen.type("\t")
        seen.wait_for("quotes: ")

        assert ({"bold"}, {"bold"}) == before
        assert {"bold", "reverse"} == look_of(seen, "QUOTES 4")
        assert {"bold", "reverse"} == look_of(seen, "Runa Alund, Harbour M")


@pytest.mark.parametrize(("keys", "words"), [('"', "Runa Alund"), (":", "line down")], ids=["look-up", "palette"])
def test_without_colours_the_choice_in_a_sheet_is_reversed(keys: str, words: str) -> None:
    with terminal([ARTICLE], SIZE, NO_COLOR="1") as seen:
        seen.wait_for("/4")
        seen.type(keys)
        seen.wait_for("· Esc returns")

        assert "reverse" in look_of(seen, words)


def test_without_colours_headings_of_the_help_are_underlined() -> None:
    with terminal([ARTICLE], SIZE, NO_COLOR="1") as seen:
        seen.wait_for("/4")
        seen.type("?")
        seen.wait_for("one screen down")

        assert {"bold", "underscore"} == look_of(seen, "Move")
