"""Speakers that form alone tells: the signature behind a quotation, the label before it."""

from __future__ import annotations

import re

from reader.model.span import Span
from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.dashes import find_aside
from reader.quotes.relations import ASIDE, CHAIN, INTRODUCED, LABEL, SIGNATURE
from reader.quotes.scene import Scene, Stretch, continues_mark
from reader.quotes.tags import tag_before, tag_of

# “…” — Ann Lee, and no more of a sentence.
_SIGNED = re.compile(r"[.,]?-[da]{0,3}[Mn](?=$|[.Q(\n]|,[^V]{0,12}(?:$|[.Q]))")
_SIGNATURE_LINE = re.compile(r"(?:-[da]{0,3}|\(?)[Mn](?:$|[.)]|,[^VvQ.]{0,14}\.?$)")
_LABEL = re.compile(r"((?:[A-Z][\w.’'-]*[ \xa0]){0,3}[A-Z]{2}[\w.’'-]*):\s")
_LONGEST_SIGNATURE = 14


def speaker_by_form(scene: Scene, quotation: Quotation, previous: Quotation | None) -> Candidate | None:
    """Return the speaker that a label, a signature or an open quotation before gives, if one does."""
    return (
        _label(scene, quotation)
        or _signature(scene, quotation)
        or _signature_below(scene, quotation)
        or _chain(scene, quotation, previous)
        or _aside(scene, quotation)
    )


def _label(scene: Scene, quotation: Quotation) -> Candidate | None:
    """“LEE: We never closed.” inside the marks of a printed transcript."""
    mark = quotation.mark
    match = _LABEL.match(scene.text, mark.start, mark.end)
    if match is None:
        return None
    name = match.group(1)
    person = scene.people.look_up(name) or scene.people.meet(name)
    return Candidate(quotation.stretch, quotation.phrase, "M", "b0", "", LABEL, person, Span(*match.span(1)))


def _aside(scene: Scene, quotation: Quotation) -> Candidate | None:
    """« Pourquoi, demande Jeanne Morel, personne ne vient ? »: French puts the narrator inside the marks.

    So does everybody who forgets to close them: “We shall sing, said Ann Lee.
    """
    mark, language = quotation.mark, scene.table.language
    span = find_aside(scene.text, mark.start, mark.end, language) if language == "fr" or not mark.closed else None
    if span is None:
        return None
    name = span.cut(scene.text)
    person = scene.people.look_up(name) or scene.people.meet(name)
    return Candidate(quotation.stretch, quotation.phrase, "M", "b0", "", ASIDE, person, span)


def _signature(scene: Scene, quotation: Quotation) -> Candidate | None:
    stretch = scene.stretches[quotation.stretch]
    match = _SIGNED.match(stretch.phrases.letters, quotation.phrase + 1)
    return _signed(quotation.stretch, stretch, match.end() - 1 if match else None)


def _signature_below(scene: Scene, quotation: Quotation) -> Candidate | None:
    """“— Ann Lee, Ely” as a line of its own under a passage that is all quotation."""
    stretch = scene.stretches[quotation.stretch]
    if quotation.stretch + 1 >= len(scene.stretches) or stretch.phrases.letters.strip(".") != "Q":
        return None
    below = scene.stretches[quotation.stretch + 1]
    if len(below.phrases.tokens.words) > _LONGEST_SIGNATURE or below.marks:
        return None
    match = _SIGNATURE_LINE.match(below.phrases.letters)
    if match is None:
        return None
    index = next(index for index, letter in enumerate(below.phrases.letters) if letter in "Mn")
    return _signed(quotation.stretch + 1, below, index)


def _signed(number: int, stretch: Stretch, index: int | None) -> Candidate | None:
    if index is None:
        return None
    letter = stretch.phrases.letters[index]
    return Candidate(number, index, letter, "a0", "-", SIGNATURE, stretch.people.get(index))


def _chain(scene: Scene, quotation: Quotation, previous: Quotation | None) -> Candidate | None:
    """Return the speaker of a quotation that the passage before left open."""
    if not goes_on(scene, quotation, previous) or previous is None:
        return None
    said = previous.chosen or tag_of(scene, quotation)
    if said is None:
        return None
    return Candidate(said.stretch, said.phrase, said.letter, "m0", "", CHAIN, said.person, said.span)


def introduced_by(scene: Scene, number: int) -> Candidate | None:
    """Return who the passage before announces with a colon: “Ann Lee wrote:”."""
    tag = tag_before(scene, number, 0)
    if tag is None:
        return None
    return Candidate(tag.stretch, tag.phrase, tag.letter, "p0", "", INTRODUCED, tag.person)


def goes_on(scene: Scene, quotation: Quotation, previous: Quotation | None) -> bool:
    """Tell whether a quotation opens a passage while the one before it was never closed."""
    return (
        previous is not None
        and quotation.phrase == 0
        and quotation.stretch == previous.stretch + 1
        and not previous.mark.closed
        and continues_mark(scene, previous.stretch)
    )
