"""The mention that a reporting verb ties to a quotation: “said Ann”, “she asked”, “Freddy said: …”."""

from __future__ import annotations

import re

from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.people import Person
from reader.quotes.phrases import Phrases
from reader.quotes.relations import TAGS_AFTER, TAGS_BEFORE, Relation
from reader.quotes.scene import Scene, Stretch

_NOUN = re.compile(r"[aen]{1,2}")
# Phrases back in which a sentence is looked at.
_SENTENCE = 60
_SPEAKERS = "Mnhitu"


def tag_of(scene: Scene, quotation: Quotation, *, across: bool = True) -> Candidate | None:
    """Return who a quotation's own sentence says speaks it; `across` says that the paragraph before may announce it."""
    tag = _tag_after(scene, quotation)
    if tag is None and (across or quotation.phrase):
        tag = tag_before(scene, quotation.stretch, quotation.phrase)
    return tag


def _tag_after(scene: Scene, quotation: Quotation) -> Candidate | None:
    stretch = scene.stretches[quotation.stretch]
    letters, here = stretch.phrases.letters, quotation.phrase
    for index in range(here + 1, min(here + 6, len(letters))):
        if letters[index] in _SPEAKERS:
            relation = _first(TAGS_AFTER, f"{letters[here + 1 : index]}#{letters[index + 1 : index + 12]}")
            return _candidate(scene, quotation.stretch, stretch, index, relation) if relation else None
    return None


def tag_before(scene: Scene, number: int, end: int) -> Candidate | None:
    """Return who is said to speak by the words before a phrase, also when they are a paragraph of their own."""
    if not end:
        number -= 1
        if number < 0 or not scene.stretches[number].phrases.letters.endswith(":"):
            return None
        end = len(scene.stretches[number].phrases.letters)
    stretch = scene.stretches[number]
    letters = stretch.phrases.letters
    if letters[end - 1] not in ",:V":
        return None
    nearest = max(0, end - _SENTENCE)
    start = max(nearest - 1, *(letters.rfind(sign, nearest, end - 1) for sign in ".?Q")) + 1
    mentions = [index for index in range(start, end) if letters[index] in _SPEAKERS]
    for index in reversed(mentions):
        if TAGS_BEFORE[0].pattern.search(f"#{letters[index + 1 : end]}"):
            return _candidate(scene, number, stretch, index, TAGS_BEFORE[0])
    if not mentions or (start and letters[start - 1] == "Q"):
        return None
    return _candidate(scene, number, stretch, mentions[0], TAGS_BEFORE[1])


def _first(relations: tuple[Relation, ...], spelled: str) -> Relation | None:
    return next((relation for relation in relations if relation.pattern.search(spelled)), None)


def _candidate(scene: Scene, number: int, stretch: Stretch, index: int, relation: Relation) -> Candidate:
    letter = stretch.phrases.letters[index]
    return Candidate(number, index, letter, "a0", "", relation, named_person(scene, stretch, index))


def named_person(scene: Scene, stretch: Stretch, index: int) -> Person | None:
    """Return whom a mention of a story means: somebody with a name, somebody described, or the narrator."""
    letter = stretch.phrases.letters[index]
    if letter == "i":
        return scene.people.narrator
    if letter == "n":
        return scene.people.describe(" ".join(_description(stretch.phrases, index)))
    return stretch.people.get(index)


def _description(phrases: Phrases, index: int) -> list[str]:
    """Return the words that describe somebody, to the end of “the man with the black beard”."""
    words = phrases.tokens.words
    start, end = phrases.starts[index], phrases.end(index)
    if words[end : end + 2] in (["with", "the"], ["in", "the"], ["from", "the"]):
        rest = _NOUN.match(phrases.tokens.letters, end + 2)
        end = rest.end() if rest is not None else end
    return words[start:end]
