"""Writes the inlines of a Markdown block: words, emphasis, links, code, breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markdown_it.token import Token

from reader.model.builder import DocumentBuilder
from reader.model.inlines import InlineKind
from reader.model.span import Span
from reader.parsers.markdown.align import Aligner
from reader.parsers.markdown.html import is_break
from reader.sources.safe import make_safe

_SPANS = {
    "em": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "s": InlineKind.STRIKE,
    "link": InlineKind.LINK,
}


class InlineWriter:
    """Adds the children of an inline token to the document, each led back to the source where it stands there."""

    def __init__(self, builder: DocumentBuilder, aligner: Aligner) -> None:
        self._builder = builder
        self._aligner = aligner
        self._open: list[tuple[InlineKind, int, str]] = []
        self._write: dict[str, Callable[[Token], None]] = {
            "text": self._text,
            "text_special": self._special,
            "softbreak": self._soft_break,
            "hardbreak": self._hard_break,
            "code_inline": self._code,
            "html_inline": self._html,
            "image": self._image,
            "footnote_ref": self._footnote_reference,
        }

    def write(self, children: list[Token]) -> None:
        """Write the children of one block."""
        for token in children:
            write = self._write.get(token.type)
            if write:
                write(token)
            else:
                self._mark(token)

    def _text(self, token: Token) -> None:
        self._add(token.content)

    def _add(self, text: str) -> None:
        offset = self._aligner.find(text)
        if offset is None and "|" in text:
            self._add_around_bars(text)
        else:
            self._builder.add(text, offset)

    def _add_around_bars(self, text: str) -> None:
        """Add a cell's text piece by piece: the source writes its bars with a backslash before them."""
        for index, piece in enumerate(text.split("|")):
            if index:
                self._builder.add("|", self._aligner.find("|"))
            self._builder.add(piece, self._aligner.find(piece) if piece else None)

    def _special(self, token: Token) -> None:
        """Write what an escape or an entity stands for; an escaped character stands behind its backslash."""
        offset = self._aligner.find(token.markup)
        if offset is not None and token.info == "escape":
            offset += len(token.markup) - len(token.content)
        elif token.content != token.markup:
            offset = None
        self._builder.add(make_safe(token.content), offset)

    def _soft_break(self, token: Token) -> None:
        self._builder.add(" ", self._aligner.find("\n"))

    def _hard_break(self, token: Token) -> None:
        self._builder.add("\n", self._aligner.find("\n"))

    def _code(self, token: Token) -> None:
        self._aligner.find(token.markup)
        start = self._builder.offset
        self._add_wrapped(token.content)
        self._aligner.find(token.markup)
        self._builder.add_inline(InlineKind.CODE, Span(start, self._builder.offset))

    def _add_wrapped(self, text: str) -> None:
        """Add text in which a space may be a line break of the source, container marks behind it."""
        offset = self._aligner.find(text)
        if offset is not None or " " not in text:
            self._builder.add(text, offset)
            return
        for index, word in enumerate(text.split(" ")):
            if index:
                self._builder.add(" ")
            self._builder.add(word, self._aligner.find(word) if word else None)

    def _html(self, token: Token) -> None:
        self._aligner.find(token.content)
        if is_break(token.content):
            self._builder.add("\n")

    def _image(self, token: Token) -> None:
        """Write an image's description, its own marks left out."""
        self._aligner.find("![")
        start = self._builder.offset
        for child in _words(token.children or []):
            if child.type == "text":
                self._add(child.content)
            elif child.type == "text_special":
                self._special(child)
            elif child.type == "code_inline":
                self._add_wrapped(child.content)
            else:
                self._soft_break(child)
        self._aligner.pass_target()
        target = make_safe(str(token.attrs.get("src", "")))
        self._builder.add_inline(InlineKind.IMAGE, Span(start, self._builder.offset), target)

    def _footnote_reference(self, token: Token) -> None:
        span = self._builder.add(footnote_label(token))
        if token.meta.get("label") is None:
            self._aligner.find("^")
            self._aligner.pass_brackets()
        else:
            self._aligner.find(f"[^{token.meta['label']}]")
        self._builder.add_inline(InlineKind.FOOTNOTE_REFERENCE, span)

    def _mark(self, token: Token) -> None:
        """Note where emphasis or a link begins, and what it spans when it ends."""
        name, _, end = token.type.rpartition("_")
        kind = _SPANS.get(name)
        if kind and end == "open":
            target = make_safe(str(token.attrs.get("href", "")))
            self._open.append((kind, self._builder.offset, target))
        elif kind and self._open:
            kind, start, target = self._open.pop()
            if kind is InlineKind.LINK:
                self._aligner.pass_target()
            self._builder.add_inline(kind, Span(start, self._builder.offset), target)


def footnote_label(token: Token) -> str:
    """Return what is shown for a footnote: its number in brackets."""
    return f"[{int(token.meta['id']) + 1}]"


def _words(children: list[Token]) -> Iterator[Token]:
    """Yield the tokens of an image's description that show something, those of images inside it too."""
    waiting = list(reversed(children))
    while waiting:
        token = waiting.pop()
        if token.type == "image":
            waiting.extend(reversed(token.children or []))
        elif token.type in {"text", "text_special", "code_inline", "softbreak", "hardbreak"}:
            yield token
