"""The weights as they ship."""

from __future__ import annotations

from reader.quotes.ranker import WEIGHTS, load_weights, score, shares


def test_the_weights_stay_small() -> None:
    assert len(WEIGHTS.read_bytes()) <= 64 * 1024


def test_every_weight_can_be_read() -> None:
    assert all("=" in feature for feature in load_weights())


def test_a_feature_without_a_weight_counts_nothing() -> None:
    assert score(["known=1", "unknown=1"], {"known=1": 2.5}) == 2.5


def test_shares_add_up_to_one() -> None:
    assert abs(sum(shares([3.0, -700.0, 1000.0])) - 1) < 1e-9
