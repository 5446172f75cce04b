"""Quotations inside quotations, where the outer one says who speaks: “He said, ‘Bring her home.’”

Only a reporting verb makes one: other marks inside marks are titles and words of the outer speaker's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.marks import MarkSpan, find_marks
from reader.quotes.people import Person
from reader.quotes.phrases import find_phrases
from reader.quotes.pronouns import sex_of_pronoun
from reader.quotes.scene import Scene, Stretch
from reader.quotes.tags import tag_of
from reader.quotes.tokens import Tokens

_OPENS = re.compile(r"(?:^|[\s—–(])(?:``|['‘“\"«„‚‹「『])(?=\S)")
_SPOKEN = ".,!?…—"
_CONFIDENCE = 0.85
# Quotations back in which a name inside them may be the “he” of this one.
_REACH = 3


def nested_quotations(scene: Scene, outer: list[Quotation]) -> list[Quotation]:
    """Find what somebody is quoted as saying inside the marked quotations, in order."""
    found: list[Quotation] = []
    for number, quotation in enumerate(outer):
        mark = quotation.mark
        if _OPENS.search(scene.text, mark.start, mark.end) and not quotation.is_block:
            found.extend(_inside(scene, quotation, outer[max(0, number - _REACH) : number]))
    return found


def _inside(scene: Scene, outer: Quotation, earlier: list[Quotation]) -> Iterator[Quotation]:
    marks = [mark for mark in find_marks(scene.text, outer.mark.start, outer.mark.end) if mark.closed]
    if not marks:
        return
    stretch = _inner_stretch(scene, outer, marks)
    scene.stretches.append(stretch)
    number = len(scene.stretches) - 1
    for index, letter in enumerate(stretch.phrases.letters):
        if letter == "Q":
            mark = stretch.marks[stretch.phrases.tokens.quotes[stretch.phrases.starts[index]]]
            quotation = Quotation(number, index, mark, is_nested=True)
            tag = _tag(scene, quotation, outer, earlier) if _is_spoken(scene.text, mark) else None
            if tag is not None:
                quotation.choose(tag, _CONFIDENCE * outer.confidence)
                yield quotation


def _inner_stretch(scene: Scene, outer: Quotation, marks: list[MarkSpan]) -> Stretch:
    """Spell the words of a quotation as a passage of its own, and note who its names are."""
    tokens = Tokens(scene.text, outer.mark.start, outer.mark.end, marks, scene.table)
    stretch = Stretch(scene.stretches[outer.stretch].passage, marks, find_phrases(tokens, scene.capitals))
    for index, letter in enumerate(stretch.phrases.letters):
        if letter == "M":
            name = scene.name_at(stretch, index)
            person = scene.people.look_up(name) or scene.people.meet(name)
            if person is not None:
                stretch.people[index] = person
    return stretch


def _is_spoken(text: str, mark: MarkSpan) -> bool:
    return text[mark.end - 1] in _SPOKEN or text[mark.end : mark.close + 1].rstrip("’”'\"")[:1] in (",", ".")


def _tag(scene: Scene, quotation: Quotation, outer: Quotation, earlier: list[Quotation]) -> Candidate | None:
    tag = tag_of(scene, quotation, across=False)
    if tag is None or tag.letter in "tu":
        return None
    if tag.letter == "i":
        tag.person = outer.chosen.person if outer.chosen is not None else None
    elif tag.letter == "h":
        tag.person = _named_before(scene, tag, earlier)
    return tag


def _named_before(scene: Scene, tag: Candidate, earlier: list[Quotation]) -> Person | None:
    """Return whom “he” means inside a quotation: the last of that sex it names, or the quotations it goes on from."""
    stretch = scene.stretches[tag.stretch]
    sex = sex_of_pronoun(stretch.phrases, tag.phrase)
    inner = [stretch, *(_inner_stretch(scene, quotation, []) for quotation in reversed(earlier))]
    for number, read in enumerate(inner):
        for index in sorted(read.people, reverse=True):
            person = read.people[index]
            if (number or index < tag.phrase) and person.sex in ("", sex) and not person.is_body:
                return person
    return None
