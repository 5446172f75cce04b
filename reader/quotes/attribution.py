"""Which mentions may be a quotation's speaker, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.span import Span
from reader.quotes.marks import MarkSpan
from reader.quotes.people import Person
from reader.quotes.relations import MEMORY, Relation, relation_after, relation_before
from reader.quotes.scene import Scene, Stretch

# Which kinds of mention may speak from where. In the train set all others together are the only right ones for 20 of
# 2,800 quotations, and are half of the work.
_KINDS = {
    "a0": "MnhtiubW",
    "a1": "Mhn",
    "b0": "MnhtiubyWs",
    "b1": "MnhtibW",
    "b2": "Mhn",
    "p0": "Mnh",
    "p1": "Mnhi",
    "p2": "Mh",
}
_NEXT = {"a0": "a1", "a1": "a2", "a2": "a2", "b0": "b1", "b1": "b2", "b2": "b3", "p0": "p1", "p1": "p2", "p2": "p3"}
# Phrases looked at on either side of a quotation.
_REACH = 60
# Mentions looked at on either side: an article has five, a list of names thousands.
_MOST_MENTIONS = 16
# Quotations whose speakers are remembered.
MEMORY_LENGTH = 4


@dataclass(slots=True)
class Candidate:
    """A mention that may be the speaker of a quotation."""

    stretch: int
    phrase: int
    letter: str
    zone: str
    """Where it stands: b before or a after the quotation in its passage, p in the passage before, m only
    remembered, with the number of sentence ends between."""
    between: str
    """The letters between the mention and the quotation; empty for one that is remembered."""
    relation: Relation
    person: Person | None
    span: Span | None = None
    """Where the mention stands, when it is no phrase."""


@dataclass(slots=True)
class Quotation:
    """A quotation while its speaker is looked for."""

    stretch: int
    phrase: int
    mark: MarkSpan
    chosen: Candidate | None = None
    confidence: float = 0.0
    continues: int | None = None
    rule: str = ""
    is_block: bool = False
    """True for what form marks: a turn, a block quote."""
    is_nested: bool = False
    """True for what is quoted inside another quotation."""

    def choose(self, candidate: Candidate, confidence: float) -> None:
        """Give the quotation its speaker."""
        self.chosen, self.confidence, self.rule = candidate, confidence, candidate.relation.name
        if candidate.person is not None:
            candidate.person.spoken += 1


def candidates_for(scene: Scene, quotation: Quotation, earlier: list[Quotation]) -> list[Candidate]:
    """Collect the mentions around a quotation and the speakers of the last quotations before it."""
    found = list(_before(scene, quotation))
    found.extend(_after(scene, quotation))
    if quotation.stretch:
        found.extend(_passage_before(scene, quotation))
    places = {(candidate.stretch, candidate.phrase) for candidate in found}
    found.extend(_remembered(quotation, earlier, places))
    return found


def _before(scene: Scene, quotation: Quotation) -> Iterator[Candidate]:
    stretch = scene.stretches[quotation.stretch]
    letters, here = stretch.phrases.letters, quotation.phrase
    for index, zone in _mentions_before(letters, here, "b"):
        between = letters[index + 1 : here]
        relation = relation_before(letters[max(0, index - 8) : index], between)
        yield _candidate(quotation.stretch, stretch, index, zone, between, relation)


def _after(scene: Scene, quotation: Quotation) -> Iterator[Candidate]:
    stretch = scene.stretches[quotation.stretch]
    letters, here = stretch.phrases.letters, quotation.phrase
    zone = "a0"
    found = 0
    for index in range(here + 1, min(len(letters), here + _REACH)):
        letter = letters[index]
        if letter in ".?":
            zone = _NEXT[zone]
        elif letter in _KINDS.get(zone, ""):
            between = letters[here + 1 : index]
            relation = relation_after(between, letters[index + 1 : index + 30])
            yield _candidate(quotation.stretch, stretch, index, zone, between, relation)
            found += 1
            if found == _MOST_MENTIONS:
                return


def _passage_before(scene: Scene, quotation: Quotation) -> Iterator[Candidate]:
    stretch = scene.stretches[quotation.stretch - 1]
    letters = stretch.phrases.letters
    for index, zone in _mentions_before(letters, len(letters), "p"):
        between = letters[index + 1 :]
        relation = relation_before(letters[max(0, index - 8) : index], between)
        yield _candidate(quotation.stretch - 1, stretch, index, zone, between, relation)


def _mentions_before(letters: str, end: int, side: str) -> Iterator[tuple[int, str]]:
    """Yield the mentions in front of a phrase that may speak from where they stand, the nearest first."""
    zone = f"{side}0"
    found = 0
    for index in range(end - 1, max(-1, end - _REACH), -1):
        letter = letters[index]
        if letter in ".?":
            zone = _NEXT[zone]
            if zone not in _KINDS:
                return
        elif letter in _KINDS[zone]:
            yield index, zone
            found += 1
            if found == _MOST_MENTIONS:
                return


def _candidate(number: int, stretch: Stretch, index: int, zone: str, between: str, relation: Relation) -> Candidate:
    return Candidate(number, index, stretch.phrases.letters[index], zone, between, relation, stretch.people.get(index))


def _remembered(quotation: Quotation, earlier: list[Quotation], places: set[tuple[int, int]]) -> Iterator[Candidate]:
    for number, before in enumerate(reversed(earlier[-MEMORY_LENGTH:])):
        said = before.chosen
        if said is None or (said.stretch, said.phrase) in places or before.stretch < quotation.stretch - 4:
            continue
        places.add((said.stretch, said.phrase))
        yield Candidate(said.stretch, said.phrase, said.letter, f"m{number}", "", MEMORY, said.person)
