"""A document as the engine sees it: passages in letters, the people in them, the quotations found."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.model.document import Document
from reader.quotes.dashes import DASH_LANGUAGES, find_dash_speech
from reader.quotes.languages import language_of
from reader.quotes.lexicon import LetterTable, letter_table
from reader.quotes.marks import MarkSpan, find_marks, opens_with_mark
from reader.quotes.passages import Passage, find_passages
from reader.quotes.people import People, Person, split_name
from reader.quotes.phrases import Capitals, Phrases, find_phrases
from reader.quotes.tokens import Tokens


@dataclass(slots=True)
class Stretch:
    """One passage with its marks, phrases and the people its names mean."""

    passage: Passage
    marks: list[MarkSpan]
    phrases: Phrases
    people: dict[int, Person] = field(default_factory=dict)
    """Index of a phrase → who it names."""
    is_headline: bool = False


@dataclass(slots=True)
class Scene:
    """All stretches of a document, in order."""

    text: str
    stretches: list[Stretch]
    people: People
    table: LetterTable
    capitals: Capitals
    is_story: bool = False
    described: dict[tuple[int, int], Person] = field(default_factory=dict)
    """Stretch and phrase of a description → the nameless person it means."""

    def words(self, stretch: Stretch, first: int, last: int) -> str:
        """Cut the text of the tokens from `first` up to, not including, `last`."""
        tokens = stretch.phrases.tokens
        return self.text[tokens.starts[first] : tokens.end(last - 1)]

    def name_at(self, stretch: Stretch, index: int) -> str:
        """Return the name in a phrase, its words apart by single spaces."""
        phrases = stretch.phrases
        return " ".join(phrases.tokens.words[phrases.heads.get(index, phrases.starts[index]) : phrases.end(index)])


def read_scene(document: Document) -> Scene:
    """Spell every passage and settle who the names are."""
    text = document.text
    passages = find_passages(document)
    language = language_of(text)
    marks = _find_all_marks(text, passages, language)
    table = letter_table(language)
    tokens = [
        Tokens(text, passage.span.start, passage.span.end, spans, table)
        for passage, spans in zip(passages, marks, strict=True)
    ]
    capitals = Capitals(tokens, table)
    stretches = [
        _stretch(passage, spans, find_phrases(words, capitals))
        for passage, spans, words in zip(passages, marks, tokens, strict=True)
    ]
    is_story = _is_story(text, marks)
    scene = Scene(text, stretches, People(by_title=is_story), table, capitals, is_story)
    _name_everyone(scene)
    return scene


def _is_story(text: str, marks: list[list[MarkSpan]]) -> bool:
    """Tell stories from reports: people there ask, exclaim and say “you” to one another."""
    contents = [text[mark.start : mark.end] for spans in marks for mark in spans]
    if len(contents) < 12:
        return False
    asking = sum(content[-1] in "?!" for content in contents)
    addressing = sum("you" in content.lower() for content in contents)
    return asking + addressing > 0.45 * len(contents) + 2


def _stretch(passage: Passage, marks: list[MarkSpan], phrases: Phrases) -> Stretch:
    return Stretch(passage, marks, phrases, is_headline=_is_headline(phrases))


def _find_all_marks(text: str, passages: list[Passage], language: str) -> list[list[MarkSpan]]:
    singles = _prefers_single_marks(text)
    marks = []
    for passage in passages:
        spans = find_marks(text, passage.span.start, passage.span.end, singles=singles)
        if not spans and language in DASH_LANGUAGES:
            spans = find_dash_speech(text, passage.span.start, passage.span.end, language)
        if passage.code:
            spans = [span for span in spans if not any(run.start <= span.open < run.end for run in passage.code)]
        marks.append(spans)
    return marks


def _prefers_single_marks(text: str) -> bool:
    """Tell whether a document quotes in single marks first, as British books do."""
    return text.count("\n‘") + text.count("\n'") > text.count("\n“") + text.count('\n"')


def _name_everyone(scene: Scene) -> None:
    """Meet the full names first, so that a last name before its full name finds it.

    What a headline capitalises is not always a name: its names are only looked up.
    """
    named = [
        (number, index, scene.name_at(stretch, index))
        for number, stretch in enumerate(scene.stretches)
        for index, letter in enumerate(stretch.phrases.letters)
        if letter == "M"
    ]
    named.sort(key=lambda entry: scene.stretches[entry[0]].is_headline)
    for number, _, name in named:
        if not scene.stretches[number].is_headline and len(split_name(name)[1]) > 1:
            scene.people.meet(name)
    scene.people.forget_counts()
    for number, index, name in named:
        person = scene.people.meet(name)
        if person is not None:
            stretch = scene.stretches[number]
            stretch.people[index] = person
            if len(person.places) < _PLACES:
                person.places.append((number, index))
            person.acts += _acts(stretch.phrases.letters, index)
    scene.people.settle_names()


# Mentions of one person that are looked at for a role.
_PLACES = 20
_ACTS = frozenset("VvXZeEW")


def _acts(letters: str, index: int) -> int:
    """Count a name as somebody's who acts, or as a place's."""
    before = letters[index - 1] if index else ""
    if before == "p":
        return -1
    return int((letters[index + 1 : index + 2] in _ACTS and index + 1 < len(letters)) or before == "V")


def _is_headline(words: Phrases) -> bool:
    """Tell whether a short passage capitalises nearly all its words, as headlines do."""
    written = [word for word in words.tokens.words[:40] if len(word) > 3 and word[0].isalpha()]
    return len(words.tokens.words) < 40 and sum(word[0].isupper() for word in written) > 0.7 * len(written)


def continues_mark(scene: Scene, number: int) -> bool:
    """Tell whether the passage after this one opens with a mark, so that an open quotation goes on there."""
    if number + 1 >= len(scene.stretches):
        return False
    span = scene.stretches[number + 1].passage.span
    return opens_with_mark(scene.text, span.start, span.end)
