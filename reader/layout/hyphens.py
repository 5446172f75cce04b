"""Where a word may be parted at the end of a line, by its language or its own soft hyphens. Knows cells, not lines."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reader.layout.cells import cell_len

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LEAST_ROOM = 4
"""Cells: three letters and the hyphen. Less of a word at the end of a line helps nobody."""
_WORD = re.compile(rf"[^\W\d_]+(?:{SOFT_HYPHEN}[^\W\d_]+)*(?![\w@/])")
_LEAST_LETTERS = 6
_DICTIONARIES = {"en": "en_US", "de": "de_DE", "fr": "fr", "es": "es"}


class Hyphens:
    """Parts the words of one document, and remembers at which offsets it did: there a line ends with a hyphen."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.parted: set[int] = set()

    def part(self, text: str, start: int, end: int, room: int) -> tuple[int, int] | None:
        """Return where a line ends inside the word at an offset, and where the next begins; None where it may not.

        What stands on the line of it, with a hyphen, takes at most `room` cells.
        """
        if room < LEAST_ROOM:
            return None
        word = _WORD.match(text, start, end)
        if word is None or len(word[0]) < _LEAST_LETTERS:
            return None
        for position in reversed(positions_in(word[0], self._language)):
            if cell_len(word[0][:position].replace(SOFT_HYPHEN, "")) + 1 <= room:
                self.parted.add(start + position)
                is_soft = word[0][position] == SOFT_HYPHEN
                return start + position, start + position + is_soft
        return None


@lru_cache(maxsize=20_000)
def positions_in(word: str, language: str) -> tuple[int, ...]:
    """Return where a word may be parted: at its soft hyphens, if it has any, else as its language does."""
    if SOFT_HYPHEN in word:
        return tuple(index for index, letter in enumerate(word) if letter == SOFT_HYPHEN)
    dictionary = _dictionary(language)
    return () if dictionary is None else tuple(int(position) for position in dictionary.positions(word))


def missing_words() -> str:
    """Say what is missing for parting words, and how to get it; nothing, when it is there."""
    from importlib.util import find_spec

    if find_spec("pyphen") is not None:
        return ""
    return (
        "hyphenation needs dictionaries: pip install 'pullquote[hyphenation]'; until then only soft hyphens part words"
    )


@cache
def _dictionary(language: str) -> Pyphen | None:
    try:
        from pyphen import Pyphen  # an extra of 6 MB and 0.2 s, for who wants it
    except ImportError:
        return None
    return Pyphen(lang=_DICTIONARIES.get(language, language), left=3, right=3)
