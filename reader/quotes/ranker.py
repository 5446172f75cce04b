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


def score(features: Iterable[str], weights: dict[str, float]) -> float:
    """Add up the weights of the features."""
    return sum(map(weights.get, features, repeat(0.0)))


def shares(scores: list[float]) -> list[float]:
    """Turn scores into shares of one: how sure the ranker is of each."""
    highest = max(scores)
    powers = [exp(value - highest) for value in scores]
    total = sum(powers)
    return [power / total for power in powers]
