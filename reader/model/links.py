"""Where the links of a document lead, and which of them may be followed."""

from __future__ import annotations

from enum import StrEnum
from urllib.parse import urljoin

from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.model.span import Span
from reader.values import value


class LinkKind(StrEnum):
    """What may be done with a link."""

    WEB = "web"
    """http or https: opened here, or handed to a browser."""
    MAIL = "mail"
    """Handed to the system's mail program."""
    OTHER = "other"
    """Shown, never followed."""


_KINDS = (("https://", LinkKind.WEB), ("http://", LinkKind.WEB), ("mailto:", LinkKind.MAIL))


@value
class Link:
    """One link of a document."""

    words: str
    """What stands in the text; the target when nothing does."""
    target: str
    """Where it leads, in full."""
    kind: LinkKind
    span: Span


def links_of(document: Document, place: str) -> tuple[Link, ...]:
    """Return the links in the order of the text; those that are relative lead on from a place on the web."""
    base = place if kind_of(place) is LinkKind.WEB else ""
    links = (inline for inline in document.inlines if inline.kind is InlineKind.LINK and inline.target)
    return tuple(_link(document, base, inline.span, inline.target) for inline in links)


def kind_of(target: str) -> LinkKind:
    """Tell what may be done with where a link leads."""
    lowered = target[:8].lower()
    return next((kind for beginning, kind in _KINDS if lowered.startswith(beginning)), LinkKind.OTHER)


def _link(document: Document, base: str, span: Span, target: str) -> Link:
    try:
        full = urljoin(base, target) if base else target
    except ValueError:
        full = target
    words = " ".join(span.cut(document.text).split())
    return Link(words or full, full, kind_of(full), span)
