"""Which mentions may be a quotation's speaker, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.span import Span
from reader.quotes.marks import MarkSpan
from reader.quotes.people import Person
from reader.quotes.phrases import MENTIONS
from reader.quotes.relations import MEMORY, Relation, relation_after, relation_before
from reader.quotes.scene import Scene, Stretch

# Phrases looked at on either side of a quotation, and at the end of the passage before.
_REACH_BEFORE = 60
_REACH_AFTER = 40
_REACH_BACK = 45
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
    for index in _mentions(letters, max(0, here - _REACH_BEFORE), here):
        between = letters[index + 1 : here]
        relation = relation_before(letters[max(0, index - 8) : index], between)
        yield _candidate(quotation.stretch, stretch, index, "b", between, relation)


def _after(scene: Scene, quotation: Quotation) -> Iterator[Candidate]:
    stretch = scene.stretches[quotation.stretch]
    letters, here = stretch.phrases.letters, quotation.phrase
    for index in _mentions(letters, here + 1, min(len(letters), here + _REACH_AFTER)):
        between = letters[here + 1 : index]
        relation = relation_after(between, letters[index + 1 : index + 30])
        yield _candidate(quotation.stretch, stretch, index, "a", between, relation)


def _passage_before(scene: Scene, quotation: Quotation) -> Iterator[Candidate]:
    stretch = scene.stretches[quotation.stretch - 1]
    letters = stretch.phrases.letters
    start = max(0, len(letters) - _REACH_BACK)
    for index in _mentions(letters, start, len(letters)):
        between = letters[index + 1 :]
        if between.count(".") > 2:
            continue
        relation = relation_before(letters[max(0, index - 8) : index], between)
        yield _candidate(quotation.stretch - 1, stretch, index, "p", between, relation)


def _candidate(number: int, stretch: Stretch, index: int, side: str, between: str, relation: Relation) -> Candidate:
    sentences = between.count(".") + between.count("?")
    zone = f"{side}{min(sentences, 3)}"
    return Candidate(number, index, stretch.phrases.letters[index], zone, between, relation, stretch.people.get(index))


def _remembered(quotation: Quotation, earlier: list[Quotation], places: set[tuple[int, int]]) -> Iterator[Candidate]:
    for number, before in enumerate(reversed(earlier[-MEMORY_LENGTH:])):
        said = before.chosen
        if said is None or (said.stretch, said.phrase) in places or before.stretch < quotation.stretch - 4:
            continue
        places.add((said.stretch, said.phrase))
        yield Candidate(said.stretch, said.phrase, said.letter, f"m{number}", "", MEMORY, said.person)


def _mentions(letters: str, start: int, end: int) -> Iterator[int]:
    return (index for index in range(start, end) if letters[index] in MENTIONS)
