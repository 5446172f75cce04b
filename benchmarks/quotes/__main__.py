"""Measure the quotation engine: `make bench-quotes`, or `python -m benchmarks.quotes [--bare] [--errors N]`.

Prints, for the news and the novels beside the checkout: the scorer's figures and those of the typographic variants, how
often a confidence is right, errors by category, speed, readiness and memory; and textacy's figures on the same articles
when textacy and its model are installed. Measures through the plain-text parser; `--bare` on bare paragraphs.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.quotes.corpora import bare_document, load_corpus, use_scorer
from reader.model.document import Document
from reader.model.span import Span
from reader.quotes import find_quotes

use_scorer()

from score import evaluate, judge, report, show_errors  # noqa: E402
from variants import apply  # noqa: E402

Article = dict[str, Any]
Prediction = dict[str, Any]
VARIANTS = ("straight", "curly", "british", "wrapped")
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
RUNS = 3
_MODEL = "en_core_web_sm"


def main() -> None:
    options = _options()
    news, novels = load_corpus(options.news), load_corpus("pdnc-dev")
    _heading(f"News: {options.news}")
    predictions, speed = predict(news, bare=options.bare)
    errors: list[Any] = []
    report(evaluate(news, predictions, errors), sys.stdout)
    print(f"speed {speed:.2f} MB/s")
    _print_errors(errors, options.errors)
    _print_calibration(news, predictions)
    _heading("Variants of the news")
    for style in VARIANTS:
        _print_variant(style, [apply(article, style) for article in news], bare=options.bare)
    _heading("Novels")
    told, speed = predict(novels, bare=options.bare)
    report(evaluate(novels, told, None, False), sys.stdout)
    print(f"speed {speed:.2f} MB/s")
    _print_calibration(novels, told)
    _heading("Ready to work, and memory")
    _print_readiness()
    _print_textacy(news)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--news", default="polnear-dev", help="corpus of articles to measure on")
    parser.add_argument("--bare", action="store_true", help="paragraphs from blank lines instead of the parser's")
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each category")
    return parser.parse_args()


def predict(articles: list[Article], *, bare: bool) -> tuple[list[Prediction], float]:
    """Find the quotes of every article; returns them as the scorer wants them, and megabytes a second of CPU."""
    documents = [bare_document(article["text"]) if bare else _parsed(article["text"]) for article in articles]
    fastest = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        found = [find_quotes(document) for document in documents]
        fastest = min(fastest, time.process_time() - start)
    predictions = [
        {"id": article["id"], "quotes": _quotes(document, bare=bare)}
        for article, document in zip(articles, found, strict=True)
    ]
    return predictions, sum(len(article["text"]) for article in articles) / fastest / 1e6


def _parsed(text: str) -> Document:
    from reader.parsers import parse
    from reader.sources.source import Source

    return parse(Source(place="article", text=text, format="text"))


def _quotes(document: Document, *, bare: bool) -> list[dict[str, Any]]:
    quotes = []
    for quote in document.quotes:
        content = _in_source(document, quote.content, bare=bare)
        if content is None:
            continue
        told: dict[str, Any] = {"start": content.start, "end": content.end, "speaker": None, "confidence": 0.0}
        if quote.attribution is not None:
            told["speaker"] = document.speakers[quote.attribution.speaker].name
            told["confidence"] = quote.attribution.confidence
        known = quote.attribution or quote.clue
        mention = known and known.mention and _in_source(document, known.mention, bare=bare)
        if mention:
            told["speaker_start"], told["speaker_end"] = mention.start, mention.end
        quotes.append(told)
    return quotes


def _in_source(document: Document, span: Span, *, bare: bool) -> Span | None:
    return span if bare else document.source_map.to_source(span)


def _heading(title: str) -> None:
    print(f"\n== {title} ==")


def _print_errors(errors: list[Any], shown: int) -> None:
    print("errors by category:", dict(Counter(kind for kind, *_ in errors).most_common()))
    if shown:
        show_errors(errors, shown)


def _print_variant(style: str, articles: list[Article], *, bare: bool) -> None:
    predictions, _ = predict(articles, bare=bare)
    lines = io.StringIO()
    report(evaluate(articles, predictions, None, False), lines)
    kept = [line for line in lines.getvalue().splitlines() if line.startswith(("span  ", "joint"))]
    print(f"-- {style}", *kept, sep="\n")


def _print_calibration(articles: list[Article], predictions: list[Prediction]) -> None:
    """Print, for each step of confidence, how many quotes have it and how many of their speakers are right."""
    rights = [judged for article, told in zip(articles, predictions, strict=True) for judged in _judged(article, told)]
    print("confidence      quotes   right")
    for low, high in pairwise(BINS):
        inside = [right for confidence, right in rights if low <= confidence < high]
        if inside:
            print(f"{low:.2f} to {min(high, 1):.2f}  {len(inside):8}   {sum(inside) / len(inside):.3f}")
    sure = [right for confidence, right in rights if confidence >= 0.9]
    print(f"0.90 and more {len(sure):8}   {sum(sure) / max(len(sure), 1):.3f}")


def _judged(article: Article, told: Prediction) -> list[tuple[float, bool]]:
    """Pair the quotes whose words match a gold quotation with whether their speaker is right."""
    by_words = {(quote["start"], quote["end"]): quote for quote in told["quotes"]}
    pairs = []
    for gold in article["quotes"]:
        quote = by_words.get((gold["start"], gold["end"]))
        if quote is not None and (gold["source_class"] != "none" or article["corpus"] == "pdnc"):
            mention, name, _ = judge(gold, quote, article)
            right = name if article["corpus"] == "pdnc" else mention or name
            pairs.append((quote["confidence"], bool(right)))
    return pairs


_READINESS = """
import time
from itertools import pairwise
from pathlib import Path
def megabytes():
    status = Path("/proc/self/status")
    return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024 if status.exists() else float("nan")
bare = megabytes()
start = time.process_time()
from reader.quotes import find_quotes
from reader.model.document import Document
find_quotes(Document(text=""))
print(f"ready after {time.process_time() - start:.3f} s, {megabytes() - bare:.0f} MB above the bare interpreter")
from benchmarks.quotes.corpora import bare_document, load_corpus
text = max((novel["text"] for novel in load_corpus("pdnc-dev")), key=len)
document = bare_document(text)
held = megabytes()
find_quotes(document)
print(f"{megabytes() - held:.0f} MB more while it reads a novel of {len(text) / 1e6:.2f} MB")
"""


def _print_readiness() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _READINESS]
    print(subprocess.run(command, capture_output=True, text=True, check=True, cwd=root).stdout.strip())


def _print_textacy(articles: list[Article]) -> None:
    _heading("textacy on the same articles")
    try:
        import spacy
        from textacy.extract import direct_quotations
    except ImportError:
        print("no figures: textacy is not installed (pip install --group textacy)")
        return
    try:
        model = spacy.load(_MODEL)
    except OSError:
        print(f"no figures: its model is not installed, and on no package index (python -m spacy download {_MODEL})")
        return
    start = time.process_time()
    predictions = [{"id": article["id"], "quotes": _textacy(direct_quotations, model, article)} for article in articles]
    print(f"speed {sum(len(article['text']) for article in articles) / (time.process_time() - start) / 1e6:.3f} MB/s")
    report(evaluate(articles, predictions, None, False), sys.stdout)


def _textacy(direct_quotations: Any, model: Any, article: Article) -> list[dict[str, Any]]:
    quotes = []
    for quote in direct_quotations(model(article["text"])):
        speaker = quote.speaker
        quotes.append(
            {
                "start": quote.content.start_char,
                "end": quote.content.end_char,
                "speaker": " ".join(token.text for token in speaker),
                "speaker_start": speaker[0].idx if speaker else None,
                "speaker_end": speaker[-1].idx + len(speaker[-1]) if speaker else None,
            }
        )
    return quotes


if __name__ == "__main__":
    main()
