"""Who speaks in a story: decided a paragraph at a time, by tags, acts, forms of address and turns.

A paragraph of dialogue mostly has one speaker. Each gets evidence for the people in the scene; then the likeliest
sequence of speakers is taken, in which voices tend to alternate. Weights by hand: there is no train set of novels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import log1p

from reader.quotes.attribution import Candidate, Quotation
from reader.quotes.lexicon import ANYBODY
from reader.quotes.people import NARRATOR, Person
from reader.quotes.ranker import shares
from reader.quotes.relations import ACTOR, ALTERNATION
from reader.quotes.scene import Scene, Stretch
from reader.quotes.tags import named_person, tag_of

# Evidence, in the ranker's unit: each point makes a speaker e times as likely.
_TAG = 9.0
_PRONOUN_TAG = 5.0
_DESCRIBED_TAG = 3.5
_RESOLVED = 2.0
_ACT = 3.0
_PRONOUN_ACT = 1.5
_WRONG_SEX = -7.0
_CALLS = -4.0
_CALLED = 2.0
_NEAR = (1.0, 0.8, 0.6, 0.4, 0.3, 0.2)
_SAME_AGAIN = {1: -2.2, 2: -0.8, 3: -0.3}
_TURN_ABOUT = 1.3
_STILL_OPEN = 8.0
_CAUTION = 0.5
# How sure a tag may be of the person: “she said” and “the old man said” leave room for doubt.
_MOST = {"h": 0.88, "n": 0.85}
_PRIOR = 0.4
_POOL = 5
_BEAM = 16
_FAR = 9
# Passages within which two voices make a conversation.
_CONVERSATION = 4
_SCENE_LENGTH = 6

_CALL = re.compile(
    r"(?:^|[,.!?;—-]\s*(?:(?:my |dear |poor |old |oh |O )*))"
    r"((?:(?:Mr|Mrs|Ms|Dr)\.?|Miss|Sir|Lady|Lord|Captain|Doctor|Aunt|Uncle)?"
    r"[ \xa0]?[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.!?;—-]|$)"
)


NOBODY = -1
Paths = dict[tuple[int, int], tuple[float, tuple[int, int]]]


@dataclass(slots=True)
class Turn:
    """The quotations of one paragraph that one person speaks, and what tells who."""

    stretch: int
    quotations: list[Quotation]
    evidence: dict[int, float] = field(default_factory=dict)
    """Person's number → points."""
    tag: Candidate | None = None
    sex: str = ""
    """What a pronoun in the tag tells."""
    pool: list[Person] = field(default_factory=list)
    is_open: bool = False
    """True when the paragraph before was left open and this one goes on."""


def attribute_story(scene: Scene, marked: Sequence[Quotation]) -> list[Quotation]:
    """Give every quotation of a story its speaker; what is no speech is left out."""
    spoken = [quotation for quotation in marked if _is_speech(scene, quotation)]
    turns = list(_turns(scene, spoken))
    _gather(scene, turns)
    _assign(scene, turns, _likeliest(turns))
    return spoken


def _content(scene: Scene, quotation: Quotation) -> str:
    mark = quotation.mark
    return scene.text[mark.start : mark.end]


def _is_speech(scene: Scene, quotation: Quotation) -> bool:
    """Tell speech from a word in marks inside the narration."""
    content = _content(scene, quotation)
    if content[-1] in ".,!?—-…;:" or len(content.split()) > 6:
        return True
    letters = scene.stretches[quotation.stretch].phrases.letters
    return quotation.phrase == 0 or letters[quotation.phrase - 1] in ":,V" or len(letters) == 1


def _turns(scene: Scene, spoken: list[Quotation]) -> Iterator[Turn]:
    start = 0
    for end in range(1, len(spoken) + 1):
        if end == len(spoken) or spoken[end].stretch != spoken[start].stretch:
            yield from _paragraph_turns(scene, spoken[start:end])
            start = end


def _paragraph_turns(scene: Scene, quotations: list[Quotation]) -> Iterator[Turn]:
    """Split a paragraph where its tags name different people; mostly it is one turn."""
    turn = Turn(quotations[0].stretch, [])
    for quotation in quotations:
        tag = tag_of(scene, quotation)
        if tag is not None and turn.tag is not None and _differ(turn.tag, tag):
            yield turn
            turn = Turn(quotation.stretch, [])
        turn.quotations.append(quotation)
        if turn.tag is None or (tag is not None and turn.tag.letter not in "Mn" and tag.letter in "Mn"):
            turn.tag = tag
    yield turn


def _differ(one: Candidate, other: Candidate) -> bool:
    return (
        one.person is not None
        and other.person is not None
        and one.person is not other.person
        and (one.letter in "Mni" and other.letter in "Mni")
    )


def _gather(scene: Scene, turns: list[Turn]) -> None:
    """Collect who is in the scene of each turn, and the evidence for each."""
    recent: list[Person] = []
    done = 0
    spoken = Counter(person.number for turn in turns if (person := _named_by(turn.tag)) is not None)
    for number, turn in enumerate(turns):
        for stretch in range(done, turn.stretch + 1):
            _remember(scene, scene.stretches[stretch], recent)
        done = turn.stretch + 1
        if turn.tag is not None and turn.tag.person is not None and turn.tag.letter != "h":
            _bring_forward(recent, turn.tag.person)
        previous = turns[number - 1] if number else None
        _weigh(scene, turn, previous, recent)
    for number, turn in enumerate(turns):
        _add_coming(turns, number, turn)
        for person in turn.pool:
            turn.evidence[person.number] += _PRIOR * log1p(spoken[person.number])
        turn.pool.sort(key=lambda person: -turn.evidence[person.number])
        del turn.pool[_POOL:]


def _named_by(tag: Candidate | None) -> Person | None:
    """Return whom a tag names outright."""
    return tag.person if tag is not None and tag.letter in "Mni" else None


def _remember(scene: Scene, stretch: Stretch, recent: list[Person]) -> None:
    for match in _NAMED.finditer(stretch.phrases.letters):
        index = match.start()
        if match.group() in "Mh":
            person = stretch.people.get(index)
        else:
            phrase = stretch.phrases[index]
            person = scene.people.described(scene.words(stretch, phrase.start, phrase.end))
            if person is not None and person.sex:
                continue  # “the young man” is mostly somebody with a name
        if person is not None and person.count > 1 and _may_speak(person):
            _bring_forward(recent, person)


def _may_speak(person: Person) -> bool:
    return not person.is_body and (person.acts > 0 or bool(person.title) or person.words[0] == "the")


def _bring_forward(recent: list[Person], person: Person) -> None:
    if person in recent:
        recent.remove(person)
    recent.append(person)
    del recent[:-_SCENE_LENGTH]


def _weigh(scene: Scene, turn: Turn, previous: Turn | None, recent: list[Person]) -> None:
    points = turn.evidence
    for near, person in enumerate(reversed(recent)):
        points[person.number] = _NEAR[near]
        turn.pool.append(person)
    _weigh_tag(scene, turn)
    _weigh_acts(scene, turn)
    for quotation in turn.quotations:
        for person in _called(scene, quotation):
            if person.number in points:
                points[person.number] += _CALLS
    if previous is not None and turn.stretch - previous.stretch <= 2:
        for person in _called(scene, previous.quotations[-1]):
            _add(turn, person, _CALLED)
    if previous is not None:
        first = turn.quotations[0]
        last = previous.quotations[-1].mark
        turn.is_open = turn.stretch == previous.stretch + 1 and first.phrase == 0 and not last.closed


def _add(turn: Turn, person: Person, points: float) -> None:
    if person.number not in turn.evidence:
        turn.pool.append(person)
        turn.evidence[person.number] = 0.0
    turn.evidence[person.number] += points


def _weigh_tag(scene: Scene, turn: Turn) -> None:
    tag = turn.tag
    if tag is None:
        return
    if tag.letter in "Mi" and tag.person is not None:
        _add(turn, tag.person, _TAG)
    elif tag.letter == "n" and tag.person is not None:
        _weigh_description(scene, turn, tag, tag.person)
    elif tag.letter == "h":
        if tag.person is not None:
            _add(turn, tag.person, _RESOLVED)
        _weigh_sex(turn, _sex_of_pronoun(scene, tag.stretch, tag.phrase), _PRONOUN_TAG)


def _weigh_description(scene: Scene, turn: Turn, tag: Candidate, person: Person) -> None:
    """“The old man” is likely somebody with a name; “a man” is somebody new, and “the stranger” himself."""
    phrases = scene.stretches[tag.stretch].phrases
    is_new = phrases.first_word(tag.phrase) in ("a", "an", "another", "one")
    if is_new or person.words[-1] not in ANYBODY:
        _add(turn, person, _TAG)
    else:
        _add(turn, person, _DESCRIBED_TAG - 2)
        _weigh_sex(turn, person.sex, _DESCRIBED_TAG)


def _sex_of_pronoun(scene: Scene, number: int, index: int) -> str:
    phrases = scene.stretches[number].phrases
    return "f" if phrases.first_word(index).startswith("she") else "m"


def _weigh_sex(turn: Turn, sex: str, points: float) -> None:
    """Count for everybody of a sex, less for whom the text gives none, and against the others."""
    for person in turn.pool:
        if not sex or person.number == NARRATOR:
            continue
        if person.sex:
            turn.evidence[person.number] += points if person.sex == sex else _WRONG_SEX
        else:
            turn.evidence[person.number] += points - 1


_NAMED = re.compile(r"[Mnh]")
_SUBJECT = re.compile(r"(?:^|[.?])[cSRa,]{0,4}([Mnhi])(?!z)")


def _weigh_acts(scene: Scene, turn: Turn) -> None:
    """Count who acts in the paragraph's own narration: “…” Ann looked up. “…”"""
    if turn.tag is not None:
        return
    stretch = scene.stretches[turn.stretch]
    for match in _SUBJECT.finditer(stretch.phrases.letters):
        index, letter = match.start(1), match.group(1)
        if letter == "h":
            person = stretch.people.get(index)
            if person is not None:
                _add(turn, person, _RESOLVED)
            _weigh_sex(turn, _sex_of_pronoun(scene, turn.stretch, index), _PRONOUN_ACT)
        else:
            person = named_person(scene, stretch, index)
            if person is not None and not person.is_body and person.acts >= 0:
                _add(turn, person, _ACT)
        return


def _called(scene: Scene, quotation: Quotation) -> Iterator[Person]:
    """Yield who is called by name inside a quotation."""
    for match in _CALL.finditer(_content(scene, quotation)):
        person = scene.people.look_up(match.group(1))
        if person is not None:
            yield person


def _add_coming(turns: list[Turn], number: int, turn: Turn) -> None:
    """Let the people tagged in the next turns be in this one's scene."""
    for later in turns[number + 1 : number + 4]:
        if later.stretch - turn.stretch > 4:
            return
        tag = later.tag
        if tag is not None and tag.person is not None and tag.letter in "Mni":
            _add(turn, tag.person, 0.2)


def _likeliest(turns: list[Turn]) -> list[Person | None]:
    """Return the likeliest sequence of speakers: evidence of each turn plus how two turns follow each other.

    A state is the last two speakers; only the best few are followed on (twice as fast, the same speakers).
    """
    paths: Paths = {(NOBODY, NOBODY): (0.0, (NOBODY, NOBODY))}
    history: list[Paths] = []
    for number, turn in enumerate(turns):
        gap = turn.stretch - turns[number - 1].stretch if number else _FAR
        wider = gap + turns[number - 1].stretch - turns[number - 2].stretch if number > 1 else _FAR
        again = _STILL_OPEN if turn.is_open else _SAME_AGAIN.get(gap, 0.0)
        about = _TURN_ABOUT if wider <= _CONVERSATION else 0.0
        choices = [(person.number, turn.evidence[person.number]) for person in turn.pool] or [(NOBODY, 0.0)]
        paths = _extended(paths, choices, again, about)
        history.append(paths)
    return _trace(turns, history)


def _extended(paths: Paths, choices: list[tuple[int, float]], again: float, about: float) -> Paths:
    longer: Paths = {}
    for pair, (total, _) in paths.items():
        before, last = pair
        for choice, evidence in choices:
            points = total + evidence + (again if choice == last else about if choice == before else 0.0)
            state = (last, choice)
            if state not in longer or points > longer[state][0]:
                longer[state] = (points, pair)
    if len(longer) <= _BEAM:
        return longer
    return dict(nlargest(_BEAM, longer.items(), key=lambda path: path[1][0]))


def _trace(turns: list[Turn], history: list[Paths]) -> list[Person | None]:
    speakers: list[Person | None] = []
    if not history:
        return speakers
    state = max(history[-1], key=lambda pair: history[-1][pair][0])
    for turn, paths in zip(reversed(turns), reversed(history), strict=True):
        speakers.append(next((person for person in turn.pool if person.number == state[1]), None))
        state = paths[state][1]
    return speakers[::-1]


def _assign(scene: Scene, turns: list[Turn], speakers: list[Person | None]) -> None:
    """Give the quotations their speakers, with the words that name each: the tag's or the last before it."""
    named: dict[int, tuple[int, int]] = {}
    done = 0
    for index, (turn, speaker) in enumerate(zip(turns, speakers, strict=True)):
        for number in range(done, turn.stretch + 1):
            for phrase, person in scene.stretches[number].people.items():
                named[person.number] = (number, phrase)
        done = turn.stretch + 1
        if turn.tag is not None and turn.tag.person is not None and turn.tag.letter in "ni":
            named[turn.tag.person.number] = (turn.tag.stretch, turn.tag.phrase)
        candidate = _mention_of(scene, turn, speaker, named) if speaker is not None else None
        if candidate is not None:
            for quotation in turn.quotations:
                quotation.choose(candidate, _confidence(turns, speakers, index))


def _confidence(turns: list[Turn], speakers: list[Person | None], index: int) -> float:
    turn = turns[index]
    before = speakers[index - 1] if index else None
    gap = turn.stretch - turns[index - 1].stretch if index else _FAR
    again = _STILL_OPEN if turn.is_open else _SAME_AGAIN.get(gap, 0.0)
    points = [turn.evidence[person.number] + (again if person is before else 0.0) for person in turn.pool]
    chosen = next(number for number, person in enumerate(turn.pool) if person is speakers[index])
    most = _MOST.get(turn.tag.letter, 0.98) if turn.tag is not None else 0.98
    return min(most, shares([_CAUTION * value for value in points])[chosen])


def _mention_of(scene: Scene, turn: Turn, speaker: Person, named: dict[int, tuple[int, int]]) -> Candidate | None:
    tag = turn.tag
    if tag is not None and (tag.person is speaker or tag.letter == "h"):
        return Candidate(tag.stretch, tag.phrase, tag.letter, tag.zone, tag.between, tag.relation, speaker)
    if speaker.number not in named:
        return None
    number, phrase = named[speaker.number]
    relation = ACTOR if number == turn.stretch else ALTERNATION
    letter = scene.stretches[number].phrases.letters[phrase]
    return Candidate(number, phrase, letter, "p0", "", relation, speaker)
