"""What a quote is in words: what was said, with or without its marks, and by whom."""

from __future__ import annotations

from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind

UNKNOWN = "unknown speaker"


def words_of(document: Document, quote: Quote) -> str:
    """Return the words of a quote exactly as the document has them, without their marks."""
    return quote.content.cut(document.text)


def speaker_of(document: Document, quote: Quote) -> str:
    """Return who said it, with the role the text gives, or say that nobody knows."""
    name, role = name_and_role_of(document, quote)
    return f"{name}, {role}" if role else name


def name_and_role_of(document: Document, quote: Quote) -> tuple[str, str]:
    """Return who said it and what the text says they are; the role may be empty."""
    if quote.attribution is None:
        return UNKNOWN, ""
    speaker = document.speakers[quote.attribution.speaker]
    return speaker.name, speaker.role


def in_marks(document: Document, quote: Quote) -> str:
    """Return the words in their own marks, or in curly ones where the document marks them otherwise."""
    is_marked = quote.kind is not QuoteKind.BLOCK and quote.is_closed and quote.span != quote.content
    return quote.span.cut(document.text) if is_marked else f"“{words_of(document, quote)}”"
