"""What the ranker sees of a mention that may be a quotation's speaker: short strings, each a fact one can read.

A feature is spelled `name=value`; the weights file lists the names with the weight of each value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.phrases import Phrases
from reader.quotes.scene import Scene, Stretch

# Letters that say little about the way from a mention to a quotation are left out of it.
_SKIPPED: dict[int, str | None] = {ord(letter): None for letter in "ad#RxU_eJK"}
_SKIPPED.update({ord(letter): "M" for letter in "nhtiuyb"})
# Phrases back in which the head of a sentence is looked for.
_SENTENCE = 60
_LINKED = re.compile(r"([^.?QVvGgE]{0,7})[VvGgE]")
_MENTIONED = re.compile(r"[MnhtiuyW]")


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


def features_of(setting: Setting, candidate: Candidate) -> list[str]:
    """Return every feature of one candidate."""
    stretch = setting.scene.stretches[candidate.stretch]
    return [
        *_standing(setting, candidate),
        *_way(setting, candidate),
        *_neighbours(candidate, stretch),
        *_links(candidate, stretch),
        *_memory(setting, candidate),
        *_person(candidate),
    ]


def _standing(setting: Setting, candidate: Candidate) -> tuple[str, ...]:
    """Return the kind of mention, where it stands and the rule that ties it."""
    zone, kind, rule = candidate.zone, candidate.letter, candidate.relation.name
    return (
        f"zone={zone}{setting.shape}",
        f"kind={kind}{zone}",
        f"place={kind}{zone}{setting.place}",
        f"rule={rule}",
        f"rule-kind={rule}{kind}",
        f"rule-shape={rule}{setting.shape}",
        f"gap={zone}{setting.gap}{setting.place}",
    )


def _way(setting: Setting, candidate: Candidate) -> tuple[str, ...]:
    """Return the letters between mention and quotation, and what stands among them."""
    zone = candidate.zone
    side = zone[0]
    if side == "m":
        return ()
    way = candidate.between.translate(_SKIPPED)
    near, far = (way[:4], way[-3:]) if side == "a" else (way[-4:], way[:3])
    cues = way.count("V") + way.count("v") + way.count("G") + way.count("g")
    counted = (
        f"near={zone}{near}",
        f"far={zone}{far}",
        f"mentions={zone}{min(way.count('M'), 5)}",
        f"cues={zone}{min(cues, 3)}",
        f"quotes={zone}{min(way.count('Q'), 3)}",
        f"commas={zone}{min(way.count(','), 3)}",
    )
    return (*counted, f"way={side}{way}", f"way-place={side}{setting.place}{way}") if len(way) < 7 else counted


def _neighbours(candidate: Candidate, stretch: Stretch) -> list[str]:
    """Return what stands right before and right after the mention."""
    phrases, index, zone = stretch.phrases, candidate.phrase, candidate.zone
    letters, words, side = phrases.letters, phrases.tokens.words, zone[0]
    before, after = letters[max(0, index - 2) : index], letters[index + 1 : index + 4]
    found = [
        f"before={side}{before}",
        f"after={side}{after}",
        f"around={zone}{before[-1:]}{candidate.letter}{after[:1]}",
        f"first={zone}{candidate.letter}{_is_first(letters, index)}",
    ]
    start, end = phrases.starts[index], phrases.end(index)
    if start and before[-1:] != "Q" and words[start - 1].islower():
        found.append(f"word-before={side}{words[start - 1]}")
    if end < len(words) and after[:1] != "Q" and words[end].islower():
        found.append(f"word-after={side}{words[end]}")
    return found


def _is_first(letters: str, index: int) -> int:
    """Tell whether a mention opens its sentence: 2 the very first phrase, 1 the first mention, 0 neither."""
    nearest = max(0, index - _SENTENCE)
    start = max(letters.rfind(".", nearest, index), letters.rfind("?", nearest, index), nearest - 1) + 1
    if start == index:
        return 2
    return int(_MENTIONED.search(letters, start, index) is None)


def _links(candidate: Candidate, stretch: Stretch) -> list[str]:
    """Return the reporting verbs tied to the mention, as its subject or turned round."""
    phrases, index, zone = stretch.phrases, candidate.phrase, candidate.zone
    letters = phrases.letters
    found = []
    linked = _LINKED.match(letters, index + 1)
    if linked is not None:
        offset = linked.end() - 1
        skipped = linked.group(1).translate(_SKIPPED)
        found.append(f"verb={zone[0]}{phrases.last_word(offset)}")
        found.append(f"verb-way={zone}{letters[offset]}{skipped[:4]}")
    if index and letters[index - 1] in "VvU":
        found.append(f"verb-before={zone[0]}{phrases.last_word(index - 1)}")
    found.append(f"linked={zone}{candidate.letter}{int(bool(found))}")
    return found


def verb_behind(phrases: Phrases, index: int) -> str:
    """Return the reporting verb whose subject a mention is, or nothing."""
    linked = _LINKED.match(phrases.letters, index + 1)
    return phrases.last_word(linked.end() - 1) if linked is not None else ""


def _memory(setting: Setting, candidate: Candidate) -> tuple[str, ...]:
    """Return how the mention stands to the speakers of the quotations before."""
    previous, zone, gap = setting.previous, candidate.zone, setting.gap
    if previous is None or previous.chosen is None:
        return (f"memory=none{zone}",)
    same = _sameness(candidate, previous.chosen)
    two = setting.before_previous
    again = _sameness(candidate, two.chosen) if two is not None and two.chosen is not None else ""
    return (
        f"memory={same}{gap}{zone[0]}",
        f"memory-shape={same}{gap}{setting.shape}{zone[0]}",
        f"memory-kind={same}{gap}{candidate.letter}{zone}",
        f"memory-rule={same}{gap}{previous.chosen.zone}{setting.place}",
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


def _person(candidate: Candidate) -> tuple[str, ...]:
    """Return how often the person is named and how long the name is."""
    person, side = candidate.person, candidate.zone[0]
    if person is None:
        return ()
    return (
        f"count={side}{min(person.count, 6)}",
        f"name={side}{min(len(person.words), 4)}",
        f"spoken={side}{min(person.spoken, 3)}",
    )
