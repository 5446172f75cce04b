"""The small log-linear ranker: a weight for each feature, summed, the highest candidate wins.

The weights are trained by `benchmarks/quotes/train.py` and read from `weights.txt`: a line for each feature name, then
its values, each with its weight in hundredths.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path
from typing import Any

# Sights whose worth is kept: 6 MB at most; some 150 articles have so many.
_MOST_SIGHTS = 40_000
WEIGHTS = Path(__file__).with_name("weights.txt")


@cache
def load_weights() -> dict[str, float]:
    """Load the weight of every feature, keyed `name=value`."""
    weights: dict[str, float] = {}
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        name, *fields = line.split(" ")
        for value, weight in zip(fields[::2], fields[1::2], strict=True):
            weights[f"{name}={value}"] = int(weight) / 100
    return weights


class Ranker:
    """The weights, and what every sight met so far is worth; one for all documents."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self._worth: dict[tuple[Any, ...], float] = {}

    def score(self, sights: Iterable[tuple[Any, ...]]) -> float:
        """Add up what the sights of one candidate are worth (`features.sights_of`)."""
        total = 0.0
        for sight in sights:
            worth = self._worth.get(sight)
            total += self._weigh(sight) if worth is None else worth
        return total

    def _weigh(self, sight: tuple[Any, ...]) -> float:
        spell, *given = sight
        worth = score(spell(*given), self.weights)
        if len(self._worth) < _MOST_SIGHTS:
            self._worth[sight] = worth
        return worth


@cache
def load_ranker() -> Ranker:
    """Load the ranker with the weights of the package."""
    return Ranker(load_weights())


def score(features: Iterable[str], weights: dict[str, float]) -> float:
    """Add up the weights of the features."""
    return sum(map(weights.get, features, repeat(0.0)))


def shares(scores: list[float]) -> list[float]:
    """Turn scores into shares of one: how sure the ranker is of each."""
    highest = max(scores)
    powers = [exp(value - highest) for value in scores]
    total = sum(powers)
    return [power / total for power in powers]
