"""What was typed to find something: words, "an exact phrase", a beginning*, -not. Knows FTS5's language, not tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.errors import UsageError
from reader.search.fold import fold

_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that stand side by side."""

    words: tuple[str, ...]
    is_beginning: bool = False
    """Whether the last word may go on."""

    def expression(self) -> str:
        """Return the term in FTS5's language."""
        return f'"{" ".join(self.words)}"{" *" if self.is_beginning else ""}'

    def places(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield where the term stands in a folded text."""
        inner = r"[\W_]+".join(re.escape(word) for word in self.words)
        rest = r"[^\W_]*" if self.is_beginning else ""
        # What stands before is looked at here: a pattern that starts with letters is searched five times as fast.
        for match in re.finditer(rf"{inner}{rest}(?![^\W_])", folded):
            start = match.start()
            if not start or not folded[start - 1].isalnum():
                yield match.span()


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there and what must not."""

    terms: tuple[Term, ...]
    excluded: tuple[Term, ...] = ()

    def expression(self) -> str:
        """Return the query in FTS5's language."""
        wanted = " AND ".join(term.expression() for term in self.terms)
        unwanted = " OR ".join(term.expression() for term in self.excluded)
        return f"({wanted}) NOT ({unwanted})" if unwanted else f"({wanted})"

    def places(self, folded: str) -> list[tuple[int, int, int]]:
        """Return where any term stands: start, end, the term's number; of overlapping places the first, longest."""
        found = [(start, -end, number) for number, term in enumerate(self.terms) for start, end in term.places(folded)]
        apart: list[tuple[int, int, int]] = []
        for start, end, number in sorted(found):
            if not apart or start >= apart[-1][1]:
                apart.append((start, -end, number))
        return apart

    def with_words(self, instead: Mapping[str, Sequence[str]]) -> list[Query]:
        """Return the query with misspelt words replaced by what may have been meant, one query a meaning."""
        queries = [self]
        for word, meanings in instead.items():
            queries = [query._with_word(word, meaning) for query in queries for meaning in meanings]
        return queries

    def _with_word(self, word: str, meaning: str) -> Query:
        terms = tuple(
            Term(tuple(meaning if each == word else each for each in term.words), term.is_beginning)
            for term in self.terms
        )
        return Query(terms, self.excluded)


def parse_query(typed: str) -> Query:
    """Understand what was typed; raises `UsageError` when there is only something to leave out."""
    terms: list[Term] = []
    excluded: list[Term] = []
    for minus, phrase, word in _PART.findall(fold(typed).lower):
        words = tuple(_WORD.findall(phrase or word))
        if words:
            (excluded if minus else terms).append(Term(words, word.endswith("*")))
    if excluded and not terms:
        raise UsageError("name at least one word to find besides what to leave out")
    return Query(tuple(terms), tuple(excluded))


def parse_beginnings(words: Sequence[str]) -> Query:
    """Take words as one types them, each of which may go on."""
    terms = [Term(tuple(found), True) for word in words if (found := _WORD.findall(word))]
    return Query(tuple(terms))
