"""The measure of the public article-extraction benchmark: F1 over runs of four words, every page weighing the same.

Its definition is the benchmark's (scrapinghub/article-extraction-benchmark); the program is ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RUN = 4


@dataclass(frozen=True)
class Score:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Shares:
    """What of all runs of one page is in both texts, only in ours, only in the true one."""

    both: float
    ours: float
    true: float


def compare(true: str, ours: str) -> Shares:
    true_runs, our_runs = _runs(true), _runs(ours)
    both = (true_runs & our_runs).total()
    only_ours, only_true = our_runs.total() - both, true_runs.total() - both
    total = (both + only_ours + only_true) or 1
    return Shares(both / total, only_ours / total, only_true / total)


def score(pages: Iterable[Shares]) -> Score:
    """Average precision over the pages where we found something, recall over those where there is something to find."""
    pages = list(pages)
    precisions = [page.both / (page.both + page.ours) for page in pages if page.both + page.ours]
    recalls = [page.both / (page.both + page.true) for page in pages if page.both + page.true]
    return Score(_mean(precisions), _mean(recalls))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    runs = (tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1)))
    return Counter(run for run in runs if run)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
