"""The figures that must not fall, on articles that stand beside the checkout."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.source import Source

SHARED = Path(__file__).parents[4] / "shared"
CORPUS = SHARED / "corpora/polnear-dev.jsonl"

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not on this machine")


def predict(article: dict[str, Any]) -> dict[str, Any]:
    document = find_quotes(parse(Source(place="x", text=article["text"], format="text")))
    quotes = []
    for quote in document.quotes:
        content = document.source_map.to_source(quote.content)
        if content is not None:
            told = quote.attribution
            name = document.speakers[told.speaker].name if told else None
            mention = document.source_map.to_source(told.mention) if told and told.mention else None
            quotes.append(
                {
                    "start": content.start,
                    "end": content.end,
                    "speaker": name,
                    "speaker_start": mention.start if mention else None,
                    "speaker_end": mention.end if mention else None,
                }
            )
    return {"id": article["id"], "quotes": quotes}


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    sys.path.insert(0, str(SHARED / "tools/quotes"))
    import score  # the scorer stands beside the checkout, not in it

    articles = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    return dict(score.evaluate(articles, [predict(article) for article in articles], None, False))


@pytest.mark.parametrize(("measure", "least"), [("span", 0.965), ("joint", 0.915), ("joint_who", 0.89)])
def test_a_figure_does_not_fall(figures: dict[str, Any], measure: str, least: float) -> None:
    assert figures[measure][2] >= least
