"""What is fed, and what must hold of all that comes out. A new format is a line of `TARGETS`.

A target takes any bytes. It may raise a `ReaderError`; whatever else it raises is a finding.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from reader.errors import ReaderError
from reader.library import Library
from reader.library.transfer import export_lines, import_lines
from reader.model.blocks import CONTAINERS
from reader.model.document import Document
from reader.parsers import parse
from reader.parsers.office.converted import read_converted
from reader.quotes import find_quotes
from reader.search.find import find_matches
from reader.search.fold import fold
from reader.search.verify import verify
from reader.sources.decode import decode
from reader.sources.load import source_from_bytes
from reader.sources.safe import make_safe
from reader.sources.source import Source

PART = b"\n%%\n"
"""What parts the files of an archive in an input."""


class Target(NamedTuple):
    """One thing that takes bytes from strangers."""

    run: Callable[[bytes], object]
    seeds: tuple[str, ...]
    """Endings of the files it is seeded with."""
    tokens: tuple[bytes, ...] = ()
    """Pieces that mean something to it."""
    is_slow: bool = False
    """It starts a converter for each input."""


def check_document(document: Document) -> None:
    """Whatever was read: nothing in it steers a terminal, and every span is in the text."""
    for words in strings_of(document):
        assert make_safe(words) == words, f"not safe to show: {words[:80]!r}"
    end = len(document.text)
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= end, block
        assert block.kind in CONTAINERS or not block.label or block.label.end <= end, block
    for inline in document.inlines:
        assert 0 <= inline.span.start <= inline.span.end <= end, inline
    for quote in document.quotes:
        assert 0 <= quote.span.start <= quote.content.start <= quote.content.end <= quote.span.end <= end, quote


def strings_of(document: Document) -> Iterator[str]:
    """Yield every string of a document that may be shown."""
    metadata = document.metadata
    yield from (document.text, metadata.title, metadata.byline, metadata.date, metadata.source, document.encoding)
    yield from (words for pair in metadata.extra for words in pair)
    yield from (block.info for block in document.blocks)
    yield from (inline.target for inline in document.inlines)
    yield from document.warnings
    for speaker in document.speakers:
        yield from (speaker.name, speaker.role)
    for quote in document.quotes:
        if quote.attribution is not None:
            yield from (quote.attribution.rule, quote.attribution.reason)


def read_as(format: str) -> Callable[[bytes], object]:
    """Read bytes as one format."""

    def run(data: bytes) -> Document:
        document = parse(source_from_bytes("a", data, format=format))
        check_document(document)
        return document

    return run


def read_converted_html(data: bytes) -> None:
    """Read bytes as what a converter writes."""
    check_document(read_converted(data.decode("utf-8", "replace"), Source("a", "", "docx")))


def read_any(data: bytes) -> None:
    """Read bytes as what they look like."""
    check_document(parse(source_from_bytes("a", data)))


def find_all_quotes(data: bytes) -> None:
    """Find the quotes of a text, some words in it, and verify its beginning."""
    document = find_quotes(parse(source_from_bytes("a", data, format="text")))
    check_document(document)
    words = document.text[:60]
    find_matches(fold(document.text), words)
    verify(words[:40], [document])


def decode_any(data: bytes) -> None:
    """Decode bytes of whatever encoding, declared rightly or not."""
    name, _, rest = data.partition(b"\n")
    for charset in ("", name.decode("latin-1")):
        text, codec = decode(rest, charset)
        safe = make_safe(text)
        assert make_safe(safe) == safe
        assert make_safe(codec) == codec


def read_archive(format: str, names: tuple[str, ...], mimetype: bytes = b"") -> Callable[[bytes], object]:
    """Put the parts of an input into an archive under these names, and read that; the bytes themselves too."""
    read = read_as(format)

    def run(data: bytes) -> object:
        if data.startswith(b"PK"):
            return read(data)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            if mimetype:
                archive.writestr("mimetype", mimetype)
            for number, part in enumerate(data.split(PART)[:20]):
                archive.writestr(names[number] if number < len(names) else f"OEBPS/{number}.xhtml", part)
        return read(packed.getvalue())

    return run


def import_library(data: bytes) -> None:
    """Import what another library is said to have exported; export what came of it."""
    with Library() as library:
        with suppress(ReaderError):
            list(import_lines(library, data.decode("utf-8", "replace").splitlines()))
        for article in library.articles():
            document = library.document(article.id)
            check_document(document)
            assert make_safe(article.name) == article.name
        for line in export_lines(library):
            words = str(json.loads(line))
            assert make_safe(words) == words


_CONTAINER = "META-INF/container.xml"
_WORD = ("word/document.xml", "docProps/core.xml", "[Content_Types].xml", "_rels/.rels")
_ODT = ("content.xml", "meta.xml", "META-INF/manifest.xml", "styles.xml")
_WORD_TOKENS = (b"<w:p>", b"</w:p>", b"<w:r><w:t>", b"<w:tbl><w:tr><w:tc>", b"<w:hyperlink>", b"<dc:title>", b"&#27;")
_ODT_TOKENS = (b"<text:p>", b"</text:p>", b"<text:h>", b"<text:list>", b"<table:table>", b"<dc:title>", b"<text:note>")
_RTF = (
    b"{",
    b"}",
    b"\\par ",
    b"\\u8220?",
    b"\\'1b",
    b"{\\info{\\title ",
    b"\\trowd\\cell\\row ",
    b"\\bin9 ",
    b"\\field",
)
_PDF = (
    b"endobj\n",
    b"stream\n",
    b"<</Type/Page>>",
    b"(a) Tj ",
    b"1 0 R",
    b"/Title(",
    b"xref\n",
    b"trailer",
    b"[[",
    b"<<",
)
_HTML = (b"<p>", b"</p>", b"<table><tr><td>", b"<ul><li>", b"<blockquote>", b"<q>", b"&#27;", b"<!--", b"<script>")
_SIGNS = tuple(sign.encode() for sign in "“ ” ‘ ’ « » „ \" ' — – …".split())
_QUOTES = (*_SIGNS, b" said ", b" said Ada Low.", b"\n\n")

TARGETS: dict[str, Target] = {
    "text": Target(read_as("text"), (".txt",), (b"\n\n", b"    ", b"* ", b"1. ", b"> ", b"NAME: ", b"-----", *_QUOTES)),
    "markdown": Target(read_as("markdown"), (".md",), (b"# ", b"> ", b"```", b"[a](b)", b"|a|b|\n|-|-|\n", b"---\n")),
    "html": Target(read_as("html"), (".html", ".htm"), _HTML),
    "epub": Target(
        read_archive("epub", (_CONTAINER, "OEBPS/a.opf", "OEBPS/toc.ncx", "OEBPS/nav.xhtml"), b"application/epub+zip"),
        (".epub-parts",),
        (b"<spine>", b'<itemref idref="a"/>', b"<manifest>", b'<item id="a" href="4.xhtml"/>', PART, *_HTML),
    ),
    "mail": Target(
        read_as("mail"), (".eml",), (b"\n\n> ", b"=?utf-8?b?", b"Content-Type: ", b"multipart/mixed;boundary=a", b"--a")
    ),
    "captions": Target(read_as("captions"), (".srt", ".vtt"), (b"WEBVTT\n", b"00:01.000 --> 00:02.000\n", b"<v Ada>")),
    "feed": Target(read_as("feed"), (".rss", ".atom", ".feed"), (b"<item>", b"<title>", b"<![CDATA[", b"]]>")),
    "quotes": Target(find_all_quotes, (".txt",), _QUOTES),
    "decode": Target(decode_any, (".txt", ".html"), (b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b$B", b"utf-7\n", b"idna\n")),
    "library": Target(import_library, (".jsonl",), (b'"text":', b"[0,1]", b'"by_hand":', b"1e999", b"\\u001b")),
    "docx": Target(read_archive("docx", _WORD), (".docx-parts", ".docx"), (PART, *_WORD_TOKENS), is_slow=True),
    "odt": Target(
        read_archive("odt", _ODT, b"application/vnd.oasis.opendocument.text"),
        (".odt-parts", ".odt"),
        (PART, *_ODT_TOKENS),
        is_slow=True,
    ),
    "rtf": Target(read_as("rtf"), (".rtf",), _RTF, is_slow=True),
    "pdf": Target(read_as("pdf"), (".pdf",), _PDF, is_slow=True),
    "converted": Target(read_converted_html, (".html",), _HTML),
    "any": Target(read_any, (".txt", ".md", ".html", ".eml", ".srt", ".rss"), (b"PK\x03\x04", b"\x1f\x8b", b"{\\rtf")),
}  # fmt: skip
"""By name."""
