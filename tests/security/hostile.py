"""Files made to exhaust whoever reads them. A new one is a function, or a line of `FILES`."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

DEEP = 10_000
WIDE = 10_000


class Hostile(NamedTuple):
    """One file, and what is said of it where it is refused."""

    name: str
    make: Callable[[], bytes]
    why: str = ""
    """Part of the sentence; empty where it is read all the same."""


def _laughs(document: str) -> bytes:
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{entities}]>{document}'.encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _book(chapter: bytes, package: bytes = b"", **others: bytes) -> bytes:
    container = b'<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    manifest = b'<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    plain = b"<package><metadata/>" + manifest + b'<spine><itemref idref="a"/></spine></package>'
    files = {"mimetype": b"application/epub+zip", "META-INF/container.xml": container, "a.opf": package or plain}
    return _zipped(files | {"a.xhtml": chapter} | others)


_LAUGHING = "<p>&i;</p>"
_ITEM = "<title>&i;</title><item><title>A</title></item>"
_PASSWD = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
_TRICKY = (
    '<package><manifest><item id="a" href="../../../../../../etc/passwd" media-type="application/xhtml+xml"/>'
    '<item id="b" href="/etc/passwd" media-type="application/xhtml+xml"/><item id="c" href="a.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>'
    "</spine></package>"
)

FILES = (
    Hostile("laughs.html", lambda: _laughs(f"<html><body>{_LAUGHING * 50}<p>Words.</p></body></html>")),
    Hostile("laughs.rss", lambda: _laughs(f"<rss><channel>{_ITEM}</channel></rss>")),
    Hostile("laughs.epub", lambda: _book(_laughs(f"<html><body>{_LAUGHING}<p>Words.</p></body></html>"))),
    Hostile("outside.html", lambda: f"{_PASSWD}<html><body><p>&i; words</p></body></html>".encode()),
    Hostile("outside.rss", lambda: f"{_PASSWD}<rss><channel>{_ITEM}</channel></rss>".encode()),
    Hostile("outside.epub", lambda: _book(f"{_PASSWD}<html><body><p>&i; words</p></body></html>".encode())),
    Hostile("tricky.epub", lambda: _book(b"<p>Words.</p>", _TRICKY.encode(), **{"../../outside.txt": b"x"})),
    Hostile("bomb.epub", lambda: _book(b"<p>Words.</p>" + bytes(600_000_000)), "nothing in the book to read"),
    Hostile("bomb.txt.gz", lambda: gzip.compress(bytes(600_000_000)), "it"),
    Hostile("bombs.txt.gz", lambda: gzip.compress(gzip.compress(bytes(300_000_000))), "it"),
    Hostile("deep.html", lambda: b"<div>" * DEEP + b"<p>Words.</p>" + b"</div>" * DEEP),
    Hostile("deep-lists.html", lambda: b"<ul><li>" * DEEP + b"Words."),
    Hostile("deep-quotes.html", lambda: b"<blockquote><p>a" * DEEP + b"Words."),
    Hostile("deep-tables.html", lambda: b"<table><tr><td>" * DEEP + b"Words."),
    Hostile("deep.md", lambda: b"> " * DEEP + b"Words.\n"),
    Hostile("deep-lists.md", lambda: b"".join(b"  " * n + b"- a\n" for n in range(600)) + b"- " * DEEP + b"a\n"),
    Hostile("deep-emphasis.md", lambda: b"*a _b " * DEEP + b"\n"),
    Hostile("deep-links.md", lambda: b"[" * DEEP + b"a" + b"](b)" * DEEP + b"\n"),
    Hostile("deep.txt", lambda: b"> " * DEEP + b"Words.\n\n" + b"".join(b" " * n + b"- a\n" for n in range(3000))),
    Hostile("deep.eml", lambda: b"From: a@b.c\nSubject: d\n\n" + b"> " * DEEP + b"Words.\n"),
    Hostile("deep.rss", lambda: b"<rss><channel><item><title>" + b"<b>" * DEEP + b"A</title></item></channel></rss>"),
    Hostile("deep.json", lambda: b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000),
    Hostile("deep-multipart.eml", lambda: b"From: a@b.c\nSubject: d\nMIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)) + b"\nWords.\n"),
    Hostile("wide.html", lambda: b"<table><tr>" + b"<td>a" * WIDE + b"</table><p>Words."),
    Hostile("wide.md", lambda: b"|" + b"a|" * WIDE + b"\n|" + b"-|" * WIDE + b"\n|" + b"b|" * WIDE + b"\n"),
    Hostile("wide.txt", lambda: b"\t".join([b"a"] * WIDE) + b"\n" + b"  a" * WIDE + b"\n"),
    Hostile("attribute.html", lambda: b'<p title="' + b"a" * 5_000_000 + b'">Words.</p>'),
    Hostile("unclosed.html", lambda: b"<b><i>" * 50_000 + b"Words."),
    Hostile("line.txt", lambda: b"words and " * 2_000_000),
    Hostile("letters.txt", lambda: b"a" * 20_000_000),
    Hostile("line.md", lambda: b"words *and* " * 300_000),
    Hostile("line.html", lambda: b"<p>" + b"words and " * 500_000),
    Hostile("nothing.txt", lambda: bytes(1000), "it is binary"),
)  # fmt: skip
"""Each is read within limits, or refused in one sentence."""
