"""A quote to paste: exactly its words, then who said them where, in each style."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import Entry, parse_string

from reader.citations.citation import FIELDS, citation_of
from reader.citations.quoted import speaker_of, words_of
from reader.citations.styles import STYLES
from reader.model.metadata import Metadata
from reader.model.quotations import Quote

from .quoted import cited, quoted

URL = "https://example.org/rain?a=1&b=%20_{x}"
ODD = st.text(st.sampled_from("abc *_`[]()<>#&-+.=~|\\1!:/\"'{}%$^@,\n"), min_size=1)
"""Words of little else than markup."""


def test_the_words_are_without_their_marks() -> None:
    assert "It rains." == words_of(*quoted("It rains."))


def test_a_speaker_without_a_role_is_a_name() -> None:
    assert "Ada Finch" == speaker_of(*quoted("It rains.", role=""))


def test_a_quote_of_nobody_is_called_so() -> None:
    document, quote = quoted("It rains.")

    assert "unknown speaker" == speaker_of(document, Quote(quote.span, quote.content, quote.kind))


def test_a_citation_says_who_in_what_from_where_and_when() -> None:
    expected = (
        "“It rains.”\n— Ada Finch, gardener, in “Rain at Last”, by Bo Lindt, The Skarholm Post, 3 May 2025"
        " (rain.txt, accessed 2026-11-23)"
    )

    assert expected == cited("It rains.")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("words", ["It rains.", "Ada Finch", "gardener", "Rain at Last", "Bo Lindt", "Skarholm Post"])
def test_every_style_says_all_of_it(style: str, words: str) -> None:
    assert words in cited("It rains.", style)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_a_page_on_the_web(style: str) -> None:
    assert "https://example.org/rain" in cited("It rains.", style, URL)


def test_the_address_that_the_article_gives_of_itself_counts() -> None:
    assert "(https://example.org/, accessed" in cited(
        "It.", metadata=Metadata(extra=(("URL", "https://example.org/"),))
    )


def test_a_citation_keeps_the_marks_of_the_text() -> None:
    assert cited("It rains.", marks="»«").startswith("»It rains.«\n")


def test_words_without_marks_get_some() -> None:
    assert cited("It rains.", marks="").startswith("“It rains.”\n")


def test_an_article_that_says_nothing_of_itself_is_its_place() -> None:
    assert cited("It.", metadata=Metadata()).endswith("gardener (rain.txt, accessed 2026-11-23)")


def test_standard_input_is_called_so() -> None:
    assert "(standard input, accessed" in cited("It rains.", place="-")


def test_nothing_dangerous_comes_from_a_file_name() -> None:
    assert "\x1b" not in cited("It rains.", place="a\x1b]52;c;b.txt")


# Markdown


def test_markdown_is_a_block_quote_with_its_source() -> None:
    assert cited("It rains.", "markdown").startswith("> It rains.\n>\n> — **Ada Finch**, gardener, in “Rain at Last”")


def test_markdown_keeps_the_lines_of_a_verse() -> None:
    assert "<p>Rain,<br />\nrain</p>" in MarkdownIt().render(cited("Rain,\nrain", "markdown", marks=""))


@given(
    ODD.filter(lambda words: words == words.strip() and not re.search(r"\n\s*\n|[ ]$|^[ ]|[ ]{2}", words, re.MULTILINE))
)
def test_markdown_shows_exactly_the_words(words: str) -> None:
    """Whatever looks like markup in them is text."""
    inlines = [token for token in MarkdownIt().parse(cited(words, "markdown")) if token.type == "inline"]
    shown = "".join({"softbreak": "\n", "hardbreak": "\n"}.get(c.type, c.content) for c in inlines[0].children or [])

    assert (2, words) == (len(inlines), shown)


# BibTeX


def entry_of(bibtex: str) -> Entry:
    [entry] = parse_string(bibtex, "bibtex").entries.values()
    return entry


def test_bibtex_is_an_entry_with_its_fields() -> None:
    entry = entry_of(cited("It rains.", "bibtex", URL))
    expected = {"title": "{Rain at Last}", "howpublished": "The Skarholm Post", "year": "2025", "date": "2025-05-03",
                "urldate": "2026-11-23"}  # fmt: skip

    assert expected.items() <= dict(entry.fields).items()


def test_bibtex_keeps_a_job_apart_from_a_surname() -> None:
    entry = entry_of(cited("It.", "bibtex", metadata=Metadata(byline="By Ada Finch and Bo Lindt, Reuters")))

    assert ["Finch", "{Bo Lindt, Reuters}"] == [person.last_names[0] for person in entry.persons["author"]]


@given(ODD)
def test_bibtex_reads_whatever_is_quoted(words: str) -> None:
    """One entry, its braces in pairs, nothing of TeX in the words."""
    note = entry_of(cited(words, "bibtex")).fields["note"]

    assert None is re.search(r"(?<!\\)[#$%&_^~]|\\(?![#$%&_]|text(?:backslash|brace(?:left|right)|ascii\w+)\{\})", note)


# CSL-JSON: the types that its schema gives the fields we write.
CSL_TYPES = {"id": str, "type": str, "title": str, "author": list, "container-title": str, "issued": dict,
             "accessed": dict, "URL": str, "section": str, "note": str}  # fmt: skip


def test_csl_json_is_a_list_of_items_of_known_fields() -> None:
    [item] = json.loads(cited("It rains.", "csl-json", URL))

    assert {name: type(value) for name, value in item.items()}.items() <= CSL_TYPES.items()


def test_csl_json_has_dates_in_parts() -> None:
    [item] = json.loads(cited("It rains.", "csl-json"))

    assert [{"date-parts": [[2025, 5, 3]]}, {"date-parts": [[2026, 11, 23]]}] == [item["issued"], item["accessed"]]


# HTML


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_a_block_quote_that_names_its_source() -> None:
    reader = _Reader()
    reader.feed(cited("It rains.", "html", "https://example.org/?a=1&b=2"))

    assert ("blockquote", {"cite": "https://example.org/?a=1&b=2"}) in reader.tags


@given(ODD)
def test_html_shows_exactly_the_words(words: str) -> None:
    reader = _Reader()
    reader.feed(cited(words, "html"))

    assert reader.text.strip().startswith(words.strip())
    assert {"figure", "blockquote", "p", "figcaption", "b", "cite", "br", "time"} >= {tag for tag, _ in reader.tags}


# Org, with pandoc as its reader.


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc reads Org")
def test_org_shows_exactly_the_words() -> None:
    words = "*no headline*\n#+end_quote\n* none\n- no /item/ [[x]] =y= ~z~ _u_ +s+ \\alpha a^2 {{{m}}} <<t>> 1. :d:"
    org = cited(words, "org")
    run = subprocess.run(["pandoc", "-f", "org", "-t", "json"], input=org, capture_output=True, text=True, check=True)
    [block] = json.loads(run.stdout)["blocks"]
    shown = {"Str": lambda inline: inline["c"], "Space": lambda inline: " ", "LineBreak": lambda inline: "\n"}

    assert "BlockQuote" == block["t"]
    assert words == "".join(shown[inline["t"]](inline) for inline in block["c"][0]["c"]).replace("\u200b", "")


def test_every_field_that_is_told_of_can_be_asked_for() -> None:
    assert set(FIELDS) == set(citation_of(*quoted("It rains."), "rain.txt").fields())
