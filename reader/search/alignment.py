"""A quotation laid beside what was said: every word of both accounted for, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reader.model.span import Span
from reader.search.changes import Change, ChangeClass, ChangeKind, change_of, is_negation
from reader.search.fold import fold
from reader.search.tiling import Piece
from reader.search.voices import NOBODY, VoicedText
from reader.search.words import Word, differ_in_accents, omissions_of, words_of

_MOST_DROPPED = 14
"""So many words dropped inside an utterance are a sentence or two: what is left stands apart."""
_MOST_CHANGED_AT_AN_END = 2
_BREAKS = frozenset(",;:.!-")


class StepKind(StrEnum):
    """How a stretch of the quotation stands to the text."""

    SAME = "same"
    CHANGE = "change"
    OMITTED = "omitted"
    """Left out, and a mark says so."""
    NARRATION = "narration"
    """The article's own words between two parts of an utterance (“she said”), which a quotation rightly leaves out."""
    BREAK = "break"
    """What follows stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the alignment."""

    kind: StepKind
    said: str = ""
    quoted: str = ""
    change: Change | None = None


class Asked:
    """A quotation that is to be verified, taken apart."""

    def __init__(self, text: str, *, is_mended: bool = False) -> None:
        self.text = text
        self.is_mended = is_mended
        """Whether words that the end of a line had broken were joined in it."""
        self.words = words_of(text)
        self._omissions = omissions_of(text)

    @cached_property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(word.weight for word in self.words)

    def is_omission(self, before: int, behind: int) -> bool:
        """Tell whether a mark of omission stands between two words; -1 and the number of words are the ends."""
        between = self.between(before, behind)
        return any(between.covers(mark) for mark in self._omissions)

    def between(self, before: int, behind: int) -> Span:
        """Return what stands between two words."""
        start = self.words[before].span.end if before >= 0 else 0
        end = self.words[behind].span.start if behind < len(self.words) else len(self.text)
        return Span(start, max(start, end))

    def tail(self) -> str:
        """Return the punctuation behind the last word, without marks of quotation or omission."""
        rest = self.between(len(self.words) - 1, len(self.words)).cut(self.text)
        return "" if self.is_omission(len(self.words) - 1, len(self.words)) else rest.strip(" \t\n\"'“”‘’«»„‹›*_")


def align(asked: Asked, pieces: Sequence[Piece], texts: Sequence[VoicedText]) -> list[Step]:
    """Lay the quotation beside the pieces of the texts that it was found to be made of."""
    steps = list(_head(asked, pieces[0], texts[pieces[0].text]))
    for number, piece in enumerate(pieces):
        if number:
            steps += _between_pieces(asked, pieces[number - 1], piece, texts)
        steps += _inside(asked, piece, texts[piece.text])
    steps += _tail(asked, pieces[-1], texts[pieces[-1].text])
    return steps


def _inside(asked: Asked, piece: Piece, text: VoicedText) -> Iterator[Step]:
    links = piece.run.links
    for number, (index, position) in enumerate(links):
        if number:
            yield from _gap(asked, text, links[number - 1], (index, position))
        yield from _link(asked.words[index], position, text)
        following = links[number + 1] if number + 1 < len(links) else None
        yield from _punctuation(asked, text, (index, position), following)


def _link(word: Word, position: int, text: VoicedText) -> Iterator[Step]:
    span = text.words.span(position)
    said = span.cut(text.document.text)
    if word.key != text.words.keys[position] or differ_in_accents(word.text, said):
        yield _changed([said], [word.text], span)
    else:
        yield Step(StepKind.SAME, said, word.text)


def _gap(asked: Asked, text: VoicedText, before: tuple[int, int], behind: tuple[int, int]) -> Iterator[Step]:
    """Account for the words between two words in common."""
    added = [word.text for word in asked.words[before[0] + 1 : behind[0]]]
    left_out = list(range(before[1] + 1, behind[1]))
    utterance = text.utterance_at(before[1])
    if utterance != NOBODY and utterance == text.utterance_at(behind[1]):
        narration = [position for position in left_out if text.utterance_at(position) == NOBODY]
        if narration:
            yield Step(StepKind.NARRATION, said=_said(text, narration))
        left_out = [position for position in left_out if text.utterance_at(position) != NOBODY]
    if left_out and not added and asked.is_omission(before[0], behind[0]):
        yield Step(StepKind.OMITTED, said=_said(text, left_out))
    elif left_out or added:
        span = text.words.stretch(left_out[0], left_out[-1]) if left_out else None
        yield _changed([_said(text, [position]) for position in left_out], added, span)


def _between_pieces(asked: Asked, before: Piece, behind: Piece, texts: Sequence[VoicedText]) -> Iterator[Step]:
    text = texts[behind.text]
    last, first = before.run.links[-1], behind.run.links[0]
    if before.text == behind.text and last[1] < first[1]:
        utterance = text.utterance_at(last[1])
        is_one = utterance != NOBODY and utterance == text.utterance_at(first[1])
        is_near = first[1] - last[1] <= _MOST_DROPPED or asked.is_omission(last[0], first[0])
        is_near = is_near or all(text.utterance_at(at) == NOBODY for at in range(last[1] + 1, first[1]))
        if is_one and is_near:
            yield from _gap(asked, text, last, first)
            return
    added = [word.text for word in asked.words[last[0] + 1 : first[0]]]
    if added:
        yield _changed([], added, None)
    yield Step(StepKind.BREAK)


def _head(asked: Asked, piece: Piece, text: VoicedText) -> Iterator[Step]:
    """Account for what stands before the first word in common, in the quotation and in the utterance."""
    index, position = piece.run.links[0]
    utterance = text.utterance_at(position)
    start = position if utterance == NOBODY else text.utterance_bounds(utterance)[0]
    before = list(range(start, position))
    if asked.is_omission(-1, index) and before and not index:
        yield Step(StepKind.OMITTED, said=_said(text, before))
    elif (
        before
        and not index
        and is_negation(text.words.keys[position - 1])
        and not _is_break(_behind(text, position - 1))
    ):
        # Cut cleanly, but right behind a “not”: what is left says the opposite.
        yield _changed([_said(text, [position - 1])], [], text.words.span(position - 1))
    if index:
        yield _at_an_end([word.text for word in asked.words[:index]], before[-index:], text)


def _tail(asked: Asked, piece: Piece, text: VoicedText) -> Iterator[Step]:
    index, position = piece.run.links[-1]
    utterance = text.utterance_at(position)
    end = position if utterance == NOBODY else text.utterance_bounds(utterance)[1]
    behind = [at for at in range(position + 1, end + 1) if text.utterance_at(at) == utterance]
    count = len(asked.words) - 1 - index
    if asked.is_omission(index, len(asked.words)) and behind and not count:
        yield Step(StepKind.OMITTED, said=_said(text, behind))
    if count:
        yield _at_an_end([word.text for word in asked.words[index + 1 :]], behind[:count], text)


def _at_an_end(quoted: list[str], beside: list[int], text: VoicedText) -> Step:
    """Tell words that were changed at an end from words that were added there: the text has as many beside it."""
    if len(beside) == len(quoted) <= _MOST_CHANGED_AT_AN_END:
        return _changed(
            [_said(text, [position]) for position in beside], quoted, text.words.stretch(beside[0], beside[-1])
        )
    return _changed([], quoted, None)


def _punctuation(
    asked: Asked, text: VoicedText, link: tuple[int, int], following: tuple[int, int] | None
) -> Iterator[Step]:
    """Yield a change where punctuation alone turns the sense: a question, or a stop beside a “no”."""
    index, position = link
    is_last = index == len(asked.words) - 1
    if (is_last and not asked.tail()) or (not is_last and (following is None or following[0] != index + 1)):
        return
    is_apart = following is not None and following[1] != position + 1
    if is_apart and text.utterance_at(position + 1) != NOBODY:
        return
    quoted = asked.between(index, index + 1).cut(asked.text)
    said = _behind(text, position)
    if ("?" in quoted) != ("?" in said):
        yield _turned(ChangeClass.QUESTION, asked, text, link)
    elif not is_last and following == (index + 1, position + 1):
        beside = (asked.words[index].key, asked.words[index + 1].key)
        if any(map(is_negation, beside)) and _is_break(quoted) != _is_break(said):
            yield _turned(ChangeClass.NEGATION, asked, text, link)


def _behind(text: VoicedText, position: int) -> str:
    """Return what stands between a word and the next one."""
    end = text.words.span(position + 1).start if position + 1 < len(text.words) else len(text.document.text)
    return text.document.text[text.words.span(position).end : end]


def _is_break(between: str) -> bool:
    folded = fold(between).text
    return any(mark in _BREAKS and not (mark == "-" and folded == "-") for mark in folded)


def _turned(touches: ChangeClass, asked: Asked, text: VoicedText, link: tuple[int, int]) -> Step:
    index, position = link
    said = _said(text, [position]) + _behind(text, position).rstrip()
    quoted = asked.words[index].text + asked.between(index, index + 1).cut(asked.text).rstrip()
    change = Change(ChangeKind.CHANGED, touches, said, quoted, text.words.span(position))
    return Step(StepKind.CHANGE, said, quoted, change)


def _changed(said: list[str], quoted: list[str], span: Span | None) -> Step:
    change = change_of(said, quoted, span)
    return Step(StepKind.CHANGE, change.said, change.quoted, change)


def _said(text: VoicedText, positions: Sequence[int]) -> str:
    """Return words of the text with what stands between them, in one line."""
    span = text.words.stretch(positions[0], positions[-1])
    return " ".join(span.cut(text.document.text).split())
