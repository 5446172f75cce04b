"""A passage as words with offsets, each quotation in marks one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.quotes.lexicon import LetterTable
from reader.quotes.marks import MarkSpan

_WORD = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?"  # U.S., J.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Cmdr|Adm|Rev|Jr|Sr|St|Inc|Corp|Co)\.(?=\s)"
    r"|(?:[a-z]\.){2,}"  # a.m.
    r"|-(?:t-)?(?:ils?|elles?|je)\b"  # a-t-il
    r"|@?[^\W_]+(?:[-’'.&_](?!(?:[sS]|(?:t-)?(?:ils?|elles?|je))\b)[^\W_]+)*"
    r"|['’][sS]\b"
    r"|[-–—―]+|\.+|[^\w\s]|_+"
)


# German writes every noun with a capital; behind an article it is no name.
_GERMAN_NOUN = re.compile(r"([ds]a{0,2})N(?![NI])")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of one passage with their starts, and their classes as one string of letters."""

    words: list[str]
    starts: list[int]
    letters: str
    quotes: dict[int, int]
    """Index of a token that is a quotation → index of the quotation in the passage's list."""

    def end(self, index: int) -> int:
        """Return the offset behind a token that is a word."""
        return self.starts[index] + len(self.words[index])


def tokenize(text: str, start: int, end: int, marked: Sequence[MarkSpan], table: LetterTable) -> Tokens:
    """Split a passage into tokens; the words inside quotation marks are not looked at."""
    words: list[str] = []
    starts: list[int] = []
    quotes: dict[int, int] = {}
    offset = start
    for number, span in enumerate(marked):
        _add_words(text, offset, span.open, words, starts)
        quotes[len(words)] = number
        words.append(text[span.open : span.close])
        starts.append(span.open)
        offset = span.close
    _add_words(text, offset, end, words, starts)
    letters = "".join(map(table.__getitem__, words)) if not quotes else _spell(words, quotes, table)
    if table.language == "de":
        letters = _GERMAN_NOUN.sub(r"\1n", letters)
    return Tokens(words, starts, letters, quotes)


def _add_words(text: str, start: int, end: int, words: list[str], starts: list[int]) -> None:
    for match in _WORD.finditer(text, start, end):
        words.append(match.group())
        starts.append(match.start())


def _spell(words: list[str], quotes: dict[int, int], table: LetterTable) -> str:
    return "".join(["Q" if index in quotes else table[word] for index, word in enumerate(words)])
