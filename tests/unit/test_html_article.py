"""An article set into a page by hand gives the same sections, quotes and speakers as its text alone."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest

from reader.model.document import Document
from reader.model.sections import walk_sections
from reader.reading import read

ROOT = Path(__file__).parents[2]
FOUNDING = sorted((ROOT.parent / "shared" / "articles").glob("*.txt")) or sorted(
    Path("/work/shared/articles").glob("*.txt")
)
ARTICLES = [ROOT / "samples" / "report.txt", *FOUNDING]
_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Paper</title>
<meta property="og:title" content="{title}"></head><body>
<div class="cookie-banner"><p>We store cookies to show you what you did not ask for. Do you agree?</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>{title}</h1><div class="article-body">{body}</div>
<div class="newsletter"><h2>Never miss a story</h2><p>“The best paper of all,” said Ann Other. Sign up today.</p></div>
</article>
<section class="comments"><h2>Comments</h2><p>“I do not believe it,” said a reader who did not.</p></section></main>
<aside class="related"><h2>Related</h2><ul><li><a href="/1">Another story</a></li></ul></aside>
<footer><p>© The Paper. All rights reserved.</p></footer></body></html>"""


def page_of(text: str, headings: set[str]) -> str:
    title, *parts = text.strip().split("\n\n")
    body = []
    for part in parts:
        items = re.findall(r"(?m)^ *• *(.+)$", part)
        if items:
            body.append("<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>")
        else:
            tag = "h2" if part in headings else "p"
            body.append(f"<{tag}>{escape(part)}</{tag}>")
    return _PAGE.format(title=escape(title), body="\n".join(body))


def section_titles(document: Document) -> list[str]:
    return [section.title for _, section in walk_sections(document.sections)]


def voices(document: Document) -> list[tuple[str, str]]:
    return [
        (
            quote.content.cut(document.text),
            document.speakers[quote.attribution.speaker].name if quote.attribution else "?",
        )
        for quote in document.quotes
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_page_gives_what_its_article_gives(article: Path, tmp_path: Path) -> None:
    text = read(str(article))
    page = tmp_path / "page.html"
    page.write_text(page_of(article.read_text(encoding="utf-8"), set(section_titles(text))), encoding="utf-8")
    document = read(str(page))

    assert section_titles(text) == section_titles(document)
    assert voices(text) == voices(document)
    assert text.metadata.title == document.metadata.title
