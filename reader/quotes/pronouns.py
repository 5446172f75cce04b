"""Who “he” and “she” are: the person of that sex the text has most in mind.

Settled once, from first to last, before any quotation is given to anybody. Weights by hand: there is no train set.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.quotes.descriptions import whole_description
from reader.quotes.epithets import Epithets, described_before, named_after, words_beside
from reader.quotes.lexicon import THINGS, sex_of_noun
from reader.quotes.people import Person
from reader.quotes.phrases import Phrases
from reader.quotes.scene import Scene, Stretch

_NAMED_OR_PRONOUN = re.compile(r"[MhsWnbto]")
_SEX = dict.fromkeys(("he", "his", "him", "er", "il", "-il", "-t-il", "él"), "m") | dict.fromkeys(
    ("she", "her", "sie", "elle", "-elle", "-t-elle", "ella"), "f"
)
# How far a pronoun looks back, in sentences, and how many people it weighs.
_REACH = 14
_BODY_REACH = 3
# Phrases back in which “who” looks for somebody.
_RELATIVE_REACH = 6
_PEOPLE = 8
_SAME_SEX = 1.0
_IN_FULL = 0.7
_OFTEN = 0.08
_NAMELESS = 0.8
_BODIES = {"b": "body", "t": "bodies"}
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


@dataclass(frozen=True, slots=True)
class _Pronoun:
    """A pronoun, and what it looks for: a sex, a body, or, for “who”, whoever stands before it."""

    letter: str
    stretch: Stretch
    number: int
    index: int
    sentence: int
    sex: str


def resolve_pronouns(scene: Scene) -> None:
    """Note for every “he” and “she” whom it means, beside the names of its passage.

    The text is read once. Who means whom is settled twice: the first time tells the sex of those whose names do not.
    """
    met: list[_Focus | _Pronoun] = []
    epithets = Epithets()
    sentence = 0
    for number, stretch in enumerate(scene.stretches):
        if not stretch.is_headline:
            sentence = _read(scene, stretch, number, sentence, epithets, met)
    _settle(scene, met, voting=True)
    _count_votes(scene)
    _settle(scene, met, voting=False)


def _read(
    scene: Scene, stretch: Stretch, number: int, sentence: int, epithets: Epithets, met: list[_Focus | _Pronoun]
) -> int:
    """Collect who is named, described or meant in a passage; return the number of the sentence behind it."""
    letters = stretch.phrases.letters
    last = 0
    for match in _NAMED_OR_PRONOUN.finditer(letters):
        index = match.start()
        sentence += letters.count(".", last, index) + letters.count("?", last, index)
        last = index
        letter = match.group()
        if letter == "M":
            focus = _name(stretch, number, index, sentence)
            _note_epithet(stretch, index, epithets)
        elif letter == "n":
            focus = _describe(scene, stretch, number, index, sentence, epithets)
        else:
            sex = _BODIES[letter] if letter in _BODIES else sex_of_pronoun(stretch.phrases, index)
            if sex or letter == "W":
                met.append(_Pronoun(letter, stretch, number, index, sentence, sex))
            continue
        if focus is not None:
            met.append(focus)
    return sentence + letters.count(".", last) + 1


def _settle(scene: Scene, met: list[_Focus | _Pronoun], *, voting: bool) -> None:
    focuses: list[_Focus] = []
    for one in met:
        if isinstance(one, _Focus):
            _bring_forward(focuses, one)
        elif one.letter != "W":
            _resolve(one, focuses, voting=voting)
        elif not voting:
            _relate(scene, one.stretch, one.number, one.index)


def _name(stretch: Stretch, number: int, index: int, sentence: int) -> _Focus | None:
    person = stretch.people.get(index)
    if person is None:
        return None
    phrases = stretch.phrases
    weight = _prominence(phrases.letters, index)
    if phrases.end(index) - phrases.starts[index] > 1:
        weight += _IN_FULL
    return _Focus(person, sentence, number, weight)


_INDEFINITE = frozenset(("a", "an", "another", "one"))
_NEW = frozenset(("a", "an", "another", "one", "my", "his", "her", "our", "their", "your", "its"))


def _note_epithet(stretch: Stretch, index: int, epithets: Epithets) -> None:
    phrases = stretch.phrases
    if index not in phrases.heads and phrases.tokens.letters[phrases.starts[index]] != "T":
        return
    person = stretch.people.get(index)
    if person is not None and not person.is_body:
        epithets.note(person, words_beside(phrases, index))


def _describe(
    scene: Scene,
    stretch: Stretch,
    number: int,
    index: int,
    sentence: int,
    epithets: Epithets,
) -> _Focus | None:
    """Bring somebody without a name to mind: “a woman in Ely”, “my grandmother”; “the senator” is mostly named."""
    phrases = stretch.phrases
    words = phrases.tokens.words[phrases.starts[index] : phrases.end(index)]
    head = words[-1].lower()
    is_new = words[0].lower() in _NEW
    person = None if scene.is_story else _named_already(stretch, index, words, epithets)
    if person is None:
        letters = stretch.phrases.letters
        named_soon = scene.is_story or not (is_new or sex_of_noun(head) or _is_addressed(letters, index))
        is_body = head in THINGS or head.endswith("s")
        if (scene.is_story if is_body else named_soon) or letters[index + 1 : index + 2] == "z":
            return None
        person = _nameless(scene, number, index, anew=words[0].lower() in _INDEFINITE)
        person.is_body, person.is_many = is_body, head.endswith("s")
        stretch.people[index] = person
        weight = _prominence(letters, index) - (_NAMELESS if is_new else 1.0 + _NAMELESS)
    else:
        stretch.people[index] = person
        weight = _prominence(stretch.phrases.letters, index)
    return _Focus(person, sentence, number, weight)


def _nameless(scene: Scene, number: int, index: int, *, anew: bool) -> Person:
    """Return whom a description means, the same each time the text is read."""
    person = scene.described.get((number, index))
    if person is None:
        phrases = scene.stretches[number].phrases
        short = " ".join(phrases.tokens.words[phrases.starts[index] : phrases.end(index)])
        person = scene.people.describe(whole_description(scene, number, index), short, anew=anew)
        scene.described[number, index] = person
    return person


def _is_addressed(letters: str, index: int) -> bool:
    """Tell whether somebody is asked or told something: “I asked the mason why”."""
    return letters[index - 1 : index] in ("V", "U") and letters[index - 2 : index - 1] != "Q"


def _named_already(stretch: Stretch, index: int, words: list[str], epithets: Epithets) -> Person | None:
    """Return who a description stands beside, or whom it was told of before."""
    named = named_after(stretch.phrases, index)
    if named is not None:
        return stretch.people.get(named)
    beside = described_before(stretch.phrases, index)
    if beside is None:
        follows = stretch.phrases.letters[index + 1 : index + 2]
        return None if follows == "O" else epithets.meant(words)
    person = stretch.people.get(beside)
    if person is not None and stretch.phrases.letters[beside] == "M":
        epithets.note(person, words)
    return person


def _relate(scene: Scene, stretch: Stretch, number: int, index: int) -> None:
    """Let “who” be the one named or described right before it."""
    letters = stretch.phrases.letters
    for before in range(index - 1, max(-1, index - _RELATIVE_REACH), -1):
        if letters[before] in ".?Q":
            return
        if before in stretch.people:
            stretch.people[index] = stretch.people[before]
            return
        if letters[before] == "n" and not scene.is_story:
            stretch.people[index] = _nameless(scene, number, before, anew=False)
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


def _resolve(pronoun: _Pronoun, focuses: list[_Focus], *, voting: bool) -> None:
    letter, sex = pronoun.letter, pronoun.sex
    if voting and letter in _BODIES:
        return
    best = _most_present(focuses, pronoun.sentence, pronoun.number, sex)
    if best is None:
        return
    if voting:
        best.votes[sex] = best.votes.get(sex, 0) + 1
    elif letter != "o":
        pronoun.stretch.people[pronoun.index] = best
    if letter not in _BODIES:
        _bring_forward(focuses, _Focus(best, pronoun.sentence, pronoun.number, _WEIGHTS[letter]))


_WEIGHTS = {"h": 1.2, "s": 0.6, "o": 0.3}


def _most_present(focuses: list[_Focus], sentence: int, number: int, sex: str) -> Person | None:
    best = None
    most = -4.0
    reach = _BODY_REACH if sex in _BODIES.values() else _REACH
    for focus in focuses[-_PEOPLE:]:
        person = focus.person
        fits = _fits(person, sex)
        if fits and sentence - focus.sentence <= reach:
            presence = _presence(focus, sentence, number, sex)
            if presence >= most:
                best, most = person, presence
    return best


def _fits(person: Person, sex: str) -> bool:
    if sex == _BODIES["t"]:
        return person.is_body
    if sex == _BODIES["b"]:
        return person.is_body and not person.is_many
    return person.sex in ("", sex) and not person.is_body


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


def sex_of_pronoun(phrases: Phrases, index: int) -> str:
    """Return “f” or “m” for a pronoun that tells it, else nothing."""
    return _SEX.get(_word(phrases, index), "")


def _word(phrases: Phrases, index: int) -> str:
    return phrases.first_word(index).partition("’")[0].partition("'")[0]
