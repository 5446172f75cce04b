"""Who “he” and “she” are: the person of that sex the text has most in mind.

Settled once, from first to last, before any quotation is given to anybody. Weights by hand: there is no train set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.quotes.lexicon import THINGS, sex_of_noun
from reader.quotes.people import Person
from reader.quotes.phrases import Phrases
from reader.quotes.scene import Scene, Stretch

_NAMED_OR_PRONOUN = re.compile(r"[MhsWnbt]")
_SEX = dict.fromkeys(("he", "his", "er", "il", "-il", "-t-il", "él"), "m") | dict.fromkeys(
    ("she", "her", "sie", "elle", "-elle", "-t-elle", "ella"), "f"
)
# How far a pronoun looks back, in sentences, and how many people it weighs.
_REACH = 14
_BODY_REACH = 3
_PEOPLE = 8
_SAME_SEX = 1.0
_IN_FULL = 0.7
_OFTEN = 0.08
BODY = "body"
"""What “it” and “they” look for in the place of a sex."""
_VERB = frozenset("VvXZeEGg")
_OBJECT = frozenset("pOw@")


@dataclass(slots=True)
class _Focus:
    """How present somebody is: where last named, and as what."""

    person: Person
    sentence: int
    stretch: int
    weight: float


def resolve_pronouns(scene: Scene) -> None:
    """Note for every “he” and “she” whom it means, beside the names of its passage."""
    for wanted in ("votes", "final"):
        focuses: list[_Focus] = []
        sentence = 0
        for number, stretch in enumerate(scene.stretches):
            if not stretch.is_headline:
                sentence = _read(scene, stretch, number, sentence, focuses, voting=wanted == "votes")
        if wanted == "votes":
            _count_votes(scene)


def _read(scene: Scene, stretch: Stretch, number: int, sentence: int, focuses: list[_Focus], *, voting: bool) -> int:
    letters = stretch.phrases.letters
    last = 0
    for match in _NAMED_OR_PRONOUN.finditer(letters):
        index = match.start()
        sentence += letters.count(".", last, index) + letters.count("?", last, index)
        last = index
        letter = match.group()
        if letter == "M":
            _name(stretch, number, index, sentence, focuses)
        elif letter == "n":
            _describe(scene, stretch, number, index, sentence, focuses)
        elif letter == "W":
            _relate(stretch, index)
        else:
            _resolve(stretch, number, index, sentence, focuses, voting=voting)
    return sentence + letters.count(".", last) + 1


def _name(stretch: Stretch, number: int, index: int, sentence: int, focuses: list[_Focus]) -> None:
    person = stretch.people.get(index)
    if person is not None:
        weight = _prominence(stretch.phrases.letters, index)
        phrases = stretch.phrases
        if phrases.end(index) - phrases.starts[index] > 1:
            weight += _IN_FULL
        _bring_forward(focuses, _Focus(person, sentence, number, weight))


_NEW = frozenset(("a", "an", "another", "one", "my", "his", "her", "our", "their", "your", "its"))


def _describe(scene: Scene, stretch: Stretch, number: int, index: int, sentence: int, focuses: list[_Focus]) -> None:
    """Bring somebody without a name to mind: “a woman in Ely”, “my grandmother”; “the senator” is mostly named."""
    phrase = stretch.phrases[index]
    words = stretch.phrases.tokens.words
    head = words[phrase.end - 1].lower()
    is_new = words[phrase.start].lower() in _NEW
    named_soon = scene.is_story or (not is_new and not sex_of_noun(head))
    if head in THINGS or head.endswith("s") or named_soon:
        return
    person = scene.people.describe(scene.words(stretch, phrase.start, phrase.end))
    weight = _prominence(stretch.phrases.letters, index) - (0.0 if is_new else 1.0)
    _bring_forward(focuses, _Focus(person, sentence, number, weight))


def _relate(stretch: Stretch, index: int) -> None:
    """Let “who” be the one named right before it."""
    for before in (index - 1, index - 2):
        if before in stretch.people:
            stretch.people[index] = stretch.people[before]
            return


def _prominence(letters: str, index: int) -> float:
    """Weigh what a name is in its sentence: the subject of a verb most, what follows a preposition least."""
    after = letters[index + 1 : index + 2]
    before = letters[index - 1] if index else "."
    weight = 0.0
    if after == "z":
        weight += 0.2
    if after in _VERB or before == "V":
        weight += 1.0 + 0.5 * (after == "V" or before == "V")
    if before in ".?":
        weight += 0.5
    if before in _OBJECT:
        weight -= 0.5
    elif before in "vUe" and after not in _VERB:
        weight -= 0.3
    return weight


def _resolve(stretch: Stretch, number: int, index: int, sentence: int, focuses: list[_Focus], *, voting: bool) -> None:
    letter = stretch.phrases.letters[index]
    sex = BODY if letter in "bt" else _SEX.get(_word(stretch.phrases, index), "")
    best = _most_present(focuses, sentence, number, sex) if sex else None
    if best is None:
        return
    if sex == BODY:
        stretch.people[index] = best
        return
    if voting:
        best.votes[sex] = best.votes.get(sex, 0) + 1
    elif letter == "h":
        stretch.people[index] = best
    _bring_forward(focuses, _Focus(best, sentence, number, 1.2 if letter == "h" else 0.6))


def _most_present(focuses: list[_Focus], sentence: int, number: int, sex: str) -> Person | None:
    best = None
    most = -4.0
    reach = _BODY_REACH if sex == BODY else _REACH
    for focus in focuses[-_PEOPLE:]:
        person = focus.person
        fits = person.is_body if sex == BODY else person.sex in ("", sex) and not person.is_body
        if fits and sentence - focus.sentence <= reach:
            presence = _presence(focus, sentence, number, sex)
            if presence >= most:
                best, most = person, presence
    return best


def _presence(focus: _Focus, sentence: int, number: int, sex: str) -> float:
    person = focus.person
    return (
        focus.weight
        - 0.6 * (sentence - focus.sentence)
        - 0.5 * (number - focus.stretch)
        + (_SAME_SEX if person.sex == sex else 0.0)
        + _OFTEN * min(person.count, 8)
        + (0.4 if 10 * person.acts > person.count else -0.8 if person.acts < 0 else -0.3)
    )


def _bring_forward(focuses: list[_Focus], focus: _Focus) -> None:
    for index in range(len(focuses) - 1, max(-1, len(focuses) - 1 - _PEOPLE), -1):
        if focuses[index].person is focus.person:
            if focuses[index].sentence == focus.sentence:
                focus.weight = max(focus.weight, focuses[index].weight)
            del focuses[index]
            break
    focuses.append(focus)
    if len(focuses) > 4 * _PEOPLE:
        del focuses[:-_PEOPLE]


def _count_votes(scene: Scene) -> None:
    """Settle the sex of everybody whose name does not tell it."""
    for person in scene.people:
        if not person.sex and person.votes:
            female, male = person.votes.get("f", 0), person.votes.get("m", 0)
            if max(female, male) >= 2 and max(female, male) > 2.5 * min(female, male):
                person.sex = "f" if female > male else "m"


def _word(phrases: Phrases, index: int) -> str:
    return phrases.first_word(index).partition("’")[0].partition("'")[0]
