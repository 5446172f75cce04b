"""How far apart two words are in letters: what a slip of the finger or of a scanner makes of a word."""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST = 4
"""Of shorter words a changed letter makes another word, not a misspelling."""
_LONG = 8


def distance(one: str, other: str, at_most: int) -> int:
    """Count the letters to insert, drop, change or swap with a neighbour; more than `at_most` is `at_most + 1`."""
    if abs(len(one) - len(other)) > at_most:
        return at_most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        this = [row]
        for column, wanted in enumerate(other, start=1):
            cost = min(last[column] + 1, this[column - 1] + 1, last[column - 1] + (letter != wanted))
            is_swap = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            this.append(min(cost, before_last[column - 2] + 1) if is_swap else cost)
        if min(this) > at_most:
            return at_most + 1
        before_last, last = last, this
    return last[-1]


def slips_allowed(word: str) -> int:
    """Return how many wrong letters a word may have and still be meant."""
    if len(word) < _SHORTEST or any(letter.isdigit() for letter in word):
        return 0
    return 2 if len(word) >= _LONG else 1


def is_misspelling(one: str, other: str) -> bool:
    """Tell whether one word is the other with a slip or two."""
    allowed = min(slips_allowed(one), slips_allowed(other))
    return one != other and allowed > 0 and distance(one, other, allowed) <= allowed


def nearest(word: str, known: Iterable[tuple[str, int]], limit: int = 3) -> list[str]:
    """Return the known words a word may be a misspelling of, the nearest and then the most frequent first."""
    allowed = slips_allowed(word)
    near = [
        (steps, -count, other)
        for other, count in known
        if abs(len(other) - len(word)) <= allowed and (steps := distance(word, other, allowed)) <= allowed
    ]
    best = min(near)[0] if near else 0
    return [other for steps, _, other in sorted(near)[:limit] if steps == best]
