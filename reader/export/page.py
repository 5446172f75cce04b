"""An article as one page of HTML: sections, text and quotes side by side, without scripts and without anything else
to load. What links to what: sections to headings, quotes in the list to quotes in the text, and back.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from reader.citations.citation import web_address
from reader.citations.quoted import in_marks, name_and_role_of
from reader.export.pieces import Piece, Pieces
from reader.export.who import voices_of
from reader.model.blocks import CONTAINERS, Block, BlockKind
from reader.model.document import Document
from reader.model.inlines import Inline, InlineKind
from reader.model.quotations import Quote
from reader.model.sections import section_path, walk_sections
from reader.quotes.languages import language_of
from reader.resources import read_style

_CONTAINERS = {
    BlockKind.LIST: "ul",
    BlockKind.ITEM: "li",
    BlockKind.QUOTE: "blockquote",
    BlockKind.TABLE: "table",
    BlockKind.ROW: "tr",
    BlockKind.TURN: 'div class="turn"',
    BlockKind.FOOTNOTE: 'div class="footnote"',
}
_LEAVES = {
    BlockKind.TITLE: "h1",
    BlockKind.PARAGRAPH: "p",
    BlockKind.CAPTION: 'p class="caption"',
    BlockKind.BYLINE: 'p class="byline"',
    BlockKind.RULE: 'p class="rule"',
    BlockKind.CODE: 'pre tabindex="0"',
    BlockKind.CELL: "td",
}
_INLINES = {
    InlineKind.EMPHASIS: "em",
    InlineKind.STRONG: "strong",
    InlineKind.STRIKE: "s",
    InlineKind.CODE: "code",
    InlineKind.IMAGE: 'span class="image"',
    InlineKind.FOOTNOTE_REFERENCE: "sup",
}
_SENDS_MAIL = "mailto:"
UNSURE = 0.6
"""Below this confidence a speaker has a question mark, as in the app."""


def page_of(document: Document, place: str) -> Iterator[str]:
    """Yield the page piece by piece."""
    style = read_style("export.css")
    title = document.metadata.title or "Untitled"
    yield _head(title, style, document)
    yield '<body>\n<a class="skip" href="#text">To the text</a>\n<a class="skip" href="#quotes">To the quotes</a>\n'
    yield from _header(document, place)
    yield '<div class="panes">\n'
    yield from _outline(document)
    yield '<main id="text" tabindex="-1">\n<article>\n'
    yield from _Writer(document).blocks()
    yield "</article>\n</main>\n"
    yield from _quotes(document)
    yield "</div>\n</body>\n</html>\n"


def _head(title: str, style: str, document: Document) -> str:
    # The browser itself refuses whatever is not this style sheet, should markup ever get past the escaping.
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{language_of(document.text)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
    )


def _header(document: Document, place: str) -> Iterator[str]:
    metadata = document.metadata
    parts = [escape(part) for part in (metadata.byline, metadata.source, metadata.date) if part]
    url = web_address(place)
    parts.append(f'<a href="{escape(url)}" rel="noopener noreferrer nofollow">{escape(url)}</a>' if url else "")
    known = " · ".join(part for part in parts if part)
    needs_title = bool(metadata.title) and not any(block.kind is BlockKind.TITLE for block in document.blocks)
    yield "<header>\n" if known or needs_title else '<header class="bare">\n'
    yield f"<h1>{escape(metadata.title)}</h1>\n" if needs_title else ""
    yield f'<p class="source">{known}</p>\n' if known else ""
    links = ("outline", "Sections"), ("text", "Text"), ("quotes", "Quotes")
    jumps = " ".join(f'<a href="#{id}">{name}</a>' for id, name in links)
    yield f'<p class="jumps">{jumps}</p>\n</header>\n'


def _outline(document: Document) -> Iterator[str]:
    yield '<nav id="outline" aria-labelledby="outline-name" tabindex="-1">\n<h2 id="outline-name">Sections</h2>\n'
    depth = -1
    for level, section in walk_sections(document.sections):
        yield "</li>\n" if level <= depth else ""
        yield "</ul></li>\n" * (depth - level)
        yield "<ul>\n" * (level - depth)
        depth = level
        yield f'<li><a href="#s{section.heading.start}">{escape(section.title)}</a>'
    yield "</li></ul>\n" * (depth + 1) if depth >= 0 else "<p>There are no headings.</p>\n"
    yield "</nav>\n"


def _quotes(document: Document) -> Iterator[str]:
    count = len(document.quotes)
    yield '<aside id="quotes" aria-labelledby="quotes-name" tabindex="-1">\n'
    yield f'<h2 id="quotes-name">Quotes <span class="count">{count}</span></h2>\n'
    if not count:
        yield "<p>Nobody is quoted.</p>\n</aside>\n"
        return
    yield '<table class="voices">\n<caption>Who said what</caption>\n'
    yield '<thead><tr><th scope="col">Speaker</th><th scope="col">Quotes</th></tr></thead>\n<tbody>\n'
    for voice in voices_of(document):
        role = f' <span class="role">{escape(voice.role)}</span>' if voice.role else ""
        numbers = " ".join(f'<a href="#q{number}">{number}</a>' for number in voice.quotes)
        yield f'<tr><th scope="row">{escape(voice.name)}{role}</th><td>{numbers}</td></tr>\n'
    yield "</tbody>\n</table>\n<ol>\n"
    for number, quote in enumerate(document.quotes, start=1):
        yield _listed(document, quote, number)
    yield "</ol>\n</aside>\n"


def _listed(document: Document, quote: Quote, number: int) -> str:
    name, role = name_and_role_of(document, quote)
    attribution = quote.attribution
    doubt = " ?" if attribution is not None and attribution.confidence < UNSURE else ""
    path = section_path(document.sections, quote.span.start)
    reason = f"{attribution.reason} · {attribution.percent}%" if attribution is not None else "nobody is named"
    notes = " · ".join([path[-1].title, reason] if path else [reason])
    shown_role = f', <span class="role">{escape(role)}</span>' if role else ""
    return (
        f'<li id="l{number}"><b>{escape(name)}{doubt}</b>{shown_role}\n'
        f'<a class="words" href="#q{number}">{escape(in_marks(document, quote))}</a>\n'
        f"<small>{escape(notes)}</small></li>\n"
    )


class _Writer:
    """Walks through the blocks; knows which elements are open."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pieces = Pieces(document)
        self._open: list[str] = []
        self._label = ""

    def blocks(self) -> Iterator[str]:
        for block in self._document.blocks:
            yield from self._close(block.depth)
            if block.kind in CONTAINERS:
                yield self._container(block)
            elif len(block.span) or block.kind is BlockKind.CELL:
                yield self._leaf(block)
        yield from self._close(0)

    def _close(self, depth: int) -> Iterator[str]:
        while len(self._open) > depth:
            yield self._take_label() + self._open.pop()

    def _container(self, block: Block) -> str:
        element = _CONTAINERS[block.kind]
        opening, closing = f"<{element}>", f"</{element.split()[0]}>\n"
        if block.kind is BlockKind.TABLE:  # it scrolls by itself where it is wider than the page
            opening, closing = f'<div class="table" tabindex="0">{opening}', f"{closing}</div>\n"
        self._open.append(closing)
        waiting = self._take_label()
        if block.label is not None:
            self._label = f'<span class="label">{escape(block.label.cut(self._document.text))}</span>'
        return waiting + opening

    def _take_label(self) -> str:
        label, self._label = self._label, ""
        return label

    def _leaf(self, block: Block) -> str:
        element = _LEAVES.get(block.kind, "p")
        if block.kind is BlockKind.HEADING:
            element = f'h{min(6, max(2, block.level))} id="s{block.span.start}"'
        elif block.kind is BlockKind.CELL and block.info.startswith("header"):
            element = "th"
        inside = self._take_label() + "".join(self._piece(piece) for piece in self._pieces.of(block.span))
        if block.kind is not BlockKind.CODE:
            inside = inside.replace("\n", "<br>\n")
        return f"<{element}>{inside}</{element.split()[0]}>\n"

    def _piece(self, piece: Piece) -> str:
        inside = escape(piece.text)
        for inline in reversed(piece.inlines):
            inside = _marked(inside, inline)
        opening = "".join(self._opening(index) for index in piece.opening)
        return opening + inside + "".join(self._closing(index) for index in piece.closing)

    def _opening(self, index: int) -> str:
        is_known = self._document.quotes[index].attribution is not None
        return f'<span class="{"quote" if is_known else "quote unknown"}" id="q{index + 1}">'

    def _closing(self, index: int) -> str:
        name, _ = name_and_role_of(self._document, self._document.quotes[index])
        number = index + 1
        about = escape(f"Quote {number}: {name}")
        return f'</span><a class="to" href="#l{number}" aria-label="{about}" title="{about}">{number}</a>'


def _marked(inside: str, inline: Inline) -> str:
    if inline.kind is InlineKind.LINK:
        target = inline.target if inline.target.startswith(_SENDS_MAIL) else web_address(inline.target)
        return f'<a href="{escape(target)}" rel="noopener noreferrer nofollow">{inside}</a>' if target else inside
    element = _INLINES[inline.kind]
    return f"<{element}>{inside}</{element.split()[0]}>"
