"""Quotations that form makes, not marks: the turns of a transcript, block quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reader.model.document import Document
from reader.model.span import Span
from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.forms import introduced_by
from reader.quotes.marks import MarkSpan
from reader.quotes.people import Person
from reader.quotes.relations import SIGNATURE, TURN
from reader.quotes.scene import Scene

# “[Applause]”, “(Laughter.)”: what the stenographer adds.
_STAGE_DIRECTION = re.compile(r"[\[(][^\])]*[\])]\.?")
_SIGNED_LINE = re.compile(r"(?:^|[\n ])(?:[-–—―]{1,3}|~)[ \xa0]?(?=[^\W\d_])([^\n]{2,100})$")
_VOICE = re.compile(r"\b(?:I|me|my|mine|we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
_LABEL = re.compile(r"[^\w.’' -]+")
# When it was said, in a transcript or in captions: “[00:01:12]”, “1:12”.
_TIME = re.compile(r"[\[(]?\b\d{1,3}(?::\d\d){1,2}(?:[.,]\d{1,3})?\b[\])]?")


def block_quotations(document: Document, scene: Scene) -> list[Quotation]:
    """Find the turns and block quotes, a quotation a paragraph, each with its speaker where the form names one."""
    found: list[Quotation] = []
    passages = [number for number, stretch in enumerate(scene.stretches) if stretch.passage.label is not None]
    for form, numbers in groupby(range(len(scene.stretches)), key=lambda number: _form(scene, number)):
        if isinstance(form, Span):
            group = list(numbers)
            if group[-1] == passages[-1]:
                group = _without_note(scene, group)
            found.extend(_turn(document, scene, form, group))
        elif form is not None:
            found.extend(_block_quote(scene, list(numbers)))
    return found


def _without_note(scene: Scene, group: list[int]) -> list[int]:
    """Leave out the editor's note behind the last turn: paragraphs in which nobody says I, we or you."""
    last = len(group)
    while last > 1 and not _VOICE.search(" ".join(scene.stretches[group[last - 1]].phrases.tokens.words)):
        last -= 1
    return group[:last]


def name_voices(document: Document, scene: Scene) -> None:
    """Let “I” in a turn be the one whose turn it is, before what is quoted inside it is attributed."""
    for stretch in scene.stretches:
        label = stretch.passage.label
        person = _voice(document, scene, label) if label is not None else None
        if person is not None:
            for index, letter in enumerate(stretch.phrases.letters):
                if letter == "i":
                    stretch.people[index] = person


def _form(scene: Scene, number: int) -> Span | int | None:
    """Return a turn's label, or a block quote's number, or None."""
    passage = scene.stretches[number].passage
    return passage.label if passage.label is not None else passage.block_quote


def _turn(document: Document, scene: Scene, label: Span, group: list[int]) -> Iterator[Quotation]:
    person = _voice(document, scene, label)
    candidate = Candidate(group[0], 0, "M", "b0", "", TURN, person, _trim(document.text, label))
    yield from _paragraphs(scene, group, candidate)


def _voice(document: Document, scene: Scene, label: Span) -> Person | None:
    name = " ".join(_LABEL.sub(" ", _TIME.sub(" ", label.cut(document.text))).split())
    if name.isupper() and len(name) > 3:
        name = name.title()
    return scene.people.look_up(name) or scene.people.meet(name)


def _trim(text: str, label: Span) -> Span:
    words = re.search(r"\w(?:.*[\w.])?", _TIME.sub(lambda time: " " * len(time[0]), label.cut(text)))
    return Span(label.start + words.start(), label.start + words.end()) if words else label


def _block_quote(scene: Scene, group: list[int]) -> Iterator[Quotation]:
    """Take the signature from the last line, or the speaker from the words before that end in a colon."""
    last = scene.stretches[group[-1]].passage.span
    signature = _SIGNED_LINE.search(last.cut(scene.text))
    candidate = None
    if signature is not None:
        candidate = _signed(scene, group[-1], last.start + signature.start(1))
        cut = Span(last.start, last.start + len(last.cut(scene.text)[: signature.start()].rstrip()))
        yield from _paragraphs(scene, group, candidate, {group[-1]: cut})
    else:
        introduced = introduced_by(scene, group[0])
        if introduced is not None:
            candidate = introduced
        yield from _paragraphs(scene, group, candidate)


def _signed(scene: Scene, number: int, offset: int) -> Candidate | None:
    phrases = scene.stretches[number].phrases
    for index, letter in enumerate(phrases.letters):
        if letter in "Mn" and phrases.tokens.starts[phrases.starts[index]] >= offset:
            person = scene.stretches[number].people.get(index)
            return Candidate(number, index, letter, "a0", "-", SIGNATURE, person)
    return None


def _paragraphs(
    scene: Scene, group: list[int], candidate: Candidate | None, cut: dict[int, Span] | None = None
) -> Iterator[Quotation]:
    for number in group:
        span = (cut or {}).get(number, scene.stretches[number].passage.span)
        words = span.cut(scene.text)
        if not words.strip() or _STAGE_DIRECTION.fullmatch(words):
            continue
        quotation = Quotation(number, 0, MarkSpan(span.start, span.start, span.end, span.end), is_block=True)
        if candidate is not None:
            quotation.choose(candidate, candidate.relation.strength)
        yield quotation
