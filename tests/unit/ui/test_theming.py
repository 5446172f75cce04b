"""Themes: every file is whole, and its words can be read."""

from __future__ import annotations

import pytest

from reader.errors import UsageError
from reader.ui.theming import DEFAULT, load_palette, theme_names

NAMES = theme_names()
READ_ON_PAPER = "ink ink-strong ink-soft heading here quoted quoted-strong quoted-unsure code".split()

SIXTEEN = (
    "#000000 #aa0000 #00aa00 #aa5500 #0000aa #aa00aa #00aaaa #aaaaaa "
    "#555555 #ff5555 #55ff55 #ffff55 #5555ff #ff55ff #55ffff #ffffff"
).split()
"""What the colours are that a terminal gives these numbers, on most."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_default_comes_first() -> None:
    assert DEFAULT == NAMES[0]


@pytest.mark.parametrize("tone", [True, False])
def test_there_are_dark_and_light_themes(tone: bool) -> None:
    assert any(load_palette(name).is_dark is tone for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_is_named_as_its_file(name: str) -> None:
    assert name == load_palette(name).name


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_gives_every_colour(name: str) -> None:
    assert set(load_palette(DEFAULT).colours) == set(load_palette(name).colours)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", READ_ON_PAPER)
def test_words_stand_out_from_the_paper(name: str, ink: str) -> None:
    """WCAG asks 4.5 of text."""
    colours = load_palette(name).colours

    assert contrast(colours[ink], colours["paper"]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", ["match", "chosen", "own"])
def test_words_stand_out_from_what_marks_them(name: str, pair: str) -> None:
    colours = load_palette(name).colours

    assert contrast(colours[f"{pair}-ink"], colours[f"{pair}-paper"]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", ["ink", "ink-soft"])
def test_words_stand_out_in_the_lines_above_and_below(name: str, ink: str) -> None:
    colours = load_palette(name).colours

    assert contrast(colours[ink], colours["paper-quiet"]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("colour", load_palette(DEFAULT).colours)
def test_in_sixteen_colours_a_theme_is_of_nothing_else(name: str, colour: str) -> None:
    value = load_palette(name, in_sixteen=True).colours[colour]

    assert value in SIXTEEN


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", READ_ON_PAPER)
def test_in_sixteen_colours_words_stand_out_from_the_paper(name: str, ink: str) -> None:
    colours = load_palette(name, in_sixteen=True).colours

    assert contrast(colours[ink], colours["paper"]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", ["match", "chosen", "own"])
def test_in_sixteen_colours_words_stand_out_from_what_marks_them(name: str, pair: str) -> None:
    colours = load_palette(name, in_sixteen=True).colours

    assert contrast(colours[f"{pair}-ink"], colours[f"{pair}-paper"]) >= 4.5


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("paper", ["paper", "paper-quiet", "match-paper", "chosen-paper"])
def test_in_sixteen_colours_paper_is_one_of_the_dim_ones(name: str, paper: str) -> None:
    """The console of Linux has eight colours for what is behind the letters."""
    assert load_palette(name, in_sixteen=True).colours[paper] in SIXTEEN[:8]


def test_an_unknown_theme_is_said_to_be_unknown() -> None:
    with pytest.raises(UsageError, match="there is no theme “plaid”"):
        load_palette("plaid")
