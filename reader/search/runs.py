"""Where in a text the words of a quotation stand, in runs that a few changed words do not break.

A run is the best chain of words that are in both, in both orders: a sparse alignment, whose cost grows with the words
in common and not with the text. Likeness only finds the place; what it is worth is for `verify.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.search.spelling import nearest, slips_allowed
from reader.search.words import IndexedWords, Word

_MOST_ADDED, _MOST_DROPPED = 6, 9
"""Words further apart than these, in the quotation or in the text, belong to different runs."""
_LINKS = tuple(
    sorted(
        (
            (further, onward, 0.3 + 0.35 * (max(further, onward) - 1))
            for further in range(1, _MOST_ADDED + 1)
            for onward in range(1, _MOST_DROPPED + 1)
            if max(further, onward) > 1
        ),
        key=lambda link: link[2],
    )
)
"""How far the next word in common may be in the quotation and in the text, and what that costs, the cheapest first."""
_FREQUENT = 64
"""A word that stands in the text more often counts only beside a rarer one."""
_DIAGONAL = 16
_MOST_RUNS = 12
_SHORT_QUOTATION = 6
"""In a quotation of so few words, a misspelt one is looked for by its letters."""

Link = tuple[int, int]
"""A word in common: its number in the quotation, its number in the text."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text that a stretch of the quotation stands for."""

    links: tuple[Link, ...]
    score: float

    @property
    def first(self) -> int:
        """The first word of the quotation that is in the run."""
        return self.links[0][0]

    @property
    def last(self) -> int:
        """The last one."""
        return self.links[-1][0]


def find_runs(words: Sequence[Word], text: IndexedWords) -> list[Run]:
    """Return the runs of a quotation's words in a text, the best first; they share no word of the text."""
    chains = _chains(words, _places(words, text))
    ends = sorted(chains, key=lambda link: -chains[link][0])
    used: set[int] = set()
    runs: list[Run] = []
    for end in ends:
        if len(runs) == _MOST_RUNS:
            break
        links = tuple(_walk(chains, end))[::-1]
        if used.isdisjoint(position for _, position in links):
            used.update(position for _, position in links)
            runs.append(Run(links, chains[end][0]))
    return runs


def trimmed(run: Run, behind: int, words: Sequence[Word]) -> Run | None:
    """Return the part of a run that stands behind a word of the quotation; None when nothing is left."""
    links = tuple(link for link in run.links if link[0] > behind)
    if len(links) == len(run.links):
        return run
    lost = sum(words[index].weight for index, _ in run.links) - sum(words[index].weight for index, _ in links)
    return Run(links, run.score - lost) if links else None


def part(run: Run, sides: Sequence[int], words: Sequence[Word]) -> Iterator[Run]:
    """Part a run wherever the next of its words is on another side."""
    first = 0
    for end in range(1, len(sides) + 1):
        if end == len(sides) or sides[end] != sides[first]:
            links = run.links[first:end]
            yield Run(links, sum(words[index].weight for index, _ in links))
            first = end


def _places(words: Sequence[Word], text: IndexedWords) -> list[Sequence[int]]:
    """Return where each word may stand; of frequent words only the places beside a rarer one's."""
    places = [_positions(word, len(words), text) for word in words]
    diagonals = {
        (position - index) // _DIAGONAL
        for index, found in enumerate(places)
        if len(found) <= _FREQUENT
        for position in found
    }
    if not diagonals:
        return places
    near = {diagonal + step for diagonal in diagonals for step in (-1, 0, 1)}
    return [
        found
        if len(found) <= _FREQUENT
        else [position for position in found if (position - index) // _DIAGONAL in near]
        for index, found in enumerate(places)
    ]


def _positions(word: Word, count: int, text: IndexedWords) -> Sequence[int]:
    found = text.positions.get(word.key)
    if found is None and count <= _SHORT_QUOTATION and slips_allowed(word.key):
        meant = nearest(word.key, ((key, len(at)) for key, at in text.positions.items()), limit=1)
        found = text.positions[meant[0]] if meant else None
    return found or ()


def _chains(words: Sequence[Word], places: Sequence[Sequence[int]]) -> dict[Link, tuple[float, Link | None]]:
    """Return, for each word in common, the score of the best chain that ends with it, and the link before."""
    chains: dict[Link, tuple[float, Link | None]] = {}
    for index, found in enumerate(places):
        weight = words[index].weight
        for position in found:
            before = chains.get((index - 1, position - 1))
            if before is not None:
                chains[index, position] = (before[0] + weight, (index - 1, position - 1))
                continue
            best, previous = 0.0, None
            for further, onward, cost in _LINKS:
                link = (index - further, position - onward)
                chain = chains.get(link)
                if chain is not None and chain[0] - cost > best:
                    best, previous = chain[0] - cost, link
            chains[index, position] = (best + weight, previous)
    return chains


def _walk(chains: dict[Link, tuple[float, Link | None]], end: Link) -> Iterator[Link]:
    link: Link | None = end
    while link is not None:
        yield link
        link = chains[link][1]
