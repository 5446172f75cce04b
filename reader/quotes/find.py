"""The engine: a document without quotes in, the same with quotes and speakers out."""

from __future__ import annotations

from dataclasses import replace

from reader.model.document import Document
from reader.model.quotations import Attribution, Mention, MentionKind, Quote, QuoteKind, Speaker
from reader.model.span import Span
from reader.quotes.attribution import MEMORY_LENGTH, Candidate, Quotation, candidates_for
from reader.quotes.features import Setting, features_of, setting_of
from reader.quotes.forms import speaker_by_form
from reader.quotes.notquotes import keep_features
from reader.quotes.novels import attribute_story
from reader.quotes.pronouns import resolve_pronouns
from reader.quotes.ranker import load_weights, score, shares
from reader.quotes.reasons import cue_of, reason_for
from reader.quotes.roles import role_of
from reader.quotes.scene import Scene, continues_mark, read_scene

_KINDS = {"M": MentionKind.NAME, "n": MentionKind.NOMINAL}


def find_quotes(document: Document) -> Document:
    """Find the quotations and give each its speaker; returns a copy with `quotes` and `speakers` filled in."""
    scene = read_scene(document)
    resolve_pronouns(scene)
    marked = find_marked(scene)
    quotations = attribute_story(scene, marked) if scene.is_story else _attribute(scene, marked)
    cast = _Cast(scene)
    quotes = tuple(_quote(scene, cast, quotation) for quotation in quotations)
    return replace(document, quotes=quotes, speakers=cast.speakers())


def find_marked(scene: Scene) -> list[Quotation]:
    """Find everything that stands in marks, in order, without speakers."""
    found = []
    for number, stretch in enumerate(scene.stretches):
        tokens = stretch.phrases.tokens
        if tokens.quotes:
            for index, phrase in enumerate(stretch.phrases.items):
                if phrase.letter == "Q":
                    found.append(Quotation(number, index, tokens.quotes[phrase.start]))
    return found


def _attribute(scene: Scene, marked: list[Quotation]) -> list[Quotation]:
    """Give every quotation its speaker, from first to last; what is no quotation is left out."""
    weights = load_weights()
    kept: list[Quotation] = []
    for quotation in marked:
        earlier = kept[-MEMORY_LENGTH:]
        setting = setting_of(scene, quotation, earlier)
        formal = speaker_by_form(scene, quotation, earlier[-1] if earlier else None)
        if formal is not None:
            quotation.choose(formal, formal.relation.strength)
        else:
            _rank(setting, candidates_for(scene, quotation, earlier), weights)
        if formal is not None or score(keep_features(setting, quotation.confidence), weights) > 0:
            kept.append(quotation)
    return kept


def _rank(setting: Setting, candidates: list[Candidate], weights: dict[str, float]) -> None:
    if candidates:
        scores = [score(features_of(setting, candidate), weights) for candidate in candidates]
        best = scores.index(max(scores))
        setting.quotation.choose(candidates[best], shares(scores)[best])


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
        if candidate.span is not None:
            return candidate.span
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
