"""The words of a text as two quotations are compared by them: without case, accents and typography, with numbers whole.

What may change the meaning stays: a minus sign, a decimal point, the sign of a currency, the apostrophe of “we’re”.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from reader.model.span import Span
from reader.search.fold import Folded, fold

_WORD = re.compile(
    r"""(?:(?<![^\s("'])-(?=[$]?\d))?        # a minus, not a hyphen or a dash between words
        (?:\d+(?:[.,]\d+)+                   # 1,250.5
          |[^\W_]+(?:'[^\W_]+)*              # we're, G7, naive
        )
        |[$\u20ac\u00a3\u00a5%\u00b0&+]""",
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_OMISSION = re.compile(r"[\[(]\s*\.(?:\s?\.){2,3}\s*[\])]|\.(?:\s?\.){2,}")
_BROKEN_WORD = re.compile(r"(?<=\w)-[ \t]*\n\s*(?=\w)")

FUNCTION_WORDS = frozenset(
    "a an the and or but if of in on at by to for from with as is are was were be been being am it its this that "
    "these those he she they we i you his her their our my your him them us me who which what there here do does did "
    "have has had will would shall should can could may might must not no so than then when where how up out into "
    "over about it's i'm we're they're he's she's you're don't i've we've".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a quotation that is to be verified."""

    key: str
    """As it is compared."""
    text: str
    span: Span
    """In the quotation as it was given."""

    @property
    def weight(self) -> float:
        """How much the word says of where it comes from."""
        return 0.35 if self.key in FUNCTION_WORDS else 1.0


class IndexedWords:
    """The words of a text in their order, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        self._ends: list[tuple[int, int]] = []
        self.keys: list[str] = []
        self.positions: dict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self._folded.lower):
            key = _key(match[0])
            self.positions[key].append(len(self.keys))
            self.keys.append(key)
            self._ends.append(match.span())

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, position: int) -> Span:
        """Return where a word stands in the text."""
        return self._folded.original(*self._ends[position])

    def stretch(self, first: int, last: int) -> Span:
        """Return where the words from the first to the last one stand."""
        return Span(self.span(first).start, self.span(last).end)


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a quotation."""
    folded = fold(text)
    return tuple(_word(text, folded, match) for match in _WORD.finditer(folded.lower))


def omissions_of(text: str) -> tuple[Span, ...]:
    """Return the marks that say that something was left out: “…”, “[...]”, “. . .”."""
    folded = fold(text)
    return tuple(folded.original(*match.span()) for match in _OMISSION.finditer(folded.text))


def join_broken_words(text: str) -> str:
    """Join words that a line's end has broken, as in what is copied from a printed page."""
    return _BROKEN_WORD.sub("", text)


def differ_in_accents(one: str, other: str) -> bool:
    """Tell whether two words with one key are two words after all: both accented, and not alike.

    An accent that is missing is typography, as in a telegram; one that is another makes another word.
    """
    bare = [_letters(word) for word in (one, other)]
    return bare[0] != bare[1] and not bare[0].isascii() and not bare[1].isascii()


def _word(text: str, folded: Folded, match: re.Match[str]) -> Word:
    span = folded.original(*match.span())
    return Word(_key(match[0]), span.cut(text), span)


def _key(word: str) -> str:
    return word.replace(",", "") if _THOUSANDS.fullmatch(word) else word


def _letters(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKC", word).casefold() if letter.isalpha())
