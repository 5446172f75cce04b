"""Which links lead to footnotes, and which elements are these footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from reader.parsers.markup.elements import classes_of, types_of
from reader.parsers.markup.tree import Element, texts_in

_MARK = re.compile(
    r"[\[(]?\s*([0-9]{1,4}|[a-zA-Z]|[ivxlc]{1,6}|[*†‡§¶]{1,3}|(?:note|nb|n|fn)\.?\s?[0-9]{1,4})\s*[\])]?", re.IGNORECASE
)
_BACK_SIGNS = re.compile(r"[↩↑⇑⤴^⏎\ufe0e\ufe0f\s]+|(?:back|return|jump up)\b.{0,30}", re.IGNORECASE)
_REFERENCE_CLASSES = frozenset("footnote-ref noteref footnoteref fn-ref footnote-reference footnote_ref fnref".split())
_BACK_CLASSES = frozenset("footnote-back footnote-backref reversefootnote backref mw-cite-backlink".split())
_NOTE_ELEMENTS = frozenset("li aside div p section dd td".split())
_LONGEST_MARK = 12
_MOST_PARTS = 30


@dataclass(slots=True)
class Notes:
    """The footnotes of one tree."""

    marks: dict[Element, str] = field(default_factory=dict)
    """Of a link that refers to a footnote: what is shown for it, as in “1”."""
    bodies: dict[Element, str] = field(default_factory=dict)
    """Of an element that is a footnote: its mark."""
    back_links: set[Element] = field(default_factory=set)
    """Links that only lead back to where a footnote is referred to."""


def find_notes(root: Element) -> Notes:
    """Find the footnotes of a tree: links that look like a note's number, and what they lead to."""
    notes = Notes()
    links = [link for link in root.iter("a") if "#" in (link.get("href") or "")]
    if not links:
        return notes
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    referring: set[Element] = set()
    for link in links:
        mark = _mark_of(link)
        if mark is None:
            continue
        target = named.get(unquote(link.get("href").partition("#")[2]))
        if target is not None and target in referring:
            notes.back_links.add(link)
            continue
        notes.marks[link] = mark
        referring.update((link, *link.iterchildren(), *_small_parents(link)))
        body = _body_of(target) if target is not None else None
        if body is not None:
            notes.bodies.setdefault(body, mark)
    notes.back_links.update(link for link in links if link not in notes.marks and _leads_back(link))
    return notes


def _small_parents(link: Element) -> Iterator[Element]:
    parent = link.getparent()
    while parent is not None and parent.tag in {"sup", "span", "cite", "small"}:
        yield parent
        parent = parent.getparent()


def _mark_of(link: Element) -> str | None:
    """Return the mark of a link that refers to a footnote; None when it is another link."""
    text = "".join(texts_in(link, _MOST_PARTS))[: _LONGEST_MARK + 20].strip()
    match = _MARK.fullmatch(text)
    if match is None or "footnote-back" in classes_of(link) or "backlink" in types_of(link):
        return None
    is_said = "noteref" in types_of(link) or not _REFERENCE_CLASSES.isdisjoint(classes_of(link))
    around = link.getparent()
    is_raised = (around is not None and around.tag == "sup") or any(True for _ in link.iterchildren("sup"))
    return match[1] if is_said or is_raised else None


def _body_of(target: Element) -> Element | None:
    """Return the element that holds the footnote: the one that is led to, or the paragraph around an empty anchor."""
    for _ in range(3):
        if target is None or target.tag in {"sup", "body"}:
            return None
        if target.tag in _NOTE_ELEMENTS:
            return target
        target = target.getparent()
    return None


def _leads_back(link: Element) -> bool:
    if "backlink" in types_of(link) or not _BACK_CLASSES.isdisjoint(classes_of(link)):
        return True
    text = "".join(texts_in(link, _MOST_PARTS))[:60].strip()
    return bool(text) and bool(_BACK_SIGNS.fullmatch(text)) and not text[0].isalpha()
