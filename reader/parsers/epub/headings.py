"""Headings of a chapter set right by the contents list: named where there are none, as deep as the list says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from reader.parsers.epub.contents import Entry
from reader.parsers.epub.xml import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INSIDE_A_LINE = frozenset("a b i em strong span small sup sub font big u img br".split())
_HOLDS_BLOCKS = (*_HEADINGS, "p", "div", "section", "article", "header", "ul", "ol", "li", "table", "blockquote", "pre")
_NEVER_A_HEADING = frozenset({"html", "body", "table", "ul", "ol", "li", "td"})
_LONGEST = 500


def name_sections(root: Element, entries: Sequence[Entry], shift: int) -> int:
    """Give a chapter the headings its contents list names; return by how much its own levels are to be shifted."""
    body = next(iter(root.iter("body")), root)
    named = {element.get("id"): element for element in body.iter(etree.Element) if element.get("id")}
    named.update((link.get("name"), link) for link in body.iter("a") if link.get("name"))
    targets = [(entry, named.get(entry.fragment, body) if entry.fragment else body) for entry in entries]
    for entry, target in targets:
        heading = _heading_at(target, entry.title, body)
        if heading is not None and heading.tag in _HEADINGS:
            shift = entry.level - _level(heading)
            break
    levels = [_level(element) for element in body.iter(*_HEADINGS)]
    shift = max(shift, 1 - min(levels)) if levels else shift
    for entry, target in targets:
        _name(body, target, entry, shift)
    return shift


def first_blocks(root: Element, count: int) -> list[tuple[Element, str]]:
    """Return the first elements of text in a tree, with their words."""
    return list(islice(_blocks(root), count))


def same_words(text: str, title: str) -> bool:
    """Tell whether two titles are the same but for case, marks and spaces."""
    return _letters(text) == _letters(title) != ""


def _name(body: Element, target: Element, entry: Entry, shift: int) -> None:
    """Make what has the entry's title a heading, or put one before it."""
    found = _heading_at(target, entry.title, body)
    tag = _HEADINGS[min(max(entry.level - shift, 1), 6) - 1]
    if found is not None:
        found.tag = found.tag if found.tag in _HEADINGS else tag
        return
    heading = etree.Element(tag)
    heading.text = entry.title
    block = _outermost(_block_around(target, body), body)
    if block is body:
        heading.tail, body.text = body.text, None
        body.insert(0, heading)
    elif block.getparent() is not None:
        block.addprevious(heading)


def _heading_at(target: Element, title: str, body: Element) -> Element | None:
    """Find the heading at an element: around it, the first words in or behind it, or those that say the title.

    One line may stand above it: the number of a page, “Chapter 1” above its title.
    """
    if target.tag == "a" or target.tag in _INSIDE_A_LINE or target.tag in _HEADINGS:
        for around in (target, *target.iterancestors()):
            if around.tag in _HEADINGS:
                return around
    for number, (element, text) in enumerate(islice(_from(_block_around(target, body), body), 2)):
        if element.tag in _HEADINGS and (number == 0 or same_words(text, title)):
            return element
        if element.tag not in _NEVER_A_HEADING and same_words(text, title):
            return element
    return None


def _from(block: Element, body: Element) -> Iterator[tuple[Element, str]]:
    """Yield the elements of text in a block and behind it."""
    yield from _blocks(block)
    while block is not body and block is not None:
        following = block.getnext()
        while following is not None:
            yield from _blocks(following)
            following = following.getnext()
        block = block.getparent()


def _blocks(root: Element) -> Iterator[tuple[Element, str]]:
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in {"head", "script", "style", "title"}:
            walk.skip_subtree()
            continue
        is_text = (
            element.tag in _HEADINGS
            or element.tag == "p"
            or next(element.iterdescendants(*_HOLDS_BLOCKS), None) is None
        )
        if is_text:
            walk.skip_subtree()
            words = _words(element)
            if words:
                yield element, words


def _block_around(target: Element, body: Element) -> Element:
    while target is not body and target.tag in _INSIDE_A_LINE and target.getparent() is not None:
        target = target.getparent()
    return target


def _outermost(block: Element, body: Element) -> Element:
    """Return the largest element that begins where the block does."""
    while block is not body:
        around = block.getparent()
        if around is None or around is body or around[0] is not block or (around.text or "").strip():
            break
        block = around
    return block


def _level(heading: Element) -> int:
    return _HEADINGS.index(heading.tag) + 1


def _words(element: Element) -> str:
    words: list[str] = []
    size = 0
    for piece in element.itertext():
        words.append(piece)
        size += len(piece)
        if size > _LONGEST:
            break
    return " ".join("".join(words).split())


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
