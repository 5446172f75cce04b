"""The HTML of a converter as a document: its title found, headings that are only bold made headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.markup import Element, parse_tree, read_markup
from reader.parsers.plain.parser import parse as parse_plain
from reader.sources.safe import make_safe
from reader.sources.source import Source

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][”’\"')\]]*$")
_LONGEST_TITLE = 200
_LONGEST_HEADING = 120
_FRONT_CLASSES = {
    "title": BlockKind.TITLE,
    "author": BlockKind.BYLINE,
    "date": BlockKind.BYLINE,
    "subtitle": BlockKind.PARAGRAPH,
}


def read_converted(html: str, source: Source, *, known: Metadata | None = None) -> Document:
    """Read what a converter made; `known` is what the file says of itself."""
    root = parse_tree(html)
    body = next(iter(root.iter("body")), root)
    if not any(True for _ in body.iter(*_HEADINGS)) and not _raise_bold(body):
        return _read_plain(body, source, known)
    kinds = _front_kinds(body)
    builder = DocumentBuilder()
    read_markup(body, builder, kinds=kinds)
    document = builder.build(Metadata(), format=source.format)
    return _with_metadata(document, kinds, known)


def _front_kinds(body: Element) -> dict[Element, BlockKind | None]:
    """Find the title and who wrote it: as the converter marks them, else the only heading of the first level."""
    kinds: dict[Element, BlockKind | None] = {}
    for element in islice(body.iter("h1", "p"), 20):
        kind = _FRONT_CLASSES.get(element.get("class") or "")
        if kind is not None:
            kinds[element] = kind
    first_headings = list(islice(body.iter("h1"), 3))
    blocks = list(islice(_blocks(body), 1))
    if BlockKind.TITLE in kinds.values() or not blocks:
        return kinds
    if (len(first_headings) == 1 and blocks[0] is first_headings[0]) or (
        blocks[0].tag == "p" and _is_title(words_of(blocks[0]))
    ):
        kinds[blocks[0]] = BlockKind.TITLE
    return kinds


def _raise_bold(body: Element) -> bool:
    """Make headings of short paragraphs that are bold all through, in a document without headings."""
    bold = [element for element in body.iter("p") if _is_bold(element)]
    if len(bold) > len(list(body.iter("p"))) / 2:
        return False  # bold is how this one writes its text
    for number, element in enumerate(bold):
        element.tag = "h1" if number == 0 and element is next(_blocks(body), None) else "h2"
    return bool(bold)


def _is_bold(element: Element) -> bool:
    words = words_of(element)
    if not words or len(words) > _LONGEST_HEADING or _ENDS_SENTENCE.search(words) or element.getparent().tag == "li":
        return False
    bold = " ".join("".join("".join(strong.itertext()) for strong in element.iter("strong", "b")).split())
    return bold == words


def _is_title(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_TITLE and not _ENDS_SENTENCE.search(words)


def _blocks(body: Element) -> Iterator[Element]:
    return (element for element in body.iter(*_HEADINGS, "p", "li", "td") if words_of(element))


def words_of(element: Element) -> str:
    """Return the words of an element, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def _read_plain(body: Element, source: Source, known: Metadata | None) -> Document:
    """Read a document without any structure of its own as the text it is: the shapes of its lines tell."""
    pieces = []
    for element in body.iter("p", "li", "pre"):
        if element.tag != "p" or element.getparent().tag != "li":
            label = "• " if element.tag == "li" else ""
            pieces.append(label + make_safe(words_of(element)))
    text = "\n\n".join(piece for piece in pieces if piece) or make_safe(words_of(body))
    document = parse_plain(Source(source.place, text, "text"))
    builder = DocumentBuilder()
    builder.add_document(document)
    return _with_metadata(builder.build(document.metadata, format=source.format), {}, known)


def _with_metadata(document: Document, kinds: dict[Element, BlockKind | None], known: Metadata | None) -> Document:
    """Say of the document what it shows as its title and authors, else what its file says."""
    shown = document.metadata
    title = shown.title or _text_of(document, BlockKind.TITLE)
    authors = [words_of(element) for element, kind in kinds.items() if element.get("class") == "author" and kind]
    dates = [words_of(element) for element, kind in kinds.items() if element.get("class") == "date" and kind]
    known = known or Metadata()
    metadata = Metadata(
        title=title or known.title,
        byline=shown.byline or make_safe(", ".join(authors)) or known.byline,
        date=shown.date or make_safe(" ".join(dates)) or known.date,
        source=shown.source,
        extra=shown.extra + known.extra,
    )
    return replace(document, metadata=metadata)


def _text_of(document: Document, kind: BlockKind) -> str:
    found = next((block for block in document.blocks if block.kind is kind), None)
    return " ".join(found.span.cut(document.text).split()) if found else ""
