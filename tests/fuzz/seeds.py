"""What every fuzzer starts from: our own articles and cases, and what once broke something."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from reader.library import Library
from reader.library.transfer import export_lines
from reader.reading import read
from reader.resources import sample_paths

from .targets import PART, TARGETS

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"
FIXTURES = ROOT / "tests" / "fixtures" / "formats"
KEPT = CASES / "fuzz"
"""A folder a target; each file is an input that was a finding once."""
_LONGEST = 60_000

_OWN = {
    ".html": [b"<html><head><title>T</title></head><body><h1>A</h1><p>\xe2\x80\x9cGo,\xe2\x80\x9d said Bo.</p>"],
    ".eml": [b"From: Ada <a@b.c>\nTo: Bo\nSubject: =?utf-8?q?A=20b?=\nContent-Type: text/plain\n\nHello\n> and back\n"],
    ".srt": [b"1\n00:00:01,000 --> 00:00:02,000\nADA: Go.\n\n2\n00:00:03,000 --> 00:00:04,000\n- No.\n"],
    ".vtt": [b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Low>Go.</v>\n"],
    ".rss": [b"<rss><channel><title>N</title><item><title>A</title><link>http://a/b</link><description>c</description>"
             b"</item></channel></rss>"],
    ".atom": [b'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>A</title></entry></feed>'],
    ".feed": [b'{"version":"https://jsonfeed.org/version/1","title":"N","items":[{"url":"http://a/b","title":"A"}]}'],
    ".rtf": [b"{\\rtf1\\ansi{\\info{\\title T}{\\author A}}\\b A\\b0\\par \\u8220?Go,\\u8221? said Bo.\\par}"],
    ".pdf": [b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
             b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
             b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length 42>>stream\nBT /F 12 Tf 20 200 Td (It "
             b"came back.) Tj ET  \nendstream endobj\n5 0 obj<</Title(T)/Author(A)>>endobj\n"
             b"trailer<</Root 1 0 R/Info 5 0 R>>\n"],
    ".epub-parts": [PART.join([
        b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
        b'full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        b'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b'<dc:title>T</dc:title><dc:creator>A</dc:creator></metadata><manifest><item id="n" href="nav.xhtml" '
        b'properties="nav" media-type="application/xhtml+xml"/><item id="x" href="toc.ncx" '
        b'media-type="application/x-dtbncx+xml"/><item id="a" href="4.xhtml" media-type="application/xhtml+xml"/>'
        b'</manifest><spine toc="x"><itemref idref="a"/></spine></package>',
        b'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One</text></navLabel>'
        b'<content src="4.xhtml"/></navPoint></navMap></ncx>',
        b'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:e="http://www.idpf.org/2007/ops"><nav e:type="toc"><ol>'
        b'<li><a href="4.xhtml">One</a></li></ol></nav></html>',
        b"<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>\xe2\x80\x9cGo,\xe2\x80\x9d said Bo.</p></body></html>",
    ])],
}  # fmt: skip


@cache
def seeds_of(name: str) -> tuple[bytes, ...]:
    """Return what a target starts from, the shortest first."""
    endings = TARGETS[name].seeds
    found = [data for ending in endings for data in _OWN.get(ending, ())]
    cases = [path for path in CASES.rglob("*") if path.is_file() and path.parent.parent != KEPT]
    files = [*sample_paths(), *FIXTURES.iterdir(), *cases]
    found += [path.read_bytes()[:_LONGEST] for path in files if path.name.endswith(endings)]
    found += [exported_library()] if ".jsonl" in endings else []
    found += kept_cases(name)
    return tuple(sorted(set(found), key=lambda data: (len(data), data)))


def kept_cases(name: str) -> list[bytes]:
    """Return the findings of a target that are kept."""
    folder = KEPT / name
    return [path.read_bytes() for path in sorted(folder.iterdir())] if folder.is_dir() else []


def exported_library() -> bytes:
    """Return a small library as it is exported."""
    with Library() as library:
        document = read(str(ROOT / "tests" / "ui" / "night-ferry.txt"))
        library.add_document(document, "night-ferry.txt")
        lines = list(export_lines(library))
    by_hand = {"by_hand": "positions", "row": {"place": "a", "offset": 1}}
    return ("".join(lines) + json.dumps(by_hand) + "\n").encode()
