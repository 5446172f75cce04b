"""The signs of our own chrome, for terminals that show Unicode and for those that show ASCII alone.

A document's own characters are never led through here.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from reader.layout import cells

ASCII_SIGNS = {
    "▌": ">",
    "▎": "|",
    "│": "|",
    "─": "-",
    "›": ">",
    "·": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "’": "'",
    "–": "-",
    "—": "--",
    "×": "x",
    "↑": "Up",
    "↓": "Down",
    "←": "Left",
    "→": "Right",
    "◆": "*",
}
"""Every sign outside ASCII that the chrome uses, and what stands for it where it cannot be shown."""
_TO_ASCII = str.maketrans(ASCII_SIGNS)
_UNCHANGED: dict[int, str] = {}

_signs = _UNCHANGED  # of the process, like the terminal it draws on


def use_ascii(is_wanted: bool = True) -> None:
    """Draw with ASCII alone from now on, or with Unicode again."""
    global _signs
    _signs = _TO_ASCII if is_wanted else _UNCHANGED


def drawn(words: str) -> str:
    """Write words of our own with signs that the terminal shows."""
    return words.translate(_signs) if _signs else words


def fit(text: str, width: int) -> str:
    """Cut text to a width in cells; only the ellipsis is ours."""
    return cells.fit(text, width, drawn("…"))


def wants_ascii(environ: Mapping[str, str], *, is_c_locale: bool | None = None) -> bool:
    """Tell whether the terminal is to be spared Unicode, because the locale names another encoding.

    `is_c_locale` tells that Python met another encoding than UTF-8 when it started; None asks Python.
    """
    if is_c_locale is None:
        is_c_locale = bool(sys.flags.utf8_mode)
    # Where Python meets the C locale it sets LC_CTYPE=C.UTF-8 itself (PEP 538) and turns its UTF-8 mode on (PEP 540).
    is_pythons = is_c_locale and environ.get("LC_CTYPE") == "C.UTF-8"
    names = ("LC_ALL", "LANG") if is_pythons else ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    if is_pythons and locale == "C.UTF-8" and not environ.get("PYTHONUTF8"):
        return True  # LANG alone would have been no C locale: the person set LC_CTYPE=C, and Python wrote over it
    # Nothing said is what a container or a bare ssh says, on terminals that have shown UTF-8 for twenty years.
    return bool(locale) and "utf8" not in locale.lower().replace("-", "")
