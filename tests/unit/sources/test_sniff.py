"""The format is told by the content; where that is silent the name says it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from reader.sources.sniff import name_text_format, tell_format

NEWS = "Quick Takes\n\n  • one\n  • two\n\n- three\n- four\n\n* * *\n\nHe said [sic] it was *very* good. #harbour\n"


@pytest.mark.parametrize(
    ("place", "format"),
    [
        ("a.md", "markdown"),
        ("A.MARKDOWN", "markdown"),
        ("a.mkd", "markdown"),
        ("a.mdown", "markdown"),
        ("a.txt", "text"),
        ("/x/y.md/z.txt", "text"),
    ],
)
def test_extension_names_the_format(place: str, format: str) -> None:
    assert format == name_text_format(place, "# Title\n\n## Section\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: The Ferry\ndate: 2025\n---\nIt came back.\n",
        "# The Ferry\n\nIt came.\n\n## The Captain\n\nHe went.\n",
        "It [came](https://example.org/a) and [went](https://example.org/b).\n",
        "| Boat | Fish |\n|------|------|\n| A | 1 |\n",
        "Do this:\n\n```sh\nls\n```\n",
    ],
)
def test_clear_signs_name_markdown(text: str) -> None:
    assert name_text_format("-", text) == "markdown"


@pytest.mark.parametrize(
    "text", [NEWS, "", "---\n\nA rule.\n\n---\n", "#1 in the charts\n\nA song.\n", "**bold** once\n"]
)
def test_plain_text_stays_text(text: str) -> None:
    assert name_text_format("-", text) == "text"


def told(data: bytes, place: str = "-", media_type: str = "") -> str:
    format = tell_format(data, place, media_type)
    return format.name if format else ""


MAIL = b"Return-Path: <a@b.example>\r\nFrom: Ada <a@b.example>\r\nTo: c@d.example\r\nSubject: x\r\n\r\nHello\r\n"


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"<!DOCTYPE html><p>It came.", "html"),
        (b"\xef\xbb\xbf\n <HTML lang=en>", "html"),
        ("<!doctype html>".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<html xmlns='x'>", "html"),
        (b"<p>It came.</p>", "html"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel>", "feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        (b"<rdf:RDF xmlns:rdf='x' xmlns='http://purl.org/rss/1.0/'>", "feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nIt came.\n", "captions"),
        (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nIt came.\r\n", "captions"),
        (MAIL, "mail"),
        (b"From ada Mon Nov 23 18:00:00 2026\n" + MAIL, "mail"),
    ],
)
def test_content_tells_the_format_whatever_the_name(data: bytes, format: str) -> None:
    assert [format, format] == [told(data), told(data, "a.rtf")]


@pytest.mark.parametrize("name", ["a.txt", "README.md"])
def test_a_text_may_begin_with_a_tag(name: str) -> None:
    assert told(b"<p align=center>\n\n# The Ferry\n", name) == ""


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.epub"])
def test_a_whole_page_is_html_whatever_its_name(name: str) -> None:
    assert told(b"<!DOCTYPE html><html>", name) == "html"


@pytest.mark.parametrize(
    "data",
    [
        b"From: The Ferry\n\nIt came.",
        b"Date: 3 May\nContact: Ada Finch\n\nIt came.",
        b"To the editor: it came.",
        b"1\n\nIt came at 10:00.",
        b"1. It came --> it went",
        b"<poem>",
        b'{"a": 1}',
        b"Subject: ferries\n",
        b"It came.",
    ],
)
def test_what_only_resembles_a_format_is_text(data: bytes) -> None:
    assert told(data) == ""


def test_the_name_decides_where_the_content_is_silent() -> None:
    assert ["html", "mail", "captions"] == [told(b"It came.", name) for name in ("a.html", "a.eml", "a.vtt.gz")]


def test_a_text_called_a_book_is_a_text() -> None:
    assert ["", ""] == [told(b"It came.", name) for name in ("a.epub", "a.odt")]


def test_a_server_may_say_the_format() -> None:
    assert told(b"It came.", "https://example.org/a", "text/html; charset=utf-8") == "html"


def zipped(**members: bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_html", ".html"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (zipped(mimetype=b"application/epub+zip"), "epub"),
        (zipped(**{"META-INF__container_xml": b"<container/>"}), "epub"),
        (zipped(word__document_xml=b"<w:document/>"), "docx"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<x/>"), "odt"),
        (zipped(readme_html=b"<p>"), ""),
        (zipped(mimetype=b"application/epub+zip")[:60], "epub"),
        (b"PK\x03\x04rest", ""),
    ],
)
def test_an_archive_is_told_by_what_is_in_it(data: bytes, format: str) -> None:
    assert format == told(data, "a.zip")
