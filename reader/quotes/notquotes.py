"""What stands in marks and is no quotation: scare quotes, titles, words mentioned as words."""

from __future__ import annotations

import re

from reader.quotes.attribution import Quotation
from reader.quotes.scene import Scene

_BEFORE = re.compile(
    r"\b(?:so-called|titled|entitled|headlined|nicknamed|dubbed|the words?|the terms?|the phrase|called)\W*$", re.I
)


def is_quotation(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether words in marks are given as somebody's."""
    stretch = scene.stretches[quotation.stretch]
    mark = stretch.marks[quotation.mark]
    content = scene.text[mark.start : mark.end]
    words = content.split()
    before = scene.text[max(stretch.passage.span.start, mark.open - 40) : mark.open]
    if _BEFORE.search(before) and len(words) < 8:
        return False
    if content[-1] in ".,!?" or len(words) > 4:
        return True
    letters = stretch.phrases.letters
    if all(word[0].isupper() for word in words):
        return False
    return any(letter in "VvGg@" for letter in letters)
