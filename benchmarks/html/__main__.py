"""`python -m benchmarks.html [FOLDER]`: F1 of our articles and of trafilatura's own text, on the same pages.

FOLDER is a checkout of https://github.com/scrapinghub/article-extraction-benchmark (181 pages); without it, the pages
among our cases that say what their article is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.html.pages import Page, own_pages, public_pages, without_marks
from benchmarks.html.shingles import Score, Shares, compare, score
from reader.model.blocks import CONTAINERS, BlockKind
from reader.parsers import parse
from reader.sources.load import source_from_bytes

_NOT_BODY = CONTAINERS | {BlockKind.TITLE, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.RULE}
WANTED = 0.955


def our_text(data: bytes) -> str:
    """Return the article's text as the benchmark has it: without title, byline, captions and the labels of lists."""
    document = parse(source_from_bytes("page.html", data, format="html"))
    return "\n".join(block.span.cut(document.text) for block in document.blocks if block.kind not in _NOT_BODY)


def trafilatura_text(data: bytes) -> str:
    from trafilatura import extract

    return extract(data, include_comments=False) or ""


def measure(pages: list[Page], find: Callable[[bytes], str]) -> tuple[Score, list[tuple[str, Shares]], float]:
    start = time.perf_counter()
    found = [(page, find(without_marks(page.data))) for page in pages]
    seconds = time.perf_counter() - start
    shares = [(page.name, compare(page.article, text)) for page, text in found]
    return score(part for _, part in shares), shares, seconds / max(len(pages), 1)


def main(argv: list[str]) -> int:
    pages = list(public_pages(Path(argv[0])) if argv else own_pages())
    print(f"{len(pages)} pages {'of ' + argv[0] if argv else 'of our own cases (a proxy: give the public folder)'}")
    for name, find in (("pullquote", our_text), ("trafilatura", trafilatura_text)):
        total, shares, seconds = measure(pages, find)
        print(
            f"{name:<12} F1 {total.f1:.3f}  precision {total.precision:.3f}  recall {total.recall:.3f}  "
            f"{seconds * 1000:.0f} ms a page"
        )
        if find is our_text:
            is_enough = total.f1 >= WANTED
            worst = sorted(shares, key=lambda pair: pair[1].both)[:8]
    print("worst of ours:", ", ".join(f"{name} (+{page.ours:.2f} -{page.true:.2f})" for name, page in worst))
    return 0 if is_enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
