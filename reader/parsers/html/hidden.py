"""Text that a page hides until a program of its own shows it: in elements nobody sees, or in the data of a script."""

from __future__ import annotations

from reader.parsers.html.leaves import letters_of
from reader.parsers.markup.elements import UNSEEN, is_hidden
from reader.parsers.markup.tree import Element, new_element, texts_in

_LEAST = 200
_SAMPLE = 60
_MOST_PARTS = 1000
"""Looked at of one element: as many may stand in each other as a page is deep."""
_ATTRIBUTES = ("hidden", "aria-hidden", "style", "class")


def show_what_was_kept(root: Element, cleaned: str) -> bool:
    """Take from elements what hides them, if the cleaner kept their text; tell whether there were any."""
    kept = letters_of(cleaned)
    found = False
    for element in root.iter():
        if element.tag in UNSEEN or not element.attrib or not is_hidden(element):
            continue
        letters = letters_of("".join(texts_in(element, _MOST_PARTS)))
        middle = len(letters) // 2
        if len(letters) >= _LEAST and letters[middle : middle + _SAMPLE] in kept:
            for name in _ATTRIBUTES:
                element.attrib.pop(name, None)
            found = True
    return found


def tree_of(cleaned: str, title: str) -> Element:
    """Make a page of the text that the cleaner found in no element, a paragraph of each line."""
    root = new_element("body")
    for tag, words in (("h1", title), *(("p", line) for line in cleaned.split("\n"))):
        element = new_element(tag)
        element.text = words
        root.append(element)
    return root
