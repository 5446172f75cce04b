"""The engine: a document without quotes in, the same with quotes and speakers out."""

from __future__ import annotations

from dataclasses import replace

from reader.model.document import Document
from reader.model.quotations import Attribution, Mention, MentionKind, Quote, QuoteKind, Speaker
from reader.model.span import Span
from reader.quotes.attribution import Candidate, Quotation, candidates_for, choose
from reader.quotes.notquotes import is_quotation
from reader.quotes.reasons import cue_of, reason_for
from reader.quotes.roles import role_of
from reader.quotes.scene import Scene, continues_mark, read_scene

_KINDS = {"M": MentionKind.NAME, "n": MentionKind.NOMINAL}


def find_quotes(document: Document) -> Document:
    """Find the quotations and give each its speaker; returns a copy with `quotes` and `speakers` filled in."""
    scene = read_scene(document)
    quotations = _quotations(scene)
    _attribute(scene, quotations)
    cast = _Cast(scene)
    quotes = tuple(_quote(scene, cast, quotation) for quotation in quotations)
    return replace(document, quotes=quotes, speakers=cast.speakers())


def _quotations(scene: Scene) -> list[Quotation]:
    found = []
    for number, stretch in enumerate(scene.stretches):
        if not stretch.marks:
            continue
        tokens = stretch.phrases.tokens
        for index, phrase in enumerate(stretch.phrases.items):
            if phrase.letter == "Q":
                quotation = Quotation(number, index, tokens.quotes[phrase.start])
                if is_quotation(scene, quotation):
                    found.append(quotation)
    return found


def _attribute(scene: Scene, quotations: list[Quotation]) -> None:
    for index, quotation in enumerate(quotations):
        previous = quotations[index - 1] if index else None
        if previous is not None and _goes_on(scene, previous, quotation):
            quotation.chosen, quotation.confidence = previous.chosen, previous.confidence
            quotation.continues, quotation.rule = index - 1, "continuation"
            continue
        best = choose(candidates_for(scene, quotation))
        if best is not None and best.relation.strength >= 0.3:
            quotation.chosen, quotation.confidence = best, best.relation.strength
            quotation.rule = best.relation.name
        elif previous is not None and previous.stretch >= quotation.stretch - 2:
            quotation.chosen, quotation.confidence = previous.chosen, 0.5
            quotation.rule = "continuation"


def _goes_on(scene: Scene, previous: Quotation, quotation: Quotation) -> bool:
    """Tell whether a quotation goes on from the one before: over paragraphs or around “she said”."""
    stretch = scene.stretches[previous.stretch]
    mark = stretch.marks[previous.mark]
    if quotation.stretch == previous.stretch + 1:
        return not mark.closed and continues_mark(scene, previous.stretch)
    if quotation.stretch != previous.stretch or previous.chosen is None:
        return False
    between = stretch.phrases.letters[previous.phrase + 1 : quotation.phrase]
    return previous.rule in ("inverted", "said-after", "weak-after") and len(between) < 14


class _Cast:
    """Collects the speakers in the order of their first quote."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._indexes: dict[str, int] = {}
        self._names: list[str] = []
        self._roles: list[str] = []
        self._mentions: list[dict[Span, MentionKind]] = []

    def index_of(self, candidate: Candidate) -> int:
        """Return the index of a mention's speaker, a new one for a new name."""
        stretch = self._scene.stretches[candidate.stretch]
        phrase = stretch.phrases.items[candidate.phrase]
        name = candidate.person.name if candidate.person else self._scene.words(stretch, phrase.start, phrase.end)
        index = self._indexes.setdefault(name, len(self._names))
        if index == len(self._names):
            self._names.append(name)
            self._roles.append(role_of(self._scene, candidate.person) if candidate.person else "")
            self._mentions.append({})
        self._mentions[index][self.span_of(candidate)] = _KINDS.get(candidate.letter, MentionKind.PRONOUN)
        return index

    def span_of(self, candidate: Candidate) -> Span:
        stretch = self._scene.stretches[candidate.stretch]
        phrase = stretch.phrases.items[candidate.phrase]
        tokens = stretch.phrases.tokens
        return Span(tokens.starts[phrase.head], tokens.end(phrase.end - 1))

    def speakers(self) -> tuple[Speaker, ...]:
        """Return the speakers with all their mentions in order."""
        return tuple(
            Speaker(name, role, tuple(Mention(span, kind) for span, kind in sorted(mentions.items())))
            for name, role, mentions in zip(self._names, self._roles, self._mentions, strict=True)
        )


def _quote(scene: Scene, cast: _Cast, quotation: Quotation) -> Quote:
    mark = scene.stretches[quotation.stretch].marks[quotation.mark]
    attribution = None
    if quotation.chosen is not None:
        chosen = quotation.chosen
        speaker = cast.index_of(chosen)
        cue = cue_of(scene, quotation, chosen)
        mention = cast.span_of(chosen)
        attribution = Attribution(
            speaker=speaker,
            rule=quotation.rule,
            reason=reason_for(scene, chosen, cue, mention.cut(scene.text)),
            confidence=quotation.confidence,
            mention=mention,
            cue=cue,
        )
    return Quote(
        span=Span(mark.open, mark.close),
        content=Span(mark.start, mark.end),
        kind=_kind(scene, quotation),
        attribution=attribution,
        continues=quotation.continues,
        is_closed=mark.closed or continues_mark(scene, quotation.stretch),
    )


def _kind(scene: Scene, quotation: Quotation) -> QuoteKind:
    """Whole sentences are direct; a fragment inside somebody else's sentence is mixed."""
    stretch = scene.stretches[quotation.stretch]
    mark = stretch.marks[quotation.mark]
    letters = stretch.phrases.letters
    first = scene.text[mark.start : mark.start + 1]
    starts = quotation.phrase == 0 or letters[quotation.phrase - 1] in ".:,"
    return QuoteKind.DIRECT if starts and (first.isupper() or not first.isalpha()) else QuoteKind.MIXED
