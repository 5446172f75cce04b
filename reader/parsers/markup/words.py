"""How a browser sees the characters of markup: what is white space, what is nothing, what is small."""

from __future__ import annotations

import re

from reader.sources.safe import make_safe

_SPACES = re.compile(r"[ \t\n\r\f]+")
_SPACES_WITH_HARD = re.compile(r"[ \t\n\r\f\u00a0]{2,}|[ \t\n\r\f]")
# The soft hyphen, the zero-width space and the word joiner only say where a line may break; as cells they are noise.
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SMALL = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOW = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_RAISED = re.compile(r"[-+]?[0-9]{1,4}[-+]?|n")
BLANK = " \u00a0"
"""What stands at the edge of a block for looks only."""


def collapse(text: str) -> str:
    """Make every run of white space one space (a run of hard spaces stays hard), and every character safe to show."""
    text = _NOTHING.sub("", text)
    one = _SPACES_WITH_HARD.sub(_one_space, text) if "\u00a0" in text else _SPACES.sub(" ", text)
    return make_safe(one)


def verbatim(text: str) -> str:
    """Keep white space as it is written; every character safe to show."""
    return make_safe(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n"))


def raised(text: str) -> str:
    """Write a number in `<sup>` as m² is written; anything else stays as it is."""
    return text.translate(_SMALL) if _RAISED.fullmatch(text) else text


def lowered(text: str) -> str:
    """Write a number in `<sub>` as H₂O is written; anything else stays as it is."""
    return text.translate(_LOW) if _RAISED.fullmatch(text) and text != "n" else text


def _one_space(match: re.Match[str]) -> str:
    return " " if match[0].strip("\u00a0") else "\u00a0"
