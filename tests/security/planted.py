"""Dangerous codes in every field of every format. A new format is a function and a line of `PLANTS`."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

from .codes import AS_ENTITIES, C1, CODES, IN_XML, LEGAL_IN_XML, QUOTED
from .planted_office import docx, odt, pdf, rtf, zipped


def text(codes: str) -> bytes:
    said = QUOTED.format(codes)
    lines = [
        f"Title {codes}",
        f"By Ada {codes} Low",
        f"{said}",
        f"Heading {codes}",
        f"• item {codes}",
        f"ADA {codes}: No.",
    ]
    return "\n\n".join([*lines, said]).encode("utf-8", "surrogatepass")


def markdown(codes: str) -> bytes:
    one_line = codes.replace("\n", " ")
    front = "".join(
        f'{name}: "x {one_line}"\n' for name in ("title", "author", "date", "source", "more", f"k{one_line}")
    )
    body = (
        f"# H {one_line} {AS_ENTITIES}\n\n[l {one_line}](http://a/{AS_ENTITIES}?{C1}) ![i {one_line}](b{C1} 't')\n\n"
        f"| a {one_line} |\n|-|\n| b |\n\n> {QUOTED.format(one_line)}\n\n```x{one_line}\ncode {one_line}\n```\n\n"
        f"<b title='{one_line}'>{AS_ENTITIES}</b>[^1]\n\n[^1]: note {one_line}\n\n{QUOTED.format(AS_ENTITIES)}\n"
    )
    return f"---\n{front}---\n\n{body}".encode("utf-8", "surrogatepass")


def html(codes: str) -> bytes:
    both = f"{codes} {AS_ENTITIES}"
    ld = json.dumps({"@type": "NewsArticle", "headline": both, "author": {"name": codes}, "datePublished": codes})
    head = f"<title>T {both}</title><meta name=author content='A {both}'><meta name=date content='2025-01-02 {both}'>"
    head += f"<meta property='og:title' content='{both}'><meta property='og:site_name' content='{both}'>"
    head += f"<link rel=canonical href='http://a/{both}'><script type='application/ld+json'>{ld}</script>"
    body = (
        f"<h1>H {both}</h1><p>{QUOTED.format(both)} <a href='http://a/{both}'>l {both}</a> <q>{both}</q></p>"
        f"<img alt='{both}' src='x'><blockquote cite='{both}'><p>{both}</p><cite>{both}</cite></blockquote>"
        f"<table><tr><th>{both}<td>{both}</table><pre><code class='language-{both}'>{both}</code></pre>"
        f"<ul><li>{both}</ul><figure><figcaption>{both}</figcaption></figure>"
    )
    article = f"<article>{body}{'<p>Words of the article, and more of them to read.</p>' * 20}</article>"
    return f"<!doctype html><html lang='{codes}'><head>{head}</head><body>{article}</body></html>".encode(
        "utf-8", "surrogatepass"
    )


def epub(codes: str) -> bytes:
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>T {IN_XML}</dc:title><dc:creator>A {IN_XML}</dc:creator><dc:date>{IN_XML}</dc:date>"
        f"<dc:publisher>{IN_XML}</dc:publisher></metadata><manifest>"
        f'<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        f'<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        f'<item id="b" href="gone{C1}.xhtml" media-type="application/xhtml+xml"/></manifest>'
        f'<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="a.opf"/></rootfiles></container>'
    )
    nav = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><nav epub:type="toc"><ol>'
        f'<li><a href="a.xhtml">One {IN_XML}</a></li></ol></nav></html>'
    )
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "a.opf": package.encode(),
            "nav.xhtml": nav.encode(),
            "a.xhtml": html(codes),
            "x\x1b]0;stolen\x07.png": b"",
        }
    )


def mail(codes: str) -> bytes:
    word = f"=?utf-8?b?{b64encode(codes.encode('utf-8', 'surrogatepass')).decode()}?="
    head = f"From: {word} <a@b.c>\nTo: {word}\nDate: {word}\nSubject: S {word}\nMIME-Version: 1.0\n"
    head += "Content-Type: multipart/mixed; boundary=x\n"
    said = QUOTED.format(codes)
    part = f"--x\nContent-Type: text/plain; charset=utf-8\n\n{said}\n> {said}\n-- \n{codes}\n"
    attached = (
        f"--x\nContent-Type: image/png; name={word}\nContent-Disposition: attachment; filename={word}\n\nx\n--x--\n"
    )
    return f"{head}\n{part}{attached}".encode("utf-8", "surrogatepass")


def subtitles(codes: str) -> bytes:
    words = f"ADA {codes}: “Go {codes}.” {AS_ENTITIES}"
    return f"1\n00:00:01,000 --> 00:00:02,000\n{words}\n\n2\n00:00:03,000 --> 00:00:04,000\n- {words}\n".encode(
        "utf-8", "surrogatepass"
    )


def captions(codes: str) -> bytes:
    words = f"<v Ada {codes}>“Go {codes}.” {AS_ENTITIES}</v>"
    return f"WEBVTT {codes}\n\nid {codes}\n00:01.000 --> 00:02.000 {codes}\n{words}\n".encode("utf-8", "surrogatepass")


def feed(codes: str) -> bytes:
    fields = ("title", "link", "description", "author", "pubDate", "guid", "category")
    item = "".join(f"<{name}>x {LEGAL_IN_XML} {AS_ENTITIES}</{name}>" for name in fields)
    link = f"<item><title>{AS_ENTITIES}</title><link>http://a/{LEGAL_IN_XML}</link></item>"
    return f"<rss><channel><title>T {codes} {AS_ENTITIES}</title><item>{item}</item>{link}</channel></rss>".encode(
        "utf-8", "surrogatepass"
    )


def json_feed(codes: str) -> bytes:
    names = ("url", "title", "summary", "content_html", "content_text", "date_published")
    item = dict.fromkeys(names, f"x {codes}") | {"authors": [{"name": codes}]}
    return json.dumps({"version": "https://jsonfeed.org/version/1", "title": codes, "items": [item]}).encode()


PLANTS: dict[str, Callable[[str], bytes]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "epub": epub,
    "docx": docx,
    "odt": odt,
    "rtf": rtf,
    "pdf": pdf,
    "eml": mail,
    "srt": subtitles,
    "vtt": captions,
    "rss": feed,
    "json": json_feed,
}
"""By the ending of the file's name."""


def plant(folder: Path, ending: str) -> Path:
    """Write a file of a format with codes in all its fields, and in its name."""
    place = folder / f"a\x1b]0;stolen\x07\x9b7331m\u202e\n[red].{ending}"
    place.write_bytes(PLANTS[ending](CODES))
    return place
