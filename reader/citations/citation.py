"""All that a citation may say of a quote, as fields of text. Knows no format."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote as percent_encoded

from reader.citations.quoted import in_marks, name_and_role_of, words_of
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.model.sections import section_path
from reader.sources.safe import make_safe

FIELDS = {
    "words": "the words, without their marks",
    "quotation": "the words in their marks",
    "speaker": "who said it",
    "role": "what the text says they are",
    "title": "of the article",
    "author": "who wrote the article",
    "publisher": "who published it",
    "date": "when, as the article says it",
    "day": "the same as YYYY-MM-DD, where it can be understood",
    "year": "of that day",
    "url": "where it is on the web",
    "path": "the file, where it is not on the web",
    "place": "the URL or the path",
    "section": "the headings around the quote, outermost first",
    "accessed": "the day it was read, as YYYY-MM-DD",
    "key": "a short name for lists of references",
}
"""What a template may ask for, and what that is."""

_WRITTEN_BY = re.compile(r"(?i)^(?:words |text |story )?by:?\s+")
_WEB = re.compile(r"(?i)https?://\S+$")
# What stands in a URL as it is; everything else is encoded, so that no format has to.
_KEPT_IN_URLS = "/:?#@!$&'()*+,;=%~"
_YEAR = re.compile(r"\b[12]\d{3}\b")
_URLS = ("url", "link", "canonical", "canonical-url", "canonical_url")


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it comes from; what is not known is empty."""

    words: str
    quotation: str
    speaker: str
    role: str
    title: str
    author: str
    publisher: str
    date: str
    day: str
    year: str
    url: str
    path: str
    place: str
    section: str
    accessed: str
    key: str

    def fields(self) -> dict[str, str]:
        """Return the fields by name."""
        return {name: getattr(self, name) for name in FIELDS}


def citation_of(document: Document, quote: Quote, place: str, accessed: date | None = None) -> Citation:
    """Gather what can be said of a quote; without a day of access the article's own counts, else today."""
    from reader.model.dates import parse_day

    metadata = document.metadata
    place = "standard input" if place == "-" else " ".join(make_safe(place).split())
    extra = {name.lower(): value for name, value in metadata.extra}
    url = web_address(place) or next((web_address(extra[name]) for name in _URLS if name in extra), "")
    speaker, role = name_and_role_of(document, quote)
    author = _WRITTEN_BY.sub("", metadata.byline)
    day = parse_day(metadata.date) or ""
    year = day[:4] or (_YEAR.findall(metadata.date) or [""])[0]
    return Citation(
        words=words_of(document, quote),
        quotation=in_marks(document, quote),
        speaker=speaker,
        role=role,
        title=metadata.title,
        author=author,
        publisher=metadata.source,
        date=metadata.date,
        day=day,
        year=year,
        url=url,
        path="" if url else place,
        place=url or place,
        section=" › ".join(section.title for section in section_path(document.sections, quote.span.start)),
        accessed=extra.get("accessed") or (accessed or date.today()).isoformat(),
        key=f"{_key_word(author.split()) or _key_word(metadata.source.split())}{year}"
        f"{_first_key_word(metadata.title)}-{quote.span.start}".lstrip("-"),
    )


def web_address(place: str) -> str:
    """Return a place on the web with nothing in it that a format would have to escape; empty for a file."""
    return percent_encoded(place, safe=_KEPT_IN_URLS) if _WEB.match(place) else ""


def _key_word(words: list[str]) -> str:
    """Return the last word in plain letters: of a name the surname."""
    return _plain(words[-1]) if words else ""


def _first_key_word(title: str) -> str:
    return next((plain for word in title.split() if len(plain := _plain(word)) > 3), "")


def _plain(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word).lower())
