"""What the text says somebody is: “NATO’s Secretary-General”, “the mayor of Ely”, “who runs the agency”."""

from __future__ import annotations

import re

from reader.quotes.descriptions import whole_description
from reader.quotes.lexicon import THINGS
from reader.quotes.people import Person
from reader.quotes.scene import Scene, Stretch

_FORMS_OF_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "mister", "dr", "sir", "lady", "lord", "madam", "monsieur"))
_BEFORE_NAME = re.compile(r"(?:[dD]?[NBa#]{0,3}(?:[NB]z?))?$")
# “Ann Lee, 46, the mayor of Ely,”
_APPOSITION = re.compile(r",(?:#,)?[da]{0,2}(n)")
_CLAUSE = re.compile(r",(W[^,.;?Q]{1,16})(?=[,.;])")
# “…, who had not been asked,” tells what happened, not who somebody is.
_PASSING = frozenset(("had", "did", "would", "could", "might", "should", "may", "will"))


def role_of(scene: Scene, person: Person) -> str:
    """Return the role beside one of a person's names, the earliest that is more than a short title."""
    short = ""
    for number, index in person.places:
        stretch = scene.stretches[number]
        role = _role_before(scene, stretch, index) or _role_after(scene, number, index)
        if role and not role.endswith(".") and role.lower() not in person.name.lower():
            return " ".join(role.split())
        short = short or role
    return "" if short.lower() in person.name.lower() else short


def _role_before(scene: Scene, stretch: Stretch, index: int) -> str:
    phrase = stretch.phrases[index]
    tokens = stretch.phrases.tokens
    titles = phrase.head
    while titles < phrase.end and tokens.letters[titles] == "T":
        titles += 1
    if titles == phrase.start:
        return ""
    if titles > phrase.head and tokens.words[phrase.head].lower().rstrip(".") in _FORMS_OF_ADDRESS:
        return ""
    last = tokens.words[titles - 1] if tokens.letters[titles - 1] != "," else tokens.words[titles - 2]
    if last.lower() in THINGS:
        return ""
    match = _BEFORE_NAME.search(tokens.letters, max(0, phrase.start - 5), phrase.start)
    start = match.start() if match else phrase.start
    return scene.words(stretch, start, titles).rstrip(", ")


def _role_after(scene: Scene, number: int, index: int) -> str:
    stretch = scene.stretches[number]
    letters = stretch.phrases.letters
    apposition = _APPOSITION.match(letters, index + 1)
    if apposition is not None:
        return whole_description(scene, number, apposition.start(1))
    clause = _CLAUSE.match(letters, index + 1)
    if clause is None:
        return ""
    phrases = stretch.phrases
    if phrases.first_word(clause.start(1) + 1) in _PASSING:
        return ""
    return scene.words(stretch, phrases.starts[clause.start(1)], phrases.end(clause.end(1) - 1))
