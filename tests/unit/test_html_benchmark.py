"""The measure of how well articles are found, and where it may not fall below."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.html.__main__ import WANTED, main, measure, our_text, trafilatura_text
from benchmarks.html.pages import own_pages
from benchmarks.html.shingles import Shares, compare, score


def test_runs_of_four_words_are_counted() -> None:
    assert Shares(both=0.4, ours=0.4, true=0.2) == compare("a b c d e f", "b b c d e f g")


def test_a_text_shorter_than_a_run_is_one_run() -> None:
    assert Shares(both=1, ours=0, true=0) == compare("two words", "Two words".lower())


def test_every_page_weighs_the_same() -> None:
    assert 0.75 == score([Shares(1, 0, 0), Shares(0.5, 0.5, 0)]).precision


def test_a_folder_in_the_public_layout_is_measured(tmp_path: Path) -> None:
    words = "The ferry left at seven with all forty passengers, who had slept on board that night. " * 4
    (tmp_path / "html").mkdir()
    page = f"<html><body><article><p>{words}</p></article></body></html>"
    (tmp_path / "html" / "0a1b.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"0a1b": {"articleBody": words, "url": "x"}}))

    assert 0 == main([str(tmp_path)])


def test_articles_of_our_own_pages_are_found_better_than_by_the_cleaner_alone() -> None:
    pages = list(own_pages())
    ours, cleaners = measure(pages, our_text)[0].f1, measure(pages, trafilatura_text)[0].f1

    assert ours > max(WANTED, cleaners)
