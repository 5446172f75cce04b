"""Books as their makers make them: pandoc and EbookLib."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

from reader.model.blocks import BlockKind

from .books import read

ESSAY = """---
title: The Ferry
author: [Ada Finch, Bo Lind]
date: 2026-11-23
publisher: Harbour Press
lang: en
---

# Part One

## The Night

“We waited all night,” said Mayor Ann Lee.[^1] Then they left.

- one
- two

> “It is late.”

## The Morning

The lamp was lit.

[^1]: So she said.

# Part Two

The end.
"""


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("version", ["epub2", "epub3"])
def test_pandoc_gives_the_article_back(version: str, tmp_path: Path) -> None:
    made = tmp_path / "book.epub"
    subprocess.run(["pandoc", "-f", "markdown", "-t", version, "-o", made], input=ESSAY.encode(), check=True)
    document = read(made.read_bytes())

    assert [
        "title The Ferry",
        "byline Ada Finch",
        "byline Bo Lind",
        "byline Harbour Press",
        "byline 2026-11-23",
        "heading 1 Part One",
        "heading 2 The Night",
        "paragraph “We waited all night,” said Mayor Ann Lee.[1] Then they left.",
        "list",
        "item",
        "paragraph one",
        "item",
        "paragraph two",
        "block-quote",
        "paragraph “It is late.”",
        "heading 2 The Morning",
        "paragraph The lamp was lit.",
        "rule ---",
        "footnote",
        "paragraph So she said.",
        "heading 1 Part Two",
        "paragraph The end.",
    ] == [
        f"{block.kind} {block.level or ''} {block.span.cut(document.text)}".replace("  ", " ")
        if block.kind not in {BlockKind.LIST, BlockKind.ITEM, BlockKind.QUOTE, BlockKind.FOOTNOTE}
        else str(block.kind)
        for block in document.blocks
    ]


def test_ebooklib_gives_the_chapters_back(tmp_path: Path) -> None:
    """It names chapters in its contents list only, and puts that list among them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ebooklib import epub  # it warns when it is imported

        book = epub.EpubBook()
        book.set_title("The Ferry")
        book.add_author("Ada Finch")
        chapters = []
        for number, title in enumerate(("The Night", "The Morning")):
            chapter = epub.EpubHtml(title=title, file_name=f"chap_{number}.xhtml", lang="en")
            chapter.content = f"<p>“Late,” said Bo in {title.lower()}.</p>"
            book.add_item(chapter)
            chapters.append(chapter)
        book.toc = (epub.Link("chap_0.xhtml", "The Night", "a"), (epub.Section("Later"), (chapters[1],)))
        book.add_item(epub.EpubNcx())
        book.add_item(epub.EpubNav())
        book.spine = ["nav", *chapters]
        made = tmp_path / "book.epub"
        epub.write_epub(str(made), book)
    document = read(made.read_bytes())

    assert document.text == (
        "The Ferry\n\nAda Finch\n\nThe Night\n\n“Late,” said Bo in the night.\n\n"
        "The Morning\n\n“Late,” said Bo in the morning."
    )
