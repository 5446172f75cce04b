"""A passage as words with offsets, each quotation in marks one token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from sys import intern

from reader.quotes.lexicon import LetterTable
from reader.quotes.marks import MarkSpan

_WORD = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?"  # U.S., J.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Cmdr|Adm|Rev|Jr|Sr|St|Inc|Corp|Co)\.(?=\s)"
    r"|(?:[a-z]\.){2,}"  # a.m.
    r"|[A-Z][\w-]{0,9}\.(?=[),;:]|\s[a-z\d])"  # R-Fla.), Nov. 3
    r"|-(?:t-)?(?:ils?|elles?|je)\b"  # a-t-il
    r"|@?[^\W_]+(?:[-’'.&_](?!(?:[sS]|(?:t-)?(?:ils?|elles?|je))\b)[^\W_]+)*"
    r"|['’][sS]\b"
    r"|[-–—―]+|\.+|[^\w\s]|_+"
)


# German writes every noun with a capital; behind an article it is no name.
_GERMAN_NOUN = re.compile(r"([dDs]a{0,2})N(?![NI])")


class Tokens:
    """Words of one passage, their classes as one string of letters, and where they stand."""

    __slots__ = ("_span", "_starts", "_text", "letters", "marked", "quotes", "words")

    def __init__(self, text: str, start: int, end: int, marked: Sequence[MarkSpan], table: LetterTable) -> None:
        self._text = text
        self._span = (start, end)
        self._starts: list[int] | None = None
        self.marked = marked
        self.words: list[str] = []
        self.quotes: dict[int, int] = {}
        """Index of a token that is a quotation → index of the quotation in the passage's list."""
        for number, (first, last) in enumerate(self._gaps()):
            self.words += map(intern, _WORD.findall(text, first, last))
            if number < len(marked):
                self.quotes[len(self.words)] = number
                self.words.append(text[marked[number].open : marked[number].close])
        self.letters = _spell(self.words, self.quotes, table)

    @property
    def starts(self) -> list[int]:
        """Where each token starts; found when first asked for, as most passages never are: a tenth of all time."""
        if self._starts is None:
            self._starts = []
            for number, (first, last) in enumerate(self._gaps()):
                self._starts += [match.start() for match in _WORD.finditer(self._text, first, last)]
                if number < len(self.marked):
                    self._starts.append(self.marked[number].open)
        return self._starts

    def end(self, index: int) -> int:
        """Return the offset behind a token that is a word."""
        return self.starts[index] + len(self.words[index])

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches around the quotations, which are not looked into."""
        offset, end = self._span
        for span in self.marked:
            yield offset, span.open
            offset = span.close
        yield offset, end


def _spell(words: list[str], quotes: dict[int, int], table: LetterTable) -> str:
    if quotes:
        letters = "".join(["Q" if index in quotes else table[word] for index, word in enumerate(words)])
    else:
        letters = "".join(map(table.__getitem__, words))
    return _GERMAN_NOUN.sub(r"\1n", letters) if table.language == "de" else letters
