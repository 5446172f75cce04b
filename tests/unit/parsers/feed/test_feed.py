"""What the list of a feed shows, whichever of the formats it is in and however broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.document import Document
from reader.model.listing import Entry, Listing
from reader.parsers.feed import listing_of, parse
from reader.sources.safe import make_safe
from reader.sources.source import Source

LONG = "word " * 300
RSS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour News</title><link>https://news.example/</link>
<item><title>Ferry &amp; fog</title><link>/ferry</link><pubDate>Fri, 14 Mar 2025 10:00:00 GMT</pubDate>
<dc:creator>Ada Low</dc:creator>
<description><![CDATA[<p>“We go at six,”&nbsp;said <b>Bo</b>.</p>]]></description></item>
<item><title>Bridge</title><guid>https://news.example/bridge</guid><author>bo@news.example (Bo Dahl)</author></item>
<item><description>Without a title, and without a link.</description></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour News</title></channel>
<item><title>Ferry</title><link>https://news.example/ferry</link><dc:date>2025-03-14T10:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Harbour &lt;i&gt;News&lt;/i&gt;</title>
<link rel="self" href="https://news.example/feed"/><link href="https://news.example/"/>
<entry><title>Ferry</title><link rel="edit" href="/edit"/><link rel="alternate" href="/ferry"/>
<updated>2025-03-15T10:00:00Z</updated><published>2025-03-14T10:00:00Z</published>
<author><name>Ada Low</name><email>a@b.c</email></author><author><name>Bo Dahl</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>“We go at six,” said <b>Bo</b>.</p></div></content>
</entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour News",
        "home_page_url": "https://news.example/",
        "items": [
            {"url": "ferry", "title": "Ferry", "date_published": "2025-03-14T10:00:00Z", "authors": [{"name": "Ada"}]},
            {"content_text": "We go at six < seven.\n\nAnd back."},
        ],
    }
)


def listing(text: str, place: str = "feed.xml") -> Listing:
    return listing_of(Source(place, make_safe(text), "feed"))


def document(text: str) -> Document:
    return parse(Source("feed.xml", make_safe(text), "feed"))


@pytest.mark.parametrize("text", [RSS, RDF, JSON])
def test_the_title_of_the_feed(text: str) -> None:
    assert "Harbour News" == listing(text).title


def test_an_item_of_rss_says_all_that_is_known_of_it() -> None:
    words = "“We go at six,” said Bo."

    assert Entry("https://news.example/ferry", "Ferry & fog", "2025-03-14", "Ada Low", words) == listing(RSS).entries[0]


def test_an_address_with_a_name_is_the_name_and_an_id_that_is_a_url_leads() -> None:
    entry = listing(RSS).entries[1]

    assert ("Bo Dahl", "https://news.example/bridge") == (entry.byline, entry.place)


def test_an_item_without_title_is_called_by_its_first_words_and_is_whole_without_a_link() -> None:
    words = "Without a title, and without a link."

    assert Entry("", words, summary=words, content=words) == listing(RSS).entries[2]


def test_an_item_of_rdf() -> None:
    assert Entry("https://news.example/ferry", "Ferry", "2025-03-14") == listing(RDF).entries[0]


def test_an_entry_of_atom_leads_to_its_page_and_was_written_when_published() -> None:
    entry = listing(ATOM).entries[0]

    assert ("https://news.example/ferry", "2025-03-14", "Ada Low, Bo Dahl") == (entry.place, entry.date, entry.byline)


def test_markup_of_atom_is_no_text() -> None:
    assert "“We go at six,” said Bo." == listing(ATOM).entries[0].summary


def test_a_long_description_is_the_article_itself() -> None:
    text = RSS.replace("“We go at six,”", f"“We go at six,” {LONG}")

    assert listing(text).entries[0].content.startswith("<p>“We go at six,” word")


def test_an_entry_of_a_json_feed() -> None:
    assert Entry("https://news.example/ferry", "Ferry", "2025-03-14", "Ada") == listing(JSON).entries[0]


def test_plain_text_of_a_json_feed_is_no_markup() -> None:
    assert "<p>We go at six &lt; seven.</p><p>And back.</p>" == listing(JSON).entries[1].content


def test_links_are_relative_to_a_feed_that_names_no_page() -> None:
    text = "<rss><channel><item><title>A</title><link>a.html</link></item></channel></rss>"

    assert "https://b.example/c/a.html" == listing(text, "https://b.example/c/feed").entries[0].place


def test_the_document_lists_title_byline_date_and_summary() -> None:
    shown = "Harbour News\n\nFerry & fog\n\nAda Low · 2025-03-14\n\n“We go at six,” said Bo.\n\nBridge\n\nBo Dahl"

    assert document(RSS).text.startswith(shown)


def test_the_titles_of_the_document_are_links() -> None:
    links = [inline.target for inline in document(RSS).inlines]

    assert ["https://news.example/ferry", "https://news.example/bridge"] == links


@pytest.mark.parametrize("text", ["{", "{}", "[]", '{"items": 3}', "<rss", "<", "<?xml?>", "", "<rss/>", "{" * 100_000])
def test_what_is_no_feed_is_empty(text: str) -> None:
    assert () == listing(text).entries


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    assert ["Ferry & fog", "Bridge"] == [entry.title for entry in listing(RSS[: RSS.index("<item><desc")]).entries]


def test_an_ampersand_that_nobody_escaped_is_no_end() -> None:
    text = "<rss><channel><item><title>Tea & cake</title></item><item><title>B</title></item></channel></rss>"

    assert 2 == len(listing(text).entries)


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "declared",
    [LAUGHS + "]>", '<!DOCTYPE r [<!ENTITY i SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE r SYSTEM "http://x/">'],
)
def test_entities_are_neither_expanded_nor_fetched(declared: str) -> None:
    entries = listing(f"{declared}<rss><channel><item><title>A &i; B</title></item></channel></rss>").entries

    assert all(len(entry.title) < 20 and "root:" not in entry.title for entry in entries)


def test_nesting_ten_thousand_deep_is_survived() -> None:
    listing("<rss><channel><item><title>" + "<b>" * 10_000 + "A" + "</b>" * 10_000 + "</title></item></channel></rss>")


CODES = "&#27;]0;stolen&#7; &#x9b;31m &#x202e; \x1b[31m \x9b \u2066 &lrm;&Tab;"


@pytest.mark.parametrize("name", ["title", "link", "description", "author", "pubDate", "content", "guid"])
def test_no_code_in_any_field_is_left(name: str) -> None:
    made = document(f"<rss><channel><title>{CODES}</title><item><{name}>{CODES}</{name}></item></channel></rss>")
    shown = made.text + made.metadata.title + "".join(inline.target for inline in made.inlines)

    assert make_safe(shown) == shown


def test_no_code_in_json_is_left() -> None:
    codes = "\x1b]0;x\x07\x9b\u202e\ud800"
    item = dict.fromkeys(["url", "title", "summary", "content_html", "date_published"], codes)
    text = json.dumps({"title": codes, "items": [item | {"authors": [{"name": codes}]}]})
    entries = listing(text).entries
    shown = "".join(f"{entry}" for entry in entries)

    assert make_safe(shown) == shown


PIECES = st.sampled_from([*"<>/&;!'\" ab{}[]:,", "item", "rss", "title", "link", "<![CDATA[", "]]>", "items", "&nbsp;"])


@given(st.lists(PIECES).map("".join))
def test_any_text_gives_a_list_and_a_document(text: str) -> None:
    assert document(text).text is not None
    assert listing(text).entries is not None
