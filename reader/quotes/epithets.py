"""Whom a description means when the text has named them: “the mayor” is the mayor of the paragraph before.

Knows what stands beside names: titles (“Mayor Ann Lee”), descriptions (“spokeswoman Ann Lee”) and appositions
(“Ann Lee, a potter,”). Says nothing of stories, where “the captain” may be anybody.
"""

from __future__ import annotations

from reader.quotes.lexicon import ANYBODY, THINGS, TITLES, sex_of_noun
from reader.quotes.people import Person
from reader.quotes.phrases import Phrases

_DEFINITE = frozenset(("the", "this", "that"))
_NEW = frozenset(("a", "an", "another", "one"))
_PLAIN_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mister", "sir", "lady", "lord", "madam", "dr"))


class Epithets:
    """What everybody named so far was called beside their name."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._words: dict[tuple[str, int], set[str]] = {}

    def note(self, person: Person, words: list[str]) -> None:
        """Remember the words that stand beside somebody's name; the last of them is what the person is."""
        spelled = [word.lower().rstrip(".") for word in words]
        for head in spelled if spelled and spelled[-1] in TITLES else spelled[-1:]:
            if head not in THINGS and head not in ANYBODY and head not in _PLAIN_TITLES:
                self._people[head] = person
                self._words.setdefault((head, person.number), set()).update(spelled)

    def meant(self, words: list[str]) -> Person | None:
        """Return whom “the mayor” or “the French minister” means, if somebody was called that."""
        if words[0].lower() not in _DEFINITE:
            return None
        head = words[-1].lower()
        person = self._people.get(head)
        if person is None or (sex_of_noun(head) and person.sex not in ("", sex_of_noun(head))):
            return None
        known = self._words[head, person.number]
        return person if all(word.lower() in known for word in words[1:-1]) else None


def words_beside(phrases: Phrases, index: int) -> list[str]:
    """Return the titles and the description in front of the name in a phrase."""
    phrase = phrases[index]
    tokens = phrases.tokens
    end = phrase.head
    while end < phrase.end and tokens.letters[end] == "T":
        end += 1
    return [word for word in tokens.words[phrase.start : end] if word[0].isalpha()]


def described_before(phrases: Phrases, index: int) -> int | None:
    """Return the phrase a description stands in apposition to: “Ann Lee, a potter,”, “my neighbour, a midwife,”."""
    letters = phrases.letters
    start = index - 1
    while start > 0 and letters[start] in "da#":
        start -= 1
    if start < 1 or letters[start] != "," or letters[start - 1] not in "Mn":
        return None
    follows = letters[index + 1 : index + 2]
    if follows not in (",", ".", "p", "O", "W", "-", "", ";", "z"):
        return None
    words, begin = phrases.tokens.words, phrases.starts[index]
    single = words[begin].lower() in _NEW or words[begin].lower() == "the"
    return start - 1 if single or letters[start - 1] == "M" else None


def named_after(phrases: Phrases, index: int) -> int | None:
    """Return the phrase that names whom a longer description means: “her opponent on the council, Ann Lee,”."""
    if phrases.letters[index + 1 : index + 3] not in ("pM", "OM") or index + 2 not in phrases.heads:
        return None
    return index + 2 if phrases.tokens.words[phrases.heads[index + 2] - 1] == "," else None
