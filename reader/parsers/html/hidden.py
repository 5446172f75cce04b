"""Text that a page hides until a program of its own shows it, as some hide their whole article."""

from __future__ import annotations

from reader.parsers.html.leaves import letters_of
from reader.parsers.markup.elements import UNSEEN, is_hidden
from reader.parsers.markup.tree import Element

_LEAST = 200
_SAMPLE = 60
_ATTRIBUTES = ("hidden", "aria-hidden", "style", "class")


def show_what_was_kept(root: Element, cleaned: str) -> bool:
    """Take from elements what hides them, if the cleaner kept their text; tell whether there were any."""
    kept = letters_of(cleaned)
    found = False
    for element in root.iter():
        if element.tag in UNSEEN or not element.attrib or not is_hidden(element):
            continue
        letters = letters_of("".join(element.itertext()))
        middle = len(letters) // 2
        if len(letters) >= _LEAST and letters[middle : middle + _SAMPLE] in kept:
            for name in _ATTRIBUTES:
                element.attrib.pop(name, None)
            found = True
    return found
