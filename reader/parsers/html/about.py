"""What a page says of itself, as metadata of its document: safe to show, in the page's own words."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from reader.model.metadata import Metadata
from reader.parsers.html.heads import SITE
from reader.parsers.markup.tree import Element
from reader.parsers.markup.words import collapse

_LONGEST = 1000


def metadata_of(root: Element, said: Mapping[str, str]) -> Metadata:
    """Make the metadata of a page from what the cleaner read in it, and from the page where that was silent."""
    extra = (("url", _clean(said.get("url", ""))), ("language", _clean(language_of(root))))
    return Metadata(
        title=_clean(title_of(root, said)),
        byline=_clean(", ".join(name.strip() for name in said.get("author", "").split(";"))),
        date=_clean(said.get("date", "")),
        source=_clean(said.get("sitename", "")),
        extra=tuple(pair for pair in extra if pair[1]),
    )


def title_of(root: Element, said: Mapping[str, str]) -> str:
    """Return the article's title as the page gives it; not its site's name, which some pages have as first heading."""
    title = said.get("title") or _title_of(root)
    parts = SITE.split(_words_of(root, "title").strip())
    return parts[0] if len(parts) > 1 and title.strip() == parts[-1] else title


def language_of(root: Element) -> str:
    """Return the language that the page says it is in."""
    return str(root.get("lang") or root.get("xml:lang") or "")


def base_of(root: Element, place: str, said: Mapping[str, str]) -> str:
    """Return the address from which the page's links lead; of a saved page the one it gives itself."""
    address = place if place.startswith(("http://", "https://")) else said.get("url", "")
    said_base = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    try:
        base = urljoin(address, said_base[:_LONGEST])
    except ValueError:
        return address
    return base if base.startswith(("http://", "https://")) else address


def _title_of(root: Element) -> str:
    return _words_of(root, "h1") or _words_of(root, "title")


def _words_of(root: Element, tag: str) -> str:
    words = next(("".join(element.itertext()) for element in root.iter(tag)), "")
    return " ".join(words.split())


def _clean(text: str) -> str:
    return collapse(text[:_LONGEST]).strip()
