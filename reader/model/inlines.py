"""What words inside a block are, besides words: emphasised, strong, code, a link."""

from __future__ import annotations

from enum import StrEnum

from reader.model.span import Span
from reader.values import value


class InlineKind(StrEnum):
    """CommonMark's inlines, with the strikethrough and footnote references of its extensions."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"
    FOOTNOTE_REFERENCE = "footnote-reference"


@value
class Inline:
    """One run of characters and what it is; inlines are ordered by start and may nest."""

    kind: InlineKind
    span: Span
    target: str = ""
    """Of a link or an image: where it leads. Safe to show, never followed unasked."""
