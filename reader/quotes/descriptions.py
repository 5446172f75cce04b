"""What a nameless speaker is called in full: “a spokesman for the campaign”, not “a spokesman”."""

from __future__ import annotations

import re

from reader.quotes.scene import Scene

# “… of the board”, “… for the Trump campaign”, “… with knowledge of the matter”.
_REST = re.compile(r"(?:[pO][dsaNMnB]{0,4}[nMa]){1,2}")
_LONGEST = 12


def whole_description(scene: Scene, number: int, index: int) -> str:
    """Return the words of a description with what is said of it in the same breath."""
    stretch = scene.stretches[number]
    phrases = stretch.phrases
    first = phrases[index]
    match = _REST.match(phrases.letters, index + 1)
    last = phrases[match.end() - 1] if match else first
    if last.end - first.start > _LONGEST:
        last = first
    return scene.words(stretch, first.start, last.end)
