"""The blocks of text of a page, each an element of its own with no block inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from reader.parsers.markup.elements import BLOCKS, HEADINGS, UNSEEN, is_hidden
from reader.parsers.markup.tables import is_data
from reader.parsers.markup.tree import Element, new_element

_NOT_LETTERS = re.compile(r"[\W_]+")
_KEPT_WHOLE = frozenset({"pre", "head", *UNSEEN})
_NEAR = 12
_NEVER_WRAPPED_IN = frozenset("table thead tbody tfoot tr ul ol dl html head frameset".split())


@dataclass(slots=True, eq=False)
class Leaf:
    """One block of text."""

    element: Element
    letters: str
    """Its letters and digits, run together, case folded: what stays equal whatever a cleaner does to the rest."""
    linked: int
    """How many of the letters stand in links."""
    is_kept: bool = False

    @property
    def is_heading(self) -> bool:
        """True of `<h1>` to `<h6>`."""
        return self.element.tag in HEADINGS

    @property
    def link_share(self) -> float:
        """How much of it leads elsewhere: 0 to 1."""
        return self.linked / max(len(self.letters), 1)


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, run together, case folded."""
    return _NOT_LETTERS.sub("", text).casefold()


def text_of(element: Element) -> str:
    """Return the words of an element that a reader sees, a blank between its parts."""
    return " ".join(_seen_texts(element))


def find_leaves(root: Element) -> list[Leaf]:
    """Find the blocks of text; text that stands between blocks is put into an element of its own first."""
    _wrap_loose_text(root)
    leaves = []
    for element in _leaf_elements(root):
        letters = letters_of(" ".join(_seen_texts(element)))
        if letters:
            linked = sum(len(letters_of(" ".join(_seen_texts(link)))) for link in _outermost_links(element))
            leaves.append(Leaf(element, letters, linked))
    return leaves


def _outermost_links(element: Element) -> Iterator[Element]:
    walk = etree.iterwalk(element, events=("start",), tag="a")
    for _, link in walk:
        walk.skip_subtree()
        yield link


def _leaf_elements(root: Element) -> Iterator[Element]:
    """Yield the elements with text and no block inside; a table of data and preformatted text are one."""
    blocky = _blocky(root)
    pending = [root]
    while pending:
        element = pending.pop()
        if is_hidden(element):
            continue
        if element.tag == "pre" or (element.tag == "table" and is_data(element)):
            yield element
            continue
        inner = [child for child in element if child in blocky]
        if inner:
            pending.extend(reversed(inner))
        elif element in blocky:
            yield element


def _blocky(root: Element) -> set[Element]:
    """Return the elements that are blocks or hold one."""
    blocky: set[Element] = set()
    for element in reversed(list(root.iter())):
        if element.tag in BLOCKS or element in blocky:
            blocky.add(element)
            parent = element.getparent()
            if parent is not None:
                blocky.add(parent)
    return blocky


def _wrap_loose_text(root: Element) -> None:
    """Put each run of words between blocks, or between two line breaks, into a `<div>` of its own."""
    blocky = _blocky(root)
    for element in [root, *blocky]:
        if element.tag in _KEPT_WHOLE or element.tag in _NEVER_WRAPPED_IN or element.tag in HEADINGS:
            continue
        if _goes_on_in(element) or any(_goes_on_in(child) for child in element if child in blocky):
            continue
        if any(child in blocky for child in element) or _has_double_break(element):
            _wrap_children(element, blocky)


def _goes_on_in(element: Element) -> bool:
    """Tell whether the line goes on in an element of words that holds blocks too, because somebody never closed it."""
    return element.tag not in BLOCKS and bool((element.text or "").strip())


def _has_double_break(element: Element) -> bool:
    return any(_follows_break(later) for later in element.iterchildren("br"))


def _follows_break(line_break: Element) -> bool:
    before = line_break.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()


def _wrap_children(parent: Element, blocky: set[Element]) -> None:
    children = list(parent)
    run = new_element("div")
    run.text, parent.text = parent.text, None
    for child in children:
        ends_run = child in blocky or (child.tag == "br" and _is_break_of_two(child))
        tail, child.tail = child.tail, None
        if ends_run:
            _put(parent, run)
            run = new_element("div")
            run.text = tail
            if child in blocky:
                parent.append(child)
            else:
                parent.remove(child)
        else:
            run.append(child)
            child.tail = tail
    _put(parent, run)


def _is_break_of_two(line_break: Element) -> bool:
    after = line_break.getnext()
    goes_on = after is not None and after.tag == "br" and not (line_break.tail or "").strip()
    return goes_on or _follows_break(line_break)


def _put(parent: Element, run: Element) -> None:
    """Append a run that shows something; one that only holds what is unseen is appended as it is."""
    if len(run) or (run.text or "").strip():
        parent.append(run)


def _seen_texts(element: Element) -> Iterator[str]:
    pending: list[Element | str] = [element]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            yield part
            continue
        if part is not element and is_hidden(part):
            continue
        rest: list[Element | str] = [part.text] if part.text else []
        for child in part:
            rest.append(child)
            if child.tail:
                rest.append(child.tail)
        pending.extend(reversed(rest))


def ancestors_within(element: Element, frame: Element) -> Iterator[Element]:
    """Yield an element and those around it, up to the frame, which is left out."""
    while element is not None and element is not frame:
        yield element
        element = element.getparent()


def near(element: Element, frame: Element) -> Iterator[Element]:
    """Yield an element and the nearest around it, inside the frame; what is meant hardly ever stands further up."""
    return islice(ancestors_within(element, frame), _NEAR)


def nearest(element: Element, tags: frozenset[str], frame: Element) -> Element | None:
    """Return the element, or the nearest around it inside the frame, that has one of these tags."""
    return next((around for around in near(element, frame) if around.tag in tags), None)
