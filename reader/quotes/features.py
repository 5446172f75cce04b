"""What the ranker sees of a mention that may be a quotation's speaker: short strings, each a fact one can read.

A feature is spelled `name=value`; the weights file lists the names with the weight of each value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.scene import Scene, Stretch

# Letters that say little about the way from a mention to a quotation are left out of it.
_SKIPPED: dict[int, str | None] = {ord(letter): None for letter in "ad#RxU_eJK"}
_SKIPPED.update({ord(letter): "M" for letter in "nhtiuyb"})
_CUES = "VvGgE"
_TOLD = {"M": "name", "n": "noun"}


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all candidates of one quotation."""

    scene: Scene
    quotation: Quotation
    shape: str
    """Where the quotation stands in its sentence, how it begins and how it ends."""
    place: str
    previous: Quotation | None
    before_previous: Quotation | None
    gap: str
    """How far the quotation before is: s same sentence, p same passage, n the passage before, f further."""


def setting_of(scene: Scene, quotation: Quotation, earlier: list[Quotation]) -> Setting:
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
        previous,
        earlier[-2] if len(earlier) > 1 else None,
        _gap(letters, quotation, previous),
    )


def _gap(letters: str, quotation: Quotation, previous: Quotation | None) -> str:
    if previous is None:
        return "f"
    if previous.stretch == quotation.stretch:
        between = letters[previous.phrase + 1 : quotation.phrase]
        return "p" if "." in between or "?" in between else "s"
    return "n" if previous.stretch == quotation.stretch - 1 else "f"


def features_of(setting: Setting, candidate: Candidate) -> Iterator[str]:
    """Yield every feature of one candidate."""
    stretch = setting.scene.stretches[candidate.stretch]
    yield from _standing(setting, candidate, stretch)
    yield from _way(setting, candidate)
    yield from _neighbours(setting, candidate, stretch)
    yield from _links(setting, candidate, stretch)
    yield from _memory(setting, candidate)
    yield from _person(setting, candidate)


def _standing(setting: Setting, candidate: Candidate, stretch: Stretch) -> Iterator[str]:
    """Yield the kind of mention, where it stands and the rule that ties it."""
    zone, kind = candidate.zone, candidate.letter
    yield f"zone={zone}{setting.shape}"
    yield f"kind={kind}{zone}"
    yield f"place={kind}{zone}{setting.place}"
    yield f"rule={candidate.relation.name}"
    yield f"rule-kind={candidate.relation.name}{kind}"
    yield f"rule-shape={candidate.relation.name}{setting.shape}"
    yield f"gap={zone}{setting.gap}{setting.place}"


def _way(setting: Setting, candidate: Candidate) -> Iterator[str]:
    """Yield the letters between mention and quotation, and what stands among them."""
    side, between = candidate.zone[0], candidate.between
    if side == "m":
        return
    way = between.translate(_SKIPPED)
    if len(way) < 7:
        yield f"way={side}{way}"
        yield f"way-place={side}{setting.place}{way}"
    near, far = (way[:4], way[-3:]) if side == "a" else (way[-4:], way[:3])
    yield f"near={candidate.zone}{near}"
    yield f"far={candidate.zone}{far}"
    mentions = sum(map(way.count, "M"))
    cues = sum(map(way.count, "VvGg"))
    yield f"mentions={candidate.zone}{min(mentions, 5)}"
    yield f"cues={candidate.zone}{min(cues, 3)}"
    yield f"quotes={candidate.zone}{min(way.count('Q'), 3)}"
    yield f"commas={candidate.zone}{min(way.count(','), 3)}"


def _neighbours(setting: Setting, candidate: Candidate, stretch: Stretch) -> Iterator[str]:
    """Yield what stands right before and right after the mention."""
    letters, index = stretch.phrases.letters, candidate.phrase
    side = candidate.zone[0]
    before, after = letters[max(0, index - 2) : index], letters[index + 1 : index + 4]
    yield f"before={side}{before}"
    yield f"after={side}{after}"
    yield f"around={candidate.zone}{before[-1:]}{candidate.letter}{after[:1]}"
    yield f"first={candidate.zone}{candidate.letter}{_is_first(letters, index)}"
    phrases = stretch.phrases
    if index:
        word = phrases.tokens.words[phrases.items[index].start - 1]
        if len(word) < 12 and word.islower():
            yield f"word-before={side}{word}"
    end = phrases.items[index].end
    if end < len(phrases.tokens.words):
        word = phrases.tokens.words[end]
        if len(word) < 12 and word.islower():
            yield f"word-after={side}{word}"


def _is_first(letters: str, index: int) -> int:
    """Tell whether a mention opens its sentence: 2 the very first phrase, 1 the first mention, 0 neither."""
    start = max(letters.rfind(".", 0, index), letters.rfind("?", 0, index)) + 1
    if start == index:
        return 2
    return int(not any(letter in "MnhtiuyW" for letter in letters[start:index]))


def _links(setting: Setting, candidate: Candidate, stretch: Stretch) -> Iterator[str]:
    """Yield the reporting verbs tied to the mention, as its subject or turned round."""
    letters, index, zone = stretch.phrases.letters, candidate.phrase, candidate.zone
    words, items = stretch.phrases.tokens.words, stretch.phrases.items
    linked = False
    for offset in range(index + 1, min(index + 9, len(letters))):
        letter = letters[offset]
        if letter in ".?Q":
            break
        if letter in _CUES:
            cue = words[items[offset].end - 1].lower()
            skipped = letters[index + 1 : offset].translate(_SKIPPED)
            yield f"verb={zone[0]}{cue}"
            yield f"verb-way={zone}{letter}{skipped[:4]}"
            linked = True
            break
    if index and letters[index - 1] in "VvU":
        yield f"verb-before={zone[0]}{words[items[index - 1].end - 1].lower()}"
        linked = True
    yield f"linked={zone}{candidate.letter}{int(linked)}"


def _memory(setting: Setting, candidate: Candidate) -> Iterator[str]:
    """Yield how the mention stands to the speakers of the quotations before."""
    previous = setting.previous
    if previous is None or previous.chosen is None:
        yield f"memory=none{candidate.zone}"
        return
    same = _sameness(candidate, previous.chosen)
    yield f"memory={same}{setting.gap}{candidate.zone[0]}"
    yield f"memory-shape={same}{setting.gap}{setting.shape}{candidate.zone[0]}"
    yield f"memory-kind={same}{setting.gap}{candidate.letter}{candidate.zone}"
    yield f"memory-rule={same}{setting.gap}{previous.chosen.zone}{setting.place}"
    if setting.before_previous is not None and setting.before_previous.chosen is not None:
        yield f"memory-two={same}{_sameness(candidate, setting.before_previous.chosen)}{setting.gap}"


def _sameness(candidate: Candidate, said: Candidate) -> str:
    if (candidate.stretch, candidate.phrase) == (said.stretch, said.phrase):
        return "same"
    if candidate.person is not None and candidate.person is said.person:
        return "person"
    if candidate.letter == said.letter and candidate.letter in "hit":
        return "pronoun"
    return "other"


def _person(setting: Setting, candidate: Candidate) -> Iterator[str]:
    """Yield how often the person is named and how long the name is."""
    person = candidate.person
    if person is None:
        return
    yield f"count={candidate.zone[0]}{min(person.count, 6)}"
    yield f"name={candidate.zone[0]}{min(len(person.words), 4)}"
    yield f"spoken={candidate.zone[0]}{min(person.spoken, 3)}"
