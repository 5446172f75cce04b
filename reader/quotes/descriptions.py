"""What a nameless speaker is called in full: “a spokesman for the campaign”, not “a spokesman”."""

from __future__ import annotations

import re

from reader.quotes.scene import Scene

# “… of the board”, “… for the Trump campaign”, “… with knowledge of the matter”.
_REST = re.compile(r"(?:[pO](?:[dsa]{0,4}?[nM]|[dsa]{1,3}?(?=[,.;OpVvXZGgeQ]|$))){1,2}")
_LONGEST = 12
_GLUED = re.compile(r" ([’']s\b|[,.;:)])")
_GENITIVE = frozenset(("des", "der"))


def whole_description(scene: Scene, number: int, index: int) -> str:
    """Return the words of a description with what is said of it in the same breath."""
    stretch = scene.stretches[number]
    phrases = stretch.phrases
    first = phrases[index]
    match = _REST.match(phrases.letters, index + 1)
    last = phrases[match.end() - 1] if match else first
    if phrases.letters[index + 1 : index + 2] == "n" and phrases.first_word(index + 1) in _GENITIVE:
        last = phrases[index + 1]  # German: “ein Sprecher des Werks”
    if last.end - first.start > _LONGEST or "," in phrases.tokens.words[first.end : last.end]:
        last = first
    return _joined(phrases.tokens.words[first.start : last.end])


def _joined(words: list[str]) -> str:
    """Put words together as they are written; to cut them out of the text would cost a tenth of all time."""
    return _GLUED.sub(r"\1", " ".join(words))
