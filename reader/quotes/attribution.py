"""Who is given each quotation: mentions near it, the relation each stands in, the best one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.quotes.people import Person
from reader.quotes.phrases import MENTIONS
from reader.quotes.relations import Relation, relation_after, relation_before
from reader.quotes.scene import Scene, Stretch


@dataclass(slots=True)
class Candidate:
    """A mention that may be the speaker of a quotation."""

    stretch: int
    phrase: int
    letter: str
    relation: Relation
    distance: int
    person: Person | None


@dataclass(slots=True)
class Quotation:
    """A quotation while its speaker is looked for."""

    stretch: int
    phrase: int
    mark: int
    chosen: Candidate | None = None
    confidence: float = 0.0
    continues: int | None = None
    rule: str = ""


def candidates_for(scene: Scene, quotation: Quotation) -> list[Candidate]:
    """Collect the mentions around a quotation, each with its relation."""
    stretch = scene.stretches[quotation.stretch]
    found = list(_same_passage(stretch, quotation))
    if quotation.stretch:
        found.extend(_passage_before(scene.stretches[quotation.stretch - 1], quotation))
    return found


def _same_passage(stretch: Stretch, quotation: Quotation) -> Iterator[Candidate]:
    letters = stretch.phrases.letters
    here = quotation.phrase
    for index in _mentions(letters, max(0, here - 60), min(len(letters), here + 40)):
        letter = letters[index]
        if letters[index + 1 : index + 2] == "z":
            continue
        if index > here:
            relation = relation_after(letters[here + 1 : index], letters[index + 1 : index + 30])
        else:
            relation = relation_before(letters[max(0, index - 8) : index], letters[index + 1 : here])
        yield Candidate(quotation.stretch, index, letter, relation, abs(index - here), stretch.people.get(index))


def _passage_before(stretch: Stretch, quotation: Quotation) -> Iterator[Candidate]:
    letters = stretch.phrases.letters
    start = max(0, len(letters) - 60)
    for index in _mentions(letters, start, len(letters)):
        relation = relation_before(letters[max(0, index - 8) : index], letters[index + 1 :] + ".")
        distance = len(letters) - index + quotation.phrase + 20
        yield Candidate(quotation.stretch - 1, index, letters[index], relation, distance, stretch.people.get(index))


def _mentions(letters: str, start: int, end: int) -> Iterator[int]:
    return (index for index in range(start, end) if letters[index] in MENTIONS)


def choose(candidates: list[Candidate]) -> Candidate | None:
    """Return the candidate whose relation is strongest, the nearest of equals."""
    return max(candidates, key=lambda candidate: (candidate.relation.strength, -candidate.distance), default=None)
