"""What the text says somebody is: “NATO’s Secretary-General”, “the mayor of Ely”."""

from __future__ import annotations

import re

from reader.quotes.people import Person
from reader.quotes.scene import Scene, Stretch

_PLAIN_TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mister", "dr", "dr.", "sir", "lady"))


def role_of(scene: Scene, person: Person) -> str:
    """Return the role that stands with one of a person's names, the earliest; empty when none does."""
    for stretch in scene.stretches:
        for index, named in stretch.people.items():
            if named is person:
                role = _role_before(scene, stretch, index)
                if role:
                    return role
    return ""


_BEFORE_NAME = re.compile(r"(?:d?[NBa#]{0,3}(?:[NB]z?))?$")


def _role_before(scene: Scene, stretch: Stretch, index: int) -> str:
    phrase = stretch.phrases.items[index]
    tokens = stretch.phrases.tokens
    titles = phrase.head
    while titles < phrase.end and tokens.letters[titles] == "T":
        titles += 1
    if titles == phrase.head and phrase.start == phrase.head:
        return ""
    if titles > phrase.head and tokens.words[phrase.head].lower() in _PLAIN_TITLES:
        return ""
    match = _BEFORE_NAME.search(tokens.letters, max(0, phrase.start - 5), phrase.start)
    start = match.start() if match else phrase.start
    return scene.words(stretch, start, titles).rstrip(", ")
