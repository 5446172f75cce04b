"""HTML or XHTML as a tree of elements: bounded in depth, without network, DTDs or entities of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree

from reader.sources.references import legal

Element = Any
"""An element of lxml, which carries no types of its own."""

VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
"""Elements that hold nothing and are never closed."""

_XHTML_SIGNS = re.compile(r"\A\s*(?:<\?xml\b|<!DOCTYPE[^>]{0,200}XHTML|<html\b[^>]{0,500}\bxmlns\s*=)", re.IGNORECASE)
_PROLOG = re.compile(r"\A\s*<\?xml\b[^>]{0,500}\?>")
_INTERNAL_DTD = re.compile(r"<!DOCTYPE[^\[>]{0,500}\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
# Bounded and possessive, so that a quotation mark nobody closes cannot make it slow.
_SELF_CLOSED = re.compile(
    r"""<([a-zA-Z][\w:.-]{0,60})((?:[^<>"'/]++|"[^"<]{0,2000}+"|'[^'<]{0,2000}+'|/(?!>)){0,200}+)/>"""
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60})[^>]*>")
# libxml2 loses everything behind the 2,048th level. A level of ours may be four of its own (table, body, row, cell).
_DEEPEST = 400
_CLOSED_BY_THE_NEXT = frozenset("p li tr td th tbody html head body".split())


def parse_tree(markup: str) -> Element:
    """Parse markup to its root element; whatever it says, there is a tree, and no text of it is lost.

    Nothing is fetched. Beyond 400 levels tags are ignored, their text is not.
    """
    text = legal(markup)
    if _XHTML_SIGNS.match(text[:2000]):
        text = _as_html(text)
    parser = _parser()
    root = _parse(text, parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        root = _parse(_flatten(text), _parser())
    return root


def _parser() -> Any:
    return etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )


def _parse(text: str, parser: Any) -> Element:
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    return etree.Element("html") if root is None else root


def _as_html(text: str) -> str:
    """Write XHTML as HTML: no prolog, no entities of its own, `<a/>` as `<a></a>`, which HTML reads as open."""
    text = _CDATA.sub(_escape_cdata, _INTERNAL_DTD.sub("", _PROLOG.sub("", text)))
    return _SELF_CLOSED.sub(_close, text)


def _escape_cdata(match: re.Match[str]) -> str:
    return match[1].replace("&", "&amp;").replace("<", "&lt;")


def _close(match: re.Match[str]) -> str:
    return match[0] if match[1].lower() in VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def _flatten(text: str) -> str:
    """Leave out the tags that open beyond the deepest level, and as many that close."""
    open_tags: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        is_end, name = match[1], match[2].lower()
        if name in VOID:
            return match[0]
        if name in _CLOSED_BY_THE_NEXT:
            return "<br>" if depth >= _DEEPEST else match[0]
        if is_end:
            if dropped[name]:
                dropped[name] -= 1
                return " "
            if open_tags[name]:
                open_tags[name] -= 1
                depth -= 1
            return match[0]
        if depth >= _DEEPEST:
            dropped[name] += 1
            return " "
        open_tags[name] += 1
        depth += 1
        return match[0]

    return _TAG.sub(keep, text)


def texts_in(element: Element, most: int) -> Iterator[str]:
    """Yield the texts in an element, of its first parts only.

    lxml's `itertext` is no help there: where there is no text it goes over all parts before it says so.
    """
    for event, part in islice(etree.iterwalk(element, events=("start", "end")), 2 * most):
        words = part.text if event == "start" else part.tail if part is not element else None
        if words:
            yield words


def new_element(tag: str) -> Element:
    """Make an element that stands in no tree yet."""
    return etree.Element(tag)
