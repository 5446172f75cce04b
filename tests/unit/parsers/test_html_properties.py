"""What holds for every page, however broken: spans inside the text, nothing that steers, no exception, no lost word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.html.page import parse as parse_page
from reader.parsers.html.parser import parse
from reader.parsers.markup import parse_tree, read_markup
from reader.parsers.markup.elements import UNSEEN
from reader.quotes import find_quotes
from reader.sources.safe import make_safe
from reader.sources.source import Source

CASES = Path(__file__).parents[2] / "cases" / "formats"
TAGS = (
    "p div h1 h2 ul ol li dl dt dd blockquote footer cite q table tr td th caption figure figcaption pre code a b em "
    "sup sub span br hr img article section aside main header ruby rt math details summary font center body html "
    "head title"
).split()
ATTRIBUTES = (
    "", " class='related'", " hidden", " style='display:none'", " id=a", " href='#a'", " href='x'", " lang=fr",
    " alt='x y'", " colspan=3", " rowspan=9", " start=7", " role=doc-noteref", " epub:type=footnote",
    " class='pullquote'",
    " data-x=\"'>\"",
)  # fmt: skip
WORDS = (
    "one",
    " two ",
    "“three,” said Ann Bell.",
    "&#27;[31m",
    "&nbsp;",
    "\n",
    "&amp;",
    "<",
    "\x1b",
    "\ud800",
    "\u202e",
    "\0",
)
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=20),
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
)
markup = st.lists(pieces, max_size=60).map("".join)


def assert_sound(document: Document) -> None:
    length = len(document.text)
    spans = [block.span for block in document.blocks] + [inline.span for inline in document.inlines]
    spans += [block.label for block in document.blocks if block.label]
    metadata = document.metadata
    shown = [document.text, metadata.title, metadata.byline, metadata.date, metadata.source, *sum(metadata.extra, ())]
    shown += [inline.target for inline in document.inlines] + [block.info for block in document.blocks]

    assert all(span.end <= length for span in spans)
    assert all(make_safe(text) == text for text in shown)
    assert document.text == document.text.strip("\n ")


@given(markup)
def test_markup_gives_a_sound_document(html: str) -> None:
    builder = DocumentBuilder()
    read_markup(html, builder, base="https://a.example/b")

    assert_sound(builder.build(Metadata(), format="html"))


@given(markup)
@settings(max_examples=60)
def test_a_page_gives_a_sound_document_with_quotes(html: str) -> None:
    assert_sound(find_quotes(parse(Source("a.html", make_safe(html), "html"))))


@given(markup)
@settings(max_examples=60)
def test_a_whole_page_loses_no_word_of_its_tree(html: str) -> None:
    plain = re.sub(r" (?:hidden|style='display:none'|href='#a'|colspan=3|rowspan=9)", "", html)
    root = parse_tree(make_safe(plain))
    seen = "" if any(True for _ in root.iter(*UNSEEN)) else "".join(root.itertext())

    text = parse_page(Source("a.html", make_safe(plain), "page")).text
    assert [] == [word for word in ("one", "two", "three", "Bell") if word in seen and word not in text]


@given(st.sampled_from(sorted(CASES.glob("*.html"))), st.data())
@settings(max_examples=40)
def test_a_damaged_page_still_opens(path: Path, data: st.DataObject) -> None:
    html = path.read_bytes().decode("utf-8", "replace")
    start = data.draw(st.integers(0, len(html)))
    end = data.draw(st.integers(start, min(len(html), start + 400)))
    patch = data.draw(markup)

    assert_sound(parse(Source("a.html", make_safe(html[:start] + patch + html[end:]), "html")))


@pytest.mark.parametrize(
    "html",
    [
        "<p title='" + "a" * 1_000_000 + "'>one",
        "<div>" * 10_000 + "one",
        "<b>" * 100_000 + "one",
        "<p>" + "&amp;" * 200_000 + "one",
        "<!DOCTYPE html [<!ENTITY a 'one'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><p>&b;&b;&b; one",
        "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM 'file:/etc/passwd'>]><html xmlns='x'><p>&x; one</html>",
        "<p>" + "<" * 300_000 + " one",
        "<table><tr>" + "<td>x" * 10_000 + "<td>one</table>",
        "<svg>" + "<g>" * 5_000 + "</svg><p>one",
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script><p>one",
    ],
    ids=lambda html: html[:20],
)  # fmt: skip
def test_hostile_pages_open_and_keep_their_word(html: str) -> None:
    document = parse(Source("a.html", html, "html"))

    assert "one" in document.text
    assert "root:" not in document.text
