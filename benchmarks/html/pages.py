"""Pages with their true articles: a folder in the public benchmark's layout, or the marked pages of our own cases."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

OURS = Path(__file__).parents[2] / "tests" / "cases" / "formats"
_LEAVES = "p h1 h2 h3 h4 h5 h6 li dt dd td th pre blockquote caption div".split()


@dataclass(frozen=True)
class Page:
    name: str
    data: bytes
    article: str


def public_pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of `ground-truth.json` and `html/*.html.gz`."""
    for name, truth in json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items():
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, data, truth.get("articleBody", ""))


def own_pages(folder: Path = OURS) -> Iterator[Page]:
    """Yield the cases that say what their article is: `data-in` without `data-out`, titles and captions."""
    for path in sorted(folder.glob("*.html")):
        data = path.read_bytes()
        if b"data-in" in data:
            yield Page(path.stem, data, _marked_text(data.decode()))


def without_marks(data: bytes) -> bytes:
    return data.replace(b" data-in", b"").replace(b" data-out", b"")


def _marked_text(page: str) -> str:
    root = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for unwanted in root.xpath("//*[@data-out]|//h1|//h2[@class='title']|//script|//figcaption|//iframe|//amp-ad"):
        unwanted.drop_tree()
    for element in root.iter(*_LEAVES):
        element.tail = f"\n{element.tail or ''}"
    return "\n".join(part.text_content() for part in root.xpath("//*[@data-in]"))
