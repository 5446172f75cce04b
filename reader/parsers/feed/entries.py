"""What a feed holds: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom and JSON Feed, also when they are broken.

Nothing of a feed is trusted: entities are not expanded, nothing is fetched, every string is made safe.
"""

from __future__ import annotations

import html.entities
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree  # 20 ms; and the only parser of XML that mends it

from reader.model.listing import Entry, Listing
from reader.parsers.feed.words import day_of, first_words, on_one_line
from reader.sources.fetch import is_url
from reader.sources.references import legal
from reader.sources.safe import make_safe

_MOST_ENTRIES = 5000
_FEWEST_WORDS_OF_AN_ARTICLE = 200
"""A description as long is the article itself; a shorter one only leads to it."""
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})

# Every element is known by its local name: feeds get namespaces wrong more often than names.
_ENTRY = frozenset({"item", "entry"})
_TITLE = ("title",)
_DATE = ("pubdate", "published", "date", "updated", "modified", "issued")
_BYLINE = ("creator", "author")
_SUMMARY = ("description", "summary", "subtitle")
_CONTENT = ("encoded", "content")
_ID = ("link", "guid", "id")


def read_feed(text: str, place: str) -> Listing | None:
    """Return the articles of a feed; None when it is broken beyond reading."""
    return _read_json(text, place) if text.lstrip()[:1] == "{" else _read_xml(text, place)


# XML.


def _read_xml(text: str, place: str) -> Listing | None:
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(_NAMED.sub(_character, legal(text.strip())).encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    head = next((element for element in root if _name(element) == "channel"), root)
    base = urljoin(place if "://" in place else "", _link(head, "") or "")
    entries = (_xml_entry(element, base) for element in root.iter() if _name(element) in _ENTRY)
    return Listing(on_one_line(_text(head, _TITLE)), place, _some(entries))


def _xml_entry(element: Any, base: str) -> Entry:
    summary, content = _markup(element, _SUMMARY), _markup(element, _CONTENT)
    return _entry(
        place=_link(element, base),
        title=_text(element, _TITLE),
        date=_text(element, _DATE),
        byline=_byline(element),
        summary=summary or content,
        content=content or summary,
    )


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _children(element: Any, names: tuple[str, ...]) -> Iterator[Any]:
    """Yield the children of these names, those of the first name first."""
    found: dict[str, list[Any]] = {}
    for child in element:
        found.setdefault(_name(child), []).append(child)
    for name in names:
        yield from found.get(name, ())


def _text(element: Any, names: tuple[str, ...]) -> str:
    texts = ("".join(child.itertext()) for child in _children(element, names))
    return next((text for text in texts if text.strip()), "")


def _markup(element: Any, names: tuple[str, ...]) -> str:
    """Return the HTML in an element: escaped in most feeds, as elements in some Atom ones."""
    for child in _children(element, names):
        inner = "".join(etree.tostring(part, encoding="unicode") for part in child) if len(child) else ""
        found = (child.text or "") + inner
        if found.strip():
            return found
    return ""


def _byline(element: Any) -> str:
    """Return the authors: a text, or elements with a name inside."""
    authors = (_text(author, ("name",)) or "".join(author.itertext()) for author in _children(element, _BYLINE))
    # RSS wants an address there: “ada@example.org (Ada Low)”.
    return ", ".join(re.sub(r"^\S+@\S+ \((.+)\)$", r"\1", words.strip()) for words in authors if words.strip())


def _link(element: Any, base: str) -> str:
    """Return where an entry leads: the link that is no other page's, else an id that is a URL."""
    for child in _children(element, _ID):
        is_its_own = child.get("rel", "alternate") == "alternate"
        found = (child.get("href") or "".join(child.itertext())).strip()
        is_place = _name(child) == "link" or found.startswith(("http://", "https://"))
        if found and is_its_own and is_place and child.get("isPermaLink", "true") != "false":
            return _joined(base, found)
    return ""


def _character(match: re.Match[str]) -> str:
    """Write an entity that only HTML knows as its character; XML's own stay."""
    return match[0] if match[1] in _OF_XML else html.entities.html5.get(f"{match[1]};", match[0])


# JSON.


def _read_json(text: str, place: str) -> Listing | None:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict):
        return None
    items = feed.get("items")
    base = urljoin(place if "://" in place else "", _string(feed, "home_page_url"))
    entries = (_json_entry(item, base) for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
    return Listing(on_one_line(_string(feed, "title")), place, _some(entries))


def _json_entry(item: dict[str, Any], base: str) -> Entry:
    plain = html.escape(_string(item, "content_text"), quote=False)
    content = _string(item, "content_html") or "".join(f"<p>{part}</p>" for part in plain.split("\n\n") if part.strip())
    given = item.get("authors") or [item.get("author")]
    authors = (
        [_string(author, "name") for author in given if isinstance(author, dict)] if isinstance(given, list) else []
    )
    return _entry(
        place=_joined(base, _string(item, "url", "external_url")),
        title=_string(item, "title"),
        date=_string(item, "date_published", "date_modified"),
        byline=", ".join(filter(None, authors)),
        summary=_string(item, "summary") or content,
        content=content,
    )


def _string(record: dict[str, Any], *names: str) -> str:
    return next((value for name in names if isinstance(value := record.get(name), str) and value), "")


# Both.


def _entry(*, place: str, title: str, date: str, byline: str, summary: str, content: str) -> Entry:
    """Make an entry of strings as the feed has them."""
    is_whole = bool(content) and (not place or len(first_words(content).split()) >= _FEWEST_WORDS_OF_AN_ARTICLE)
    words = first_words(summary)
    return Entry(
        place=make_safe(place),
        title=first_words(title) or words[:60],
        date=day_of(date),
        byline=on_one_line(byline),
        summary=words,
        content=make_safe(content) if is_whole else "",
    )


def _joined(base: str, link: str) -> str:
    """Return where a link leads on the web; a feed leads nowhere else, least of all to a file of this machine."""
    try:
        place = urljoin(base, link.strip())
    except ValueError:
        return ""
    return place if link.strip() and is_url(place) else ""


def _some(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    from itertools import islice

    return tuple(islice(entries, _MOST_ENTRIES))
