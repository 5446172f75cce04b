"""What a reader sees of HTML, block by block."""

from __future__ import annotations

import re

import pytest
from outline import Case, find_cases, outline_of

from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.markup import read_markup


def document_of(html: str, base: str = "") -> Document:
    builder = DocumentBuilder()
    read_markup(html, builder, base=base)
    return builder.build(Metadata(), format="html")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one\n  two<b> three </b> four</p>", "one two three four"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("one<p>two", "one\n\ntwo"),
        ("<p>&nbsp;</p><p>&nbsp; one</p>", "one"),
        ("<p>10&nbsp;000 &nbsp; and</p>", "10\u00a0000 and"),
        ("<p>hy&shy;phen&#8203;ation</p>", "hyphenation"),
        ("<p>&#27;[31m&lt;b&gt; &#x202e;</p>", "␛[31m<b> ‹U+202E›"),
        ("<p>a\0b&#0;</p>", "a\ufffdb\ufffd"),
        ("<p>m<sup>2</sup>, H<sub>2</sub>O, 1<sup>st</sup></p>", "m², H₂O, 1st"),
        ("<ruby>漢<rt>かん</rt></ruby>", "漢(かん)"),
        ("<p>a</p><script>x</script><style>y</style><nav>z</nav><p>b</p>", "a\n\nb"),
        ("<p hidden>x</p><p style='color:red;display: none'>y</p><p aria-hidden=true>z</p><p>b</p>", "b"),
        ("<p>a<!-- x -->b<?php x ?></p>", "ab"),
        ("<h2>One<br>line</h2>", "One line"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"><title/><p>after', "after"),
    ],
)
def test_text_is_what_a_browser_shows(html: str, text: str) -> None:
    assert text == document_of(html).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>He said <q>no <q>way</q></q>.", "He said “no ‘way’”."),
        ("<p lang=de>Er sagte <q>nein</q>.", "Er sagte „nein“."),
        ("<p lang=fr-CA>Il dit <q> non </q>.", "Il dit «\u00a0non\u00a0» ."),
        ("<p>He said <q>“no”</q>.", "He said “no”."),
        ("<p>He said <q></q>.", "He said ."),
    ],
)
def test_a_q_gets_the_marks_of_its_language(html: str, text: str) -> None:
    assert text == document_of(html).text


@pytest.mark.parametrize("case", find_cases("markup"), ids=lambda case: case.path.stem)
def test_markup_has_the_outline(case: Case) -> None:
    assert case.expected == (outline_of(document_of(case.text)) or [""]), case.about


def test_a_link_leads_from_the_base() -> None:
    document = document_of("<p><a href='../b?c'>x</a> <a href='javascript:y()'>y</a>", base="https://x.example/a/z")

    assert ["https://x.example/b?c"] == [inline.target for inline in document.inlines]


def test_a_link_around_blocks_covers_the_words_of_each() -> None:
    document = document_of("<a href=x><h2>Head</h2><p>Words</p></a>")

    assert ["Head", "Words"] == [inline.span.cut(document.text) for inline in document.inlines]


def test_anchors_say_where_an_id_stands() -> None:
    builder = DocumentBuilder()
    written = read_markup("<h1 id=a>One</h1><p><a name=b></a>Two", builder)

    assert {"a": 0, "b": 5} == written.anchors


@pytest.mark.parametrize(
    "tag", ["div", "b", "blockquote", "ul><li", "span", "table><tr><td", "dl><dd", "q", "a href=x"]
)
@pytest.mark.parametrize("is_closed", [True, False])
def test_ten_thousand_levels_lose_no_text(tag: str, is_closed: bool) -> None:
    ends = "".join(f"</{part.split()[0]}>" for part in reversed(tag.split("><")))
    html = f"<{tag}>" * 10_000 + "deep" + (ends * 10_000 if is_closed else "") + "<p>after</p>"

    assert ["deep", "after"] == re.findall(r"\w+", document_of(html).text)


def test_a_hundred_thousand_unclosed_tags_lose_no_text() -> None:
    assert 100_001 == document_of("<b>x" * 100_000 + "<p>x").text.count("x")
