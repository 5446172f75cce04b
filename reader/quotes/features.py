"""What the ranker sees of a mention that may be a quotation's speaker: short strings, each a fact one can read.

A feature is spelled `name=value`; the weights file lists the names with the weight of each value. Features that look at
the same few things are spelled by one function. What it looks at is a `Sight`: most are met again and again, so the
ranker works out what each is worth only once: at best a sixth of all the time that finding quotes takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.phrases import Phrases
from reader.quotes.scene import Scene, Stretch

Sight = tuple[Any, ...]
"""A function that spells features, then what it is given."""
Features = tuple[str, ...]

# Letters that say little about the way from a mention to a quotation are left out of it.
_SKIPPED: dict[int, str | None] = {ord(letter): None for letter in "ad#RxU_eJK"}
_SKIPPED.update({ord(letter): "M" for letter in "nhtiuyb"})
# Phrases back in which the head of a sentence is looked for.
_SENTENCE = 60
_LONGEST_WAY = 7
_LINKED = re.compile(r"([^.?QVvGgE]{0,7})[VvGgE]")
_MENTIONED = re.compile(r"[MnhtiuyW]")
# Mentions with a verb of their own, signs of another clause, verbs.
_SUBJECTS = re.compile(r"[MnhtiuybW]R?[XZVvGgeE]")
_CLAUSES = re.compile(r"[SWq;(-]")
_FINITE = re.compile(r"[XZVveE]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all candidates of one quotation."""

    scene: Scene
    quotation: Quotation
    shape: str
    """Where the quotation stands in its sentence, how it begins and how it ends."""
    place: str
    lead: str
    """The word in front of the quotation, empty where another quotation stands there."""
    tail: str
    """The word behind it."""
    favourite: Candidate | None
    """The candidate whose rule is the strongest, in the same passage if there is one."""
    previous: Quotation | None
    before_previous: Quotation | None
    gap: str
    """How far the quotation before is: s same sentence, p same passage, n the passage before, f further."""


def setting_of(scene: Scene, quotation: Quotation, earlier: list[Quotation], candidates: list[Candidate]) -> Setting:
    """Look at a quotation once, before its candidates are."""
    stretch = scene.stretches[quotation.stretch]
    letters, here = stretch.phrases.letters, quotation.phrase
    mark = quotation.mark
    content = scene.text[mark.start : mark.end]
    starts = not letters[:here] or letters[here - 1] in ".?"
    ends = here + 1 >= len(letters) or letters[here + 1] in ".?"
    place = ("A" if ends else "S") if starts else ("E" if ends else "M")
    first = "C" if content[0].isupper() else "l" if content[0].islower() else "o"
    last = content[-1] if content[-1] in ",.?!" else "w"
    previous = earlier[-1] if earlier else None
    return Setting(
        scene,
        quotation,
        place + first + last,
        place,
        *_words_beside(stretch.phrases, here),
        max(candidates, key=lambda one: (one.stretch == quotation.stretch, one.relation.strength), default=None),
        previous,
        earlier[-2] if len(earlier) > 1 else None,
        _gap(letters, quotation, previous),
    )


def _words_beside(phrases: Phrases, here: int) -> tuple[str, str]:
    words, start = phrases.tokens.words, phrases.starts[here]
    lead = words[start - 1].lower()[:12] if start and phrases.letters[here - 1] != "Q" else ""
    tail = words[start + 1].lower()[:12] if start + 1 < len(words) and phrases.letters[here + 1] != "Q" else ""
    return lead, tail


def _gap(letters: str, quotation: Quotation, previous: Quotation | None) -> str:
    if previous is None:
        return "f"
    if previous.stretch == quotation.stretch:
        between = letters[previous.phrase + 1 : quotation.phrase]
        return "p" if "." in between or "?" in between else "s"
    return "n" if previous.stretch == quotation.stretch - 1 else "f"


def features_of(setting: Setting, candidate: Candidate) -> list[str]:
    """Return every feature of one candidate."""
    sights = first_sights(setting, candidate) + second_sights(setting, candidate)
    return [feature for spell, *given in sights for feature in spell(*given)]


def first_sights(setting: Setting, candidate: Candidate) -> list[Sight]:
    """Return what tells most of the candidates that are none: the rule, the rivals, who spoke before."""
    zone, kind, rule = candidate.zone, candidate.letter, candidate.relation.name
    return [
        (_standing, zone, kind, rule, setting.shape, setting.place, setting.gap),
        _rivals(setting, candidate),
        _memory(setting, candidate),
        _head(candidate, setting.scene.stretches[candidate.stretch]),
    ]


def second_sights(setting: Setting, candidate: Candidate) -> list[Sight]:
    """Return what else is looked at: the words around and between."""
    stretch = setting.scene.stretches[candidate.stretch]
    zone, kind, rule, place = candidate.zone, candidate.letter, candidate.relation.name, setting.place
    sights: list[Sight] = [(_lead, setting.lead, zone, kind, rule), (_tail, setting.tail, zone, kind, rule)]
    if zone[0] != "m":
        _look_between(zone, candidate.between, place, sights)
    if candidate.person is not None:
        person = candidate.person
        sights.append((_person, zone[0], min(person.count, 6), min(len(person.words), 4), min(person.spoken, 3)))
    _look_around(candidate, stretch, sights)
    _look_for_verbs(candidate, stretch, sights)
    return sights


def _standing(zone: str, kind: str, rule: str, shape: str, place: str, gap: str) -> Features:
    """Spell the kind of mention, where it stands and the rule that ties it."""
    return (
        f"zone={zone}{shape}",
        f"kind={kind}{zone}",
        f"place={kind}{zone}{place}",
        f"rule={rule}",
        f"rule-kind={rule}{kind}",
        f"rule-shape={rule}{shape}",
        f"gap={zone}{gap}{place}",
    )


def _lead(word: str, zone: str, kind: str, rule: str) -> Features:
    """Spell the word in front of the quotation."""
    return f"lead={word}+{zone}{kind}", f"lead-rule={word}+{rule}"


def _tail(word: str, zone: str, kind: str, rule: str) -> Features:
    """Spell the word behind it."""
    return f"tail={word}+{zone}{kind}", f"tail-rule={word}+{rule}"


def _rivals(setting: Setting, candidate: Candidate) -> Sight:
    """Look at how the mention's rule stands to the strongest rule of all."""
    best = setting.favourite
    if best is None or best is candidate:
        return (_best, candidate.relation.name, candidate.letter, setting.shape)
    same = best.person is not None and best.person is candidate.person
    return (
        _rival,
        *(best.relation.name, best.zone, best.letter),
        *(candidate.relation.name, candidate.zone, candidate.letter, same),
    )


def _best(rule: str, kind: str, shape: str) -> Features:
    return f"best={rule}{kind}", f"best-shape={rule}{shape}"


def _rival(best: str, best_zone: str, best_kind: str, rule: str, zone: str, kind: str, same: bool) -> Features:
    return (
        f"rival={best}+{rule}",
        f"rival-zone={best_zone}{best_kind}+{zone}{kind}",
        f"rival-same={best}{same:d}{zone}",
    )


def _look_between(zone: str, between: str, place: str, sights: list[Sight]) -> None:
    """Look at the letters between mention and quotation, and at what stands among them."""
    side = zone[0]
    way = between.translate(_SKIPPED)
    near, far = (way[:4], way[-3:]) if side == "a" else (way[-4:], way[:3])
    cues = way.count("V") + way.count("v") + way.count("G") + way.count("g")
    clauses, verbs = len(_CLAUSES.findall(between)), len(_FINITE.findall(between))
    sights += (
        (_near, zone, near),
        (_far, zone, far),
        (_said, zone, min(way.count("M"), 5), min(cues, 3), min(way.count("Q"), 3)),
        (_built, zone, min(way.count(","), 3), min(len(_SUBJECTS.findall(between)), 3), min(clauses, 3), min(verbs, 3)),
    )
    if len(way) < _LONGEST_WAY:
        sights.append((_way, side, way, place))


def _near(zone: str, letters: str) -> Features:
    return (f"near={zone}{letters}",)


def _far(zone: str, letters: str) -> Features:
    return (f"far={zone}{letters}",)


def _said(zone: str, mentions: int, cues: int, quotes: int) -> Features:
    return f"mentions={zone}{mentions}", f"cues={zone}{cues}", f"quotes={zone}{quotes}"


def _built(zone: str, commas: int, subjects: int, clauses: int, verbs: int) -> Features:
    return f"commas={zone}{commas}", f"subjects={zone}{subjects}", f"clauses={zone}{clauses}{verbs}"


def _way(side: str, way: str, place: str) -> Features:
    return f"way={side}{way}", f"way-place={side}{place}{way}"


def _look_around(candidate: Candidate, stretch: Stretch, sights: list[Sight]) -> None:
    """Look at what stands right before and right after the mention."""
    phrases, index, zone = stretch.phrases, candidate.phrase, candidate.zone
    letters, words, side = phrases.letters, phrases.tokens.words, zone[0]
    before, after = letters[max(0, index - 2) : index], letters[index + 1 : index + 4]
    sights += (
        (_before, side, before),
        (_after, side, after),
        (_around, zone, before[-1:], candidate.letter, after[:1], _is_first(letters, index)),
    )
    start, end = phrases.starts[index], phrases.end(index)
    if start and before[-1:] != "Q" and words[start - 1].islower():
        sights.append((_word_before, side, words[start - 1]))
    if end < len(words) and after[:1] != "Q" and words[end].islower():
        sights.append((_word_after, side, words[end]))


def _before(side: str, letters: str) -> Features:
    return (f"before={side}{letters}",)


def _after(side: str, letters: str) -> Features:
    return (f"after={side}{letters}",)


def _around(zone: str, before: str, kind: str, after: str, first: int) -> Features:
    return f"around={zone}{before}{kind}{after}", f"first={zone}{kind}{first}"


def _word_before(side: str, word: str) -> Features:
    return (f"word-before={side}{word}",)


def _word_after(side: str, word: str) -> Features:
    return (f"word-after={side}{word}",)


def _is_first(letters: str, index: int) -> int:
    """Tell whether a mention opens its sentence: 2 the very first phrase, 1 the first mention, 0 neither."""
    nearest = max(0, index - _SENTENCE)
    start = max(letters.rfind(".", nearest, index), letters.rfind("?", nearest, index), nearest - 1) + 1
    if start == index:
        return 2
    return int(_MENTIONED.search(letters, start, index) is None)


def _look_for_verbs(candidate: Candidate, stretch: Stretch, sights: list[Sight]) -> None:
    """Look at the reporting verbs tied to the mention, as its subject or turned round."""
    phrases, index, zone = stretch.phrases, candidate.phrase, candidate.zone
    letters = phrases.letters
    is_linked = False
    linked = _LINKED.match(letters, index + 1)
    if linked is not None:
        offset = linked.end() - 1
        sights.append((_verb, zone, phrases.last_word(offset), letters[offset], linked.group(1)))
        is_linked = True
    if index and letters[index - 1] in "VvU":
        sights.append((_verb_before, zone[0], phrases.last_word(index - 1)))
        is_linked = True
    sights.append((_linked, zone, candidate.letter, is_linked))


def _verb(zone: str, verb: str, cue: str, skipped: str) -> Features:
    return f"verb={zone[0]}{verb}", f"verb-way={zone}{cue}{skipped.translate(_SKIPPED)[:4]}"


def _verb_before(side: str, verb: str) -> Features:
    return (f"verb-before={side}{verb}",)


def _linked(zone: str, kind: str, is_linked: bool) -> Features:
    return (f"linked={zone}{kind}{is_linked:d}",)


def verb_behind(phrases: Phrases, index: int) -> str:
    """Return the reporting verb whose subject a mention is, or nothing."""
    linked = _LINKED.match(phrases.letters, index + 1)
    return phrases.last_word(linked.end() - 1) if linked is not None else ""


def _memory(setting: Setting, candidate: Candidate) -> Sight:
    """Look at how the mention stands to the speakers of the quotations before."""
    previous, zone = setting.previous, candidate.zone
    if previous is None or previous.chosen is None:
        return (_no_memory, zone)
    two = setting.before_previous
    again = _sameness(candidate, two.chosen) if two is not None and two.chosen is not None else ""
    same, said = _sameness(candidate, previous.chosen), previous.chosen.zone
    return (_remembered, same, again, setting.gap, setting.shape, setting.place, zone, candidate.letter, said)


def _no_memory(zone: str) -> Features:
    return (f"memory=none{zone}",)


def _remembered(
    same: str, again: str, gap: str, shape: str, place: str, zone: str, kind: str, said_zone: str
) -> Features:
    return (
        f"memory={same}{gap}{zone[0]}",
        f"memory-shape={same}{gap}{shape}{zone[0]}",
        f"memory-kind={same}{gap}{kind}{zone}",
        f"memory-rule={same}{gap}{said_zone}{place}",
        f"memory-two={same}{again}{gap}",
    )


def _sameness(candidate: Candidate, said: Candidate) -> str:
    if candidate.phrase == said.phrase and candidate.stretch == said.stretch:
        return "same"
    if candidate.person is not None and candidate.person is said.person:
        return "person"
    if candidate.letter == said.letter and candidate.letter in "hit":
        return "pronoun"
    return "other"


def _person(side: str, count: int, words: int, spoken: int) -> Features:
    """Spell how often the person is named, how long the name is, how often they spoke."""
    return f"count={side}{count}", f"name={side}{words}", f"spoken={side}{spoken}"


def _head(candidate: Candidate, stretch: Stretch) -> Sight:
    """Look at what a description is of and how it begins, and whether a name is a body's."""
    phrases, index, rule = stretch.phrases, candidate.phrase, candidate.relation.name
    if candidate.letter == "n":
        return (_noun, candidate.zone[0], phrases.first_word(index), phrases.last_word(index), rule)
    person = candidate.person
    sort = "?" if person is None else "b" if person.is_body else person.sex or "p"
    return (_sort, candidate.zone, candidate.letter, sort, rule)


def _noun(side: str, first: str, noun: str, rule: str) -> Features:
    return f"noun={side}{noun}", f"noun-first={side}{first}", f"noun-rule={rule}{noun}"


def _sort(zone: str, kind: str, sort: str, rule: str) -> Features:
    return f"sort={kind}{zone}{sort}", f"sort-rule={rule}{sort}"
