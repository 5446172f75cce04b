"""Which articles are one wire story. Knows words in their order, not what is done with a copy.

Each run of four words is hashed; two texts that resemble each other share most of these, so that almost surely one
of the few smallest hashes is common to both (a bottom-k sketch: Broder 1997).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence

_RUN_WORDS = 4
_FACTOR, _MODULUS = 1_000_003, (1 << 61) - 1
_SKETCH_SIZE = 6
_FEWEST_RUNS = 40
"""Of shorter texts (a notice, a results line) likeness proves nothing."""
NEAR = 0.9
"""The share of common runs from which two texts are copies, but for a heading, a place line or an agency's name."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_END_CHARACTERS = 250
_WORD = re.compile(r"\w+")


def shingles_of(folded: str) -> frozenset[int]:
    """Return the hashes of the runs of words of a folded text; empty for a text too short to be told apart."""
    words = _WORD.findall(folded)
    if len(words) < _FEWEST_RUNS + _RUN_WORDS:
        return frozenset()
    numbers = {word: zlib.crc32(word.encode()) for word in set(words)}
    hashed = [numbers[word] for word in words]
    # Python's own hash of a tuple of numbers is the same in every process, but not in every version.
    runs = zip(hashed, hashed[1:], hashed[2:], hashed[3:], strict=False)
    return frozenset((((a * _FACTOR + b) * _FACTOR + c) * _FACTOR + d) % _MODULUS for a, b, c, d in runs)


def sketch_of(shingles: frozenset[int]) -> tuple[int, ...]:
    """Return the smallest hashes, in order."""
    return tuple(sorted(shingles)[:_SKETCH_SIZE])


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of runs that are in both, 0 to 1 (Jaccard)."""
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two articles quote the same words: a copy with a quotation changed is an article of its own."""
    return sorted(map(_bare, one)) == sorted(map(_bare, other))


def same_numbers(one: str, other: str) -> bool:
    """Tell whether two folded texts tell the same numbers: a story brought up to date is no copy.

    Place lines and imprints, where copies have dates of their own, stand at the ends and do not count.
    """
    counted = [Counter(_NUMBER.findall(text[_END_CHARACTERS:-_END_CHARACTERS])) for text in (one, other)]
    return not (counted[0] - counted[1] or counted[1] - counted[0])


def _bare(folded_quote: str) -> str:
    return " ".join(_WORD.findall(folded_quote))
