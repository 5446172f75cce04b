"""A quote and its document as something to paste: the words alone, with who said them where, or as Markdown."""

from __future__ import annotations

import re

from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind

UNKNOWN = "unknown speaker"

# What means something to a Markdown reader anywhere in a line, and only at its start.
_MARKDOWN_ANYWHERE = re.compile(r"[\\`*_\[\]<>&#~|$]")
_MARKDOWN_AT_START = re.compile(r"(?m)^([-+=]|\d+(?=[.)]))")


def words_of(document: Document, quote: Quote) -> str:
    """Return the words of a quote exactly as the document has them, without their marks."""
    return quote.content.cut(document.text)


def speaker_of(document: Document, quote: Quote) -> str:
    """Return who said it, with the role the text gives, or say that nobody knows."""
    if quote.attribution is None:
        return UNKNOWN
    speaker = document.speakers[quote.attribution.speaker]
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


def in_marks(document: Document, quote: Quote) -> str:
    """Return the words in their own marks, or in curly ones where the document marks them otherwise."""
    is_marked = quote.kind is not QuoteKind.BLOCK and quote.is_closed and quote.span != quote.content
    return quote.span.cut(document.text) if is_marked else f"“{words_of(document, quote)}”"


def cite(document: Document, quote: Quote, place: str) -> str:
    """Return the words, their speaker, and title, source, date and place of the article, as plain text."""
    return f"{in_marks(document, quote)}\n— {speaker_of(document, quote)}, in {_where(document, place)}"


def cite_in_markdown(document: Document, quote: Quote, place: str) -> str:
    """Return the same as a Markdown block quote that shows exactly the words, whatever stands in them."""
    words = _escape(words_of(document, quote))
    name, comma, role = speaker_of(document, quote).partition(", ")
    line = f"— **{_escape(name)}**{comma}{_escape(role)}, in {_escape(_where(document, place))}"
    # A lone newline (a verse, an address) stays one: Markdown wants a backslash before it.
    lines = re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", words).split("\n")
    return "\n".join(f"> {text}".rstrip() for text in [*lines, "", line])


def _where(document: Document, place: str) -> str:
    metadata = document.metadata
    title = f"“{metadata.title}”" if metadata.title else ""
    known = [part for part in (title, metadata.source, metadata.date) if part]
    return f"{', '.join(known)} ({place})" if known else place


def _escape(text: str) -> str:
    stripped = "\n".join(line.strip() for line in text.split("\n"))
    anywhere = _MARKDOWN_ANYWHERE.sub(r"\\\g<0>", stripped)
    return _MARKDOWN_AT_START.sub(_escape_start, anywhere)


def _escape_start(match: re.Match[str]) -> str:
    start = match[1]
    return f"{start}\\" if start.isdigit() else f"\\{start}"
