"""Themes of the user's own: what they leave out is as in ours, what is wrong is told with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.paths import config_folder
from reader.ui.theming import load_palette, theme_names

Write = Callable[[str], None]


@pytest.fixture
def write() -> Iterator[Write]:
    """Write the theme “mine”."""
    path = config_folder() / "themes" / "mine.tcss"
    path.parent.mkdir(parents=True, exist_ok=True)
    yield lambda css: path.write_text(css, encoding="utf-8") and None
    path.unlink(missing_ok=True)


def test_a_theme_is_called_as_its_file(write: Write) -> None:
    write("$paper: #102030;\n")

    assert ("mine", "mine") == (load_palette("mine").name, theme_names()[-1])


def test_what_it_says_is_so_and_the_rest_as_at_night(write: Write) -> None:
    write("/* mine – dark. My own. */\n$paper: #102030;\n$here: #ABC;\n")
    palette, night = load_palette("mine"), load_palette("night")

    assert {**night.colours, "paper": "#102030", "here": "#aabbcc"} == palette.colours
    assert ("My own.", True) == (palette.about, palette.is_dark)


def test_a_light_one_is_like_day(write: Write) -> None:
    write("/* mine – light. My own. */\n")

    assert load_palette("day").colours == load_palette("mine").colours


@pytest.mark.parametrize(
    ("css", "trouble"),
    [
        ("$paper: blue;", "mine.tcss, line 1: a line must be like “$paper: #1a2b3c;”"),
        ("/* mine –\n dark. Two lines. */\n\n$papre: #000000;", "mine.tcss, line 4: there is no colour “papre”"),
        ("$ink: #fff;\nBodyPane { background: url(x); }", "mine.tcss, line 2: a line must be like"),
        ("$ink: #12345;", "mine.tcss, line 1: a line must be like"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(write: Write, css: str, trouble: str) -> None:
    write(css)

    with pytest.raises(UsageError, match=re.escape(trouble)):
        load_palette("mine")


def test_what_is_no_text_is_told(write: Write) -> None:
    write("")
    (config_folder() / "themes" / "mine.tcss").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UsageError, match="it is not UTF-8"):
        load_palette("mine")


@pytest.mark.parametrize("name", ["../themes/night", "/etc/passwd", "", "a b"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(UsageError, match="there is no theme"):
        load_palette(name)


def test_ours_cannot_be_replaced_by_mistake(tmp_path: Path) -> None:
    path = config_folder() / "themes" / "night.tcss"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("$paper: #ffffff;", encoding="utf-8")
    try:
        assert "#ffffff" != load_palette("night").colours["paper"]
    finally:
        path.unlink()
