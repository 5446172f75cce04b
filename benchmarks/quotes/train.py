"""Train the ranker's weights on the train set alone: `python -m benchmarks.quotes.train [--hold-out]`.

Needs numpy and scipy; the same corpus gives the same file, byte for byte. `--hold-out` trains on five sixths, prints
how many speakers of the rest are right, and writes nothing.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.quotes.corpora import bare_document, load_corpus, use_scorer
from reader.quotes.attribution import Candidate, Quotation, candidates_for
from reader.quotes.features import features_of, setting_of
from reader.quotes.find import find_marked
from reader.quotes.forms import speaker_by_form
from reader.quotes.notquotes import LEAST_SCORE, is_told, keep_features
from reader.quotes.pronouns import resolve_pronouns
from reader.quotes.ranker import WEIGHTS, score, shares
from reader.quotes.scene import Scene, read_scene

use_scorer()

from score import Tokens, iou, mention_match, name_match  # noqa: E402

Loss = Callable[[np.ndarray], tuple[float, np.ndarray]]
LEAST_COUNT = 4
PENALTY = 2.0
# Words and ways are many and each is rare: so much of the penalty suits them (cross-validation on the train set).
LEXICAL_PENALTY = 0.5
LEXICAL = frozenset(
    (
        *("lead", "lead-rule", "tail", "tail-rule", "noun", "noun-rule", "verb", "word-before", "word-after"),
        *("way", "way-place", "near", "far", "before", "after"),
    )
)
QUARTERS = 4
KEEPER_PENALTY = 3.0
RANKER_BYTES = 50_700
KEEPER_BYTES = 12_500


@dataclass(slots=True)
class Example:
    """One stretch in marks: the features of each candidate, which are its speaker, and whether it is a quotation."""

    rows: list[list[str]]
    right: list[bool]
    keep: list[str]
    is_quotation: bool | None
    """None where the annotators left it open."""


def main() -> None:
    documents = load_corpus("polnear-train")
    held_out = [document for index, document in enumerate(documents) if index % 6 == 5]
    if "--hold-out" in sys.argv:
        documents = [document for index, document in enumerate(documents) if index % 6 != 5]
    weights = train(documents)
    if "--hold-out" in sys.argv:
        report([example for document in held_out for example in examples_of(document, weights)], weights)
    else:
        WEIGHTS.write_text(spell(weights), encoding="utf-8")
    print(f"{len(weights)} weights, {len(spell(weights).encode())} bytes")


def train(documents: list[dict[str, Any]]) -> dict[str, float]:
    """Train on articles that another model has read first, trained on the other three quarters of them.

    The speakers remembered and the confidence are so as wrong as they will be on articles never seen.
    """
    quarters = [documents[first::QUARTERS] for first in range(QUARTERS)]
    told = [[examples_of(document, {}) for document in quarter] for quarter in quarters]
    examples: list[Example] = []
    for number, quarter in enumerate(quarters):
        others = [example for other, read in enumerate(told) if other != number for part in read for example in part]
        weights = _fit(others)
        examples += [example for document in quarter for example in examples_of(document, weights)]
    return _fit(examples)


def _fit(examples: list[Example]) -> dict[str, float]:
    """Fit both models twice: what is left out for the file's size must not be missed by what stays."""
    ranking = [example for example in examples if any(example.right)]
    rows = [row for example in ranking for row in example.rows]
    kept = prune(rows, fit_ranker(ranking, _frequent(rows)), RANKER_BYTES)
    ranker = fit_ranker(ranking, sorted(kept))
    judged = [example for example in examples if example.is_quotation is not None]
    rows = [example.keep for example in judged]
    kept = prune(rows, fit_keeper(judged, _frequent(rows)), KEEPER_BYTES)
    return _in_hundredths(ranker | fit_keeper(judged, sorted(kept)))


def examples_of(document: dict[str, Any], weights: dict[str, float]) -> list[Example]:
    """Make the examples of one article, in order."""
    text = document["text"]
    scene = read_scene(bare_document(text))
    resolve_pronouns(scene)
    tokens = Tokens(text)
    gold = [(tokens.rng(quote["start"], quote["end"]), quote) for quote in document["quotes"]]
    left_open = [tokens.rng(span["start"], span["end"]) for span in _left_open(document)]
    examples: list[Example] = []
    earlier: list[Quotation] = []
    for quotation in find_marked(scene):
        mark = quotation.mark
        span = tokens.rng(mark.start, mark.end)
        quote = next((quote for other, quote in gold if iou(other, span) >= 0.8), None)
        candidates = candidates_for(scene, quotation, earlier)
        setting = setting_of(scene, quotation, earlier, candidates)
        rows = [list(features_of(setting, candidate)) for candidate in candidates]
        right = [quote is not None and _is_right(scene, candidate, quote, text) for candidate in candidates]
        formal = speaker_by_form(scene, quotation, earlier[-1] if earlier else None)
        best = _best(rows, weights) if weights else next((i for i, fits in enumerate(right) if fits), 0)
        if formal:
            quotation.choose(formal, formal.relation.strength)
            rows, right = [], []
        elif candidates:
            quotation.choose(candidates[best], shares([score(row, weights) for row in rows])[best] if weights else 0.9)
        keep = list(keep_features(setting, quotation.confidence))
        is_quotation = quote is not None or (None if any(iou(span, other) > 0 for other in left_open) else False)
        examples.append(Example(rows, right, keep, is_quotation))
        if score(keep, weights) > LEAST_SCORE or is_told(setting) if weights else quote is not None:
            earlier.append(quotation)
    return examples


def _left_open(document: dict[str, Any]) -> list[dict[str, Any]]:
    return document["ignore"] + [span for span in document["unattributed"] if span.get("doubtful")]


def _is_right(scene: Scene, candidate: Candidate, quote: dict[str, Any], text: str) -> bool:
    phrases = scene.stretches[candidate.stretch].phrases
    phrase = phrases[candidate.phrase]
    start, end = phrases.tokens.starts[phrase.head], phrases.tokens.end(phrase.end - 1)
    if mention_match(start, end, quote["sources"], text):
        return True
    return bool(
        candidate.person
        and quote["source_class"] in ("name", "nominal")
        and name_match(candidate.person.name, quote["speaker"])
    )


def _best(rows: list[list[str]], weights: dict[str, float]) -> int:
    if not rows:
        return 0
    scores = [score(row, weights) for row in rows]
    return scores.index(max(scores))


def fit_ranker(examples: list[Example], names: list[str]) -> dict[str, float]:
    """Fit the weights that put the right mentions first."""
    matrix = _matrix([row for example in examples for row in example.rows], names)
    sizes = np.array([len(example.rows) for example in examples])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = np.array([fits for example in examples for fits in example.right], dtype=float)

    def loss(scores: np.ndarray) -> tuple[float, np.ndarray]:
        powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        totals, right_totals = np.add.reduceat(powers, starts), np.add.reduceat(powers * right, starts)
        shares = powers / np.repeat(totals, sizes) - powers * right / np.repeat(right_totals, sizes)
        return np.log(totals / right_totals).sum(), shares

    return _minimize(matrix, names, loss, PENALTY)


def fit_keeper(examples: list[Example], names: list[str]) -> dict[str, float]:
    """Fit the weights that tell quotations from other words in marks."""
    signs = np.array([1.0 if example.is_quotation else -1.0 for example in examples])

    def loss(scores: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * scores
        return np.logaddexp(0, -margins).sum(), -signs / (1 + np.exp(margins))

    return _minimize(_matrix([example.keep for example in examples], names), names, loss, KEEPER_PENALTY)


def _frequent(rows: Iterable[list[str]]) -> list[str]:
    counts = Counter(feature for row in rows for feature in row)
    return sorted(feature for feature, count in counts.items() if count >= LEAST_COUNT)


def _minimize(matrix: csr_matrix, names: list[str], loss: Loss, penalty: float) -> dict[str, float]:
    transposed = matrix.T.tocsr()
    penalties = np.array([penalty * (LEXICAL_PENALTY if _family(name) in LEXICAL else 1.0) for name in names])

    def penalized(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, gradient = loss(matrix @ weights)
        return value + (penalties * weights) @ weights / 2, penalties * weights + transposed @ gradient

    fitted = minimize(penalized, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return dict(zip(names, fitted.x.tolist(), strict=True))


def _family(feature: str) -> str:
    return feature.partition("=")[0]


def _matrix(rows: list[list[str]], names: list[str]) -> csr_matrix:
    index = {name: column for column, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns.extend(index[feature] for feature in row if feature in index)
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))


def prune(rows: list[list[str]], weights: dict[str, float], most_bytes: int) -> dict[str, float]:
    """Keep the features that move the most scores, as many as the file may hold."""
    counts = Counter(feature for row in rows for feature in row)
    ranked = sorted(weights, key=lambda name: (-abs(weights[name]) * counts[name] ** 0.5, name))
    kept: dict[str, float] = {}
    size = 0
    for name in ranked:
        hundredths = round(weights[name] * 100)
        size += len(name.partition("=")[2].encode()) + len(str(hundredths)) + 2
        if size > most_bytes:
            break
        if hundredths:
            kept[name] = hundredths / 100
    return kept


def _in_hundredths(weights: dict[str, float]) -> dict[str, float]:
    return {name: round(weight, 2) for name, weight in weights.items() if round(weight, 2)}


def spell(weights: dict[str, float]) -> str:
    """Spell the weights as the file that `reader.quotes.ranker` reads."""
    lines: dict[str, list[str]] = defaultdict(list)
    for feature in sorted(weights):
        name, _, value = feature.partition("=")
        lines[name].append(f"{value} {round(weights[feature] * 100)}")
    return "".join(f"{name} {' '.join(fields)}\n" for name, fields in sorted(lines.items()))


def report(examples: list[Example], weights: dict[str, float]) -> None:
    named = [example for example in examples if any(example.right)]
    right = sum(example.right[_best(example.rows, weights)] for example in named)
    judged = [example for example in examples if example.is_quotation is not None]
    kept = sum((score(example.keep, weights) > LEAST_SCORE) == example.is_quotation for example in judged)
    print(f"held out: speakers {right / len(named):.4f} of {len(named)}")
    print(f"held out: quotations {kept / len(judged):.4f} of {len(judged)}")


if __name__ == "__main__":
    main()
