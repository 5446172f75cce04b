"""Did anyone really say this? Finds the words and says what was done to them.

Likeness only finds the place. The verdict comes from the alignment of every word: a sentence and its opposite are
99 per cent alike. It says what stands in the documents it was given, never what is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.errors import UsageError
from reader.model.document import Document
from reader.model.sections import section_path
from reader.model.span import Span
from reader.search.alignment import Asked, Step, StepKind, align
from reader.search.changes import CALLED_OUT, Change
from reader.search.runs import Run, find_runs, part
from reader.search.tiling import Piece, tile
from reader.search.voices import NOBODY, VoicedText, is_called
from reader.search.words import join_broken_words

_LEAST_COVERAGE = 0.5
_LEAST_COVERAGE_OF_SMALL_WORDS = 0.75
"""Of a quotation of nothing but “will”, “not”, “it”: they are everywhere."""
_SENTENCE_WORDS = 4
_GAIN_OF_ANOTHER_TEXT = 0.15
_QUOTED_BONUS, _SPEAKER_BONUS = 0.3, 0.3
_CONTEXT = 160
_NEAREST = 3


class Verdict(StrEnum):
    """What became of the words."""

    EXACT = "exact"
    SAME_WORDS = "same-words"
    SHORTENED = "shortened"
    OTHER_SPEAKER = "other-speaker"
    NOT_A_QUOTATION = "not-a-quotation"
    STITCHED = "stitched"
    ALTERED = "altered"
    NOT_FOUND = "not-found"


_RANKS = {verdict: min(rank, 5) for rank, verdict in enumerate(Verdict)}
"""The better verdict wins; between altered and stitched, the words decide."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words, or a part of them, stand."""

    document: int
    """Index into the documents that were searched."""
    span: Span
    quotes: tuple[int, ...]
    """Indexes of the quotes it is of; empty when it is the article's own."""
    whole: Span
    """The quotation it was taken from, or the passage itself when it is of none."""
    speaker: str
    role: str
    section: tuple[str, ...]
    before: str
    """What stands before it."""
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with what it rests on."""

    verdict: Verdict
    passages: tuple[Passage, ...] = ()
    """In the order of the quotation's parts."""
    steps: tuple[Step, ...] = ()
    """The quotation beside the passages, word by word."""
    changes: tuple[Change, ...] = ()
    """The differences, those that turn the sense first."""
    is_right_speaker: bool | None = None
    """None when no speaker was given, or nobody can be named for the words."""
    coverage: float = 0.0
    """The share of the words that was found. It ranks places and decides nothing."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The best finding, and the next best ones."""

    finding: Finding
    others: tuple[Finding, ...]
    documents: tuple[Document, ...]
    """Those the passages are in."""
    searched: int
    """How many articles were searched."""


def verify(quotation: str, documents: Iterable[Document], by: str = "", *, searched: int | None = None) -> Verification:
    """Verify a quotation against documents; raises `UsageError` when it has no words."""
    return verify_in([VoicedText(document) for document in documents], quotation, by, searched=searched)


def verify_in(
    texts: Sequence[VoicedText], quotation: str, by: str = "", *, searched: int | None = None
) -> Verification:
    """Verify a quotation against texts that were taken apart before, as for many quotations."""
    attempts = [Asked(quotation)]
    if join_broken_words(quotation) != quotation:
        attempts.append(Asked(join_broken_words(quotation), is_mended=True))
    if not attempts[0].words:
        raise UsageError("give the words to verify")
    findings = [finding for asked in attempts for finding in _findings(asked, texts, by)]
    ranked = sorted(findings, key=_rank)
    best = ranked[0] if ranked else Finding(Verdict.NOT_FOUND)
    others = _elsewhere(best, ranked[1:])
    given = tuple(text.document for text in texts)
    return Verification(best, others, given, len(given) if searched is None else searched)


def _findings(asked: Asked, texts: Sequence[VoicedText], by: str) -> list[Finding]:
    """Return what each text alone says, and all of them together where that accounts for more."""
    pools = [_pieces(asked, number, text, by) for number, text in enumerate(texts)]
    findings = [finding for pool in pools if (finding := _judge(asked, pool, texts, by)) is not None]
    most = max((finding.coverage for finding in findings), default=0.0)
    if most < 1.0:
        together = _judge(asked, [piece for pool in pools for piece in pool], texts, by)
        if together is not None and together.coverage > most + _GAIN_OF_ANOTHER_TEXT:
            findings.append(together)
    return findings


def _pieces(asked: Asked, number: int, text: VoicedText, by: str) -> list[Piece]:
    pieces = []
    for run in _runs(asked, text):
        bonus = 0.0
        if text.utterance_at(run.links[0][1]) != NOBODY:
            bonus = _QUOTED_BONUS
            if by:
                quotes = text.quotes_in(text.words.stretch(run.links[0][1], run.links[-1][1]))
                bonus += _SPEAKER_BONUS * is_called(text.speaker_of(quotes)[0], by)
        pieces.append(Piece(number, run, bonus))
    return pieces


def _runs(asked: Asked, text: VoicedText) -> Iterable[Run]:
    """Return the runs, parted where one voice ends and another begins."""
    for run in find_runs(asked.words, text.words):
        utterances = [text.utterance_at(position) for _, position in run.links]
        voices = [utterance for utterance in utterances if utterance != NOBODY]
        if not voices or min(voices) == max(voices):
            yield run
        else:
            yield from part(run, utterances, asked.words)


def _judge(asked: Asked, pool: Sequence[Piece], texts: Sequence[VoicedText], by: str) -> Finding | None:
    pieces = _with_ends(asked, tile(pool, asked.words, asked.is_omission), texts)
    coverage = _coverage(asked, pieces)
    if not pieces or not _is_enough(asked, pieces, coverage):
        return None
    steps = align(asked, pieces, texts)
    passages = tuple(_passages(pieces, steps, texts))
    changes = sorted((step.change for step in steps if step.change), key=_is_minor)
    is_right = _is_right_speaker(passages, by)
    verdict = _verdict(asked, steps, pieces, texts, is_right)
    return Finding(verdict, passages, tuple(steps), tuple(changes), is_right, coverage)


def _with_ends(asked: Asked, pieces: Sequence[Piece], texts: Sequence[VoicedText]) -> tuple[Piece, ...]:
    """Take in a word or two before the first mark of omission, and behind the last: too few to be found alone."""
    if not pieces:
        return ()
    first, *rest = pieces
    links = first.run.links
    if links[0][0] and asked.is_omission(links[0][0] - 1, links[0][0]):
        links = (*_links_beside(asked, texts[first.text], range(links[0][0]), links[0][1], is_before=True), *links)
    pieces = [replace(first, run=Run(links, first.run.score)), *rest]
    last = pieces[-1]
    index, position = last.run.links[-1]
    behind = range(index + 1, len(asked.words))
    if behind and asked.is_omission(index, index + 1):
        links = (*last.run.links, *_links_beside(asked, texts[last.text], behind, position, is_before=False))
        pieces[-1] = replace(last, run=Run(links, last.run.score))
    return tuple(pieces)


def _links_beside(
    asked: Asked, text: VoicedText, indexes: range, position: int, *, is_before: bool
) -> Sequence[tuple[int, int]]:
    """Return where words stand side by side in the utterance of another word, before it or behind it."""
    keys = [asked.words[index].key for index in indexes]
    utterance = text.utterance_at(position)
    if utterance == NOBODY:
        return ()
    begin, end = text.utterance_bounds(utterance)
    starts = range(begin, position - len(keys) + 1) if is_before else range(end - len(keys) + 1, position, -1)
    for start in starts:
        if text.words.keys[start : start + len(keys)] == keys:
            return [(index, start + step) for step, index in enumerate(indexes)]
    return ()


def _verdict(
    asked: Asked, steps: Sequence[Step], pieces: Sequence[Piece], texts: Sequence[VoicedText], is_right: bool | None
) -> Verdict:
    kinds = {step.kind for step in steps}
    if StepKind.BREAK in kinds:
        return Verdict.STITCHED
    if StepKind.CHANGE in kinds:
        return Verdict.ALTERED
    text = texts[pieces[0].text]
    ends = (pieces[0].run.links[0][1], pieces[-1].run.links[-1][1])
    if any(text.utterance_at(position) == NOBODY for position in ends):
        return Verdict.NOT_A_QUOTATION
    if is_right is False:
        return Verdict.OTHER_SPEAKER
    if StepKind.OMITTED in kinds:
        return Verdict.SHORTENED
    return Verdict.EXACT if _is_exact(asked, text, *ends) else Verdict.SAME_WORDS


def _is_exact(asked: Asked, text: VoicedText, first: int, last: int) -> bool:
    """Compare character by character, from the first word to the punctuation behind the last one."""
    span = text.words.stretch(first, last)
    whole = text.document.text
    quoted = asked.text[asked.words[0].span.start : asked.words[-1].span.end]
    tail = asked.tail()
    if asked.is_omission(-1, 0) or asked.is_omission(len(asked.words) - 1, len(asked.words)):
        return False  # a mark of omission, but nothing is left out
    return not asked.is_mended and quoted == span.cut(whole) and whole.startswith(tail, span.end)


def _is_minor(change: Change) -> bool:
    return change.touches not in CALLED_OUT


def _coverage(asked: Asked, pieces: Sequence[Piece]) -> float:
    found = sum(asked.words[index].weight for piece in pieces for index, _ in piece.run.links)
    return found / asked.weight


def _is_enough(asked: Asked, pieces: Sequence[Piece], coverage: float) -> bool:
    """Tell whether what was found is more than the words that two sentences share by chance."""
    score = sum(piece.run.score for piece in pieces) / asked.weight
    content = sum(word.weight == 1 for word in asked.words)
    found = sum(asked.words[index].weight == 1 for piece in pieces for index, _ in piece.run.links)
    if content < 2:
        return coverage >= _LEAST_COVERAGE_OF_SMALL_WORDS and found == content
    # “There is an instrument for that”: one telling word, but in a sentence.
    is_sentence = found == 1 and content <= 3 and len(pieces[0].run.links) >= _SENTENCE_WORDS
    return coverage >= _LEAST_COVERAGE and score >= 0.8 * _LEAST_COVERAGE and (found >= 2 or is_sentence)


def _passages(pieces: Sequence[Piece], steps: Sequence[Step], texts: Sequence[VoicedText]) -> Iterable[Passage]:
    """Return the passages: pieces with nothing but an omission between them are one."""
    number_of_passages = 1 + sum(step.kind is StepKind.BREAK for step in steps)
    if number_of_passages == 1:
        ends = (pieces[0].run.links[0][1], pieces[-1].run.links[-1][1])
        yield _passage(pieces[0].text, texts[pieces[0].text], *ends)
        return
    for piece in pieces:
        yield _passage(piece.text, texts[piece.text], piece.run.links[0][1], piece.run.links[-1][1])


def _passage(number: int, text: VoicedText, first: int, last: int) -> Passage:
    document = text.document
    span = text.words.stretch(first, last)
    utterance = text.utterance_at(first)
    quotes = text.quotes_in(span) if NOBODY not in (utterance, text.utterance_at(last)) else ()
    name, role = text.speaker_of(quotes)
    whole = text.words.stretch(*text.utterance_bounds(utterance)) if quotes else span
    return Passage(
        document=number,
        span=span,
        quotes=quotes,
        whole=whole,
        speaker=name,
        role=role,
        section=tuple(section.title for section in section_path(document.sections, span.start)),
        before=_cut_at_a_space(document.text[max(span.start - _CONTEXT, 0) : span.start], is_before=True),
        after=_cut_at_a_space(document.text[span.end : span.end + _CONTEXT], is_before=False),
    )


def _cut_at_a_space(context: str, *, is_before: bool) -> str:
    if len(context) == _CONTEXT:
        context = context.partition(" ")[2] if is_before else context.rpartition(" ")[0]
    return re.sub(r"\s+", " ", context.lstrip() if is_before else context.rstrip())


def _is_right_speaker(passages: Sequence[Passage], by: str) -> bool | None:
    names = [passage.speaker for passage in passages]
    if not by or not all(names):
        return None
    return all(is_called(name, by) for name in names)


def _rank(finding: Finding) -> tuple[float, ...]:
    """Put the finding first that says most for the quotation; among changed ones, the place with most of the words."""
    is_wrong = finding.is_right_speaker is False
    changes = len(finding.changes) + len(finding.passages)
    return (_RANKS[finding.verdict], is_wrong, -round(finding.coverage, 3), changes)


def _elsewhere(best: Finding, ranked: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the next best findings, each at a place of its own."""
    places = {(passage.document, passage.span) for passage in best.passages}
    found = []
    for finding in ranked:
        where = {(passage.document, passage.span) for passage in finding.passages}
        if not where <= places:
            places |= where
            found.append(finding)
    return tuple(found[: _NEAREST - 1])
