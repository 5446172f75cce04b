"""A document that is one quote, to be cited."""

from __future__ import annotations

from datetime import date

from reader.citations.styles import cite
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.model.quotations import Attribution, Quote, QuoteKind, Speaker
from reader.model.span import Span

METADATA = Metadata(title="Rain at Last", byline="By Bo Lindt", source="The Skarholm Post", date="3 May 2025")
ATTRIBUTION = Attribution(0, "said-after", "said Finch, after the quote", 0.98)
DAY = date(2026, 11, 23)


def quoted(
    words: str, *, role: str = "gardener", marks: str = "“”", metadata: Metadata = METADATA
) -> tuple[Document, Quote]:
    """A document that is one quote by Ada Finch, and the quote."""
    text = f"{marks[:1]}{words}{marks[1:]}"
    content = Span(len(marks[:1]), len(marks[:1]) + len(words))
    kind = QuoteKind.DIRECT if marks else QuoteKind.BLOCK
    quote = Quote(Span(0, len(text)), content, kind, ATTRIBUTION)
    return Document(text, metadata=metadata, quotes=(quote,), speakers=(Speaker("Ada Finch", role),)), quote


def cited(
    words: str, style: str = "plain", place: str = "rain.txt", marks: str = "“”", metadata: Metadata = METADATA
) -> str:
    """The quote, cited."""
    return cite(*quoted(words, marks=marks, metadata=metadata), place, style, DAY)
