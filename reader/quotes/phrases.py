"""A passage as phrases: who is named, which verbs report, where sentences end.

The grammar is one pattern over the letters of `lexicon.py`. Its phrases get letters again, so that `relations.py`
can look at a paragraph as at a short word: “…,” said Ann Lee, the mayor. → Q V M , n .
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.quotes.lexicon import LetterTable, sex_of_name
from reader.quotes.tokens import Tokens

_NAME = r"(?:T{1,4}(?:ON(?=[NI]))?)?(?:[NBI](?:J|K{1,2}(?=[NI]))?){1,9}(?:OdB?[NB]{1,3}|O[NB]{1,3})?"
_ORGANISATION = r"[NI]{0,4}B[NB]{0,4}(?:Od?[NBT]{1,4}(?:c[NB]{1,2})?)?"
_MODIFIERS = r"(?:[ds][aeU#NBTIzgRGn]{0,7}?|[NBI]{1,4}(?:z[aB]{0,5}|a{0,2})|(?<=z)[a]{0,3})"
_DESCRIPTION = rf"(?:dO(?=[ds]))?(?:{_MODIFIERS})?n{{1,3}}"
_PERSON = r"T{0,3}[NI](?:[NBI](?:J|K{1,2}(?=[NI]))?){0,5}"
# “her deputy, Ann Lee”: the comma stands only where somebody's own is named.
_OWN_DESCRIPTION = r"(?:s|d?[NBI]{1,3}z)[a#]{0,3}n{1,3}"
# Whatever else says something: “a 52-count complaint charged”, “says the card”.
_SUBJECT = r"(?<!v)(?:[ds][aeU#NBz]{0,6}?[aU]|#[aU]|(?<=[.,])d)(?=R{0,2}[XZx]{0,3}R?[VvG])"
_VERB_SUBJECT = r"(?<=[Vv])d[aeR#NBU]{0,5}a(?=[.,Q]|$)|(?<=QV)d[aeR#NBU]{0,5}a(?=[WpOe(])"
# “according to its Amazon summary”, “73 percent of likely voters said”.
_SOURCE = r"(?<=@w)[ds]?[aeU#NBTzRv]{0,6}?[av](?=[.,QpOWeZX(]|$)"
_SHARE = r"#[a_]O[dsa#]{0,3}[NBn](?=R{0,2}[XZx]{0,3}R?[VvGe])"
_GRAMMAR = re.compile(
    rf"(?P<quote>Q)"
    rf"|(?P<described>{_DESCRIPTION}|{_OWN_DESCRIPTION},|{_DESCRIPTION},(?={_PERSON},)|[NBI]{{1,4}}z(?=T))(?P<whose>{_PERSON})(?!z|n)"
    rf"|(?P<nominal>{_DESCRIPTION}|d[a]{{0,3}}T{{1,2}}(?![NTI])|{_SUBJECT}|{_VERB_SUBJECT}|{_SOURCE}|{_SHARE})"
    rf"|(?P<body>d?{_ORGANISATION})"
    rf"|(?P<name>{_NAME}|T{{1,3}})"
    rf"|(?P<plain>(?<=[das])[GgU])"
    rf"|(?P<pronoun>[htiuybs])"
    rf"|(?P<relative>W)"
    rf"|(?P<passive>(?:[XxR]{{0,4}}Z[Rx]{{0,3}})[Vv])"
    rf"|(?P<strong>(?:[XxRZw]{{0,6}})(?:V|(?<=[XZRwxtiuy])U|(?<=Z)G))"
    rf"|(?P<weak>(?:[XxRZw]{{0,6}})(?:v|(?<=Z)g))"
    rf"|(?P<other>[^Q])"
)
_LETTERS: dict[str | None, str] = {
    "quote": "Q",
    "whose": "M",
    "nominal": "n",
    "body": "M",
    "name": "M",
    "relative": "W",
    "passive": "E",
    "plain": "a",
    "strong": "V",
    "weak": "v",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some tokens that belong together; `head` to `end` is the name in “spokeswoman Ann Lee”."""

    letter: str
    start: int
    head: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """A passage's phrases and their letters, one a phrase; between them they hold every token.

    Kept as lists, not as objects: a book has a million phrases and few are looked at (find_phrases: 3 times as fast).
    """

    tokens: Tokens
    letters: str
    starts: list[int]
    heads: dict[int, int]
    """Where the name begins in a phrase that describes somebody first."""

    def __getitem__(self, index: int) -> Phrase:
        start = self.starts[index]
        return Phrase(self.letters[index], start, self.heads.get(index, start), self.end(index))

    def end(self, index: int) -> int:
        """Return the token behind a phrase."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else len(self.tokens.words)

    def first_word(self, index: int) -> str:
        """Return the first word of a phrase in small letters."""
        return self.tokens.words[self.starts[index]].lower()

    def last_word(self, index: int) -> str:
        """Return the last word of a phrase in small letters: its verb, its noun."""
        return self.tokens.words[self.end(index) - 1].lower()


class Capitals:
    """What a document's capitals tell: which words it also writes small, and which are names inside a sentence."""

    def __init__(self, passages: Sequence[Tokens], table: LetterTable) -> None:
        self._table = table
        self._words: set[str] = set()
        self._names: set[str] = set()
        for tokens in passages:
            self._words.update(tokens.words)
            self._names.update([tokens.words[match.start()] for match in _INSIDE.finditer(tokens.letters)])

    def small_letter(self, word: str) -> str:
        """Return the letter of a word written small."""
        letter = self._table[word.lower()]
        return letter if letter in "nUVvGg" else "a"

    def is_opener(self, word: str) -> bool:
        """Tell whether only the head of its sentence capitalises a word."""
        if word in self._names:
            return False
        lower = word.lower()
        return lower in self._words or (lower.endswith("ly") and not sex_of_name((lower,)))


def find_phrases(tokens: Tokens, capitals: Capitals) -> Phrases:
    """Group the tokens of a passage."""
    letters = _without_openers(tokens, capitals)
    starts: list[int] = []
    heads: dict[int, int] = {}
    spelled: list[str] = []
    for match in _GRAMMAR.finditer(letters):
        group = match.lastgroup
        start = match.start()
        if group == "whose":
            heads[len(starts)] = match.start("whose")
        letter = _LETTERS.get(group) or letters[start]
        starts.append(start)
        spelled.append(letter)
        if letter == "Q" and _ends_sentence(tokens, letters, start + 1):
            starts.append(start + 1)
            spelled.append(".")
    return Phrases(tokens, "".join(spelled), starts, heads)


_OPENING = re.compile(r"(?:^|(?<=[.?:(_Q-]))[NBK]")
_INSIDE = re.compile(r"(?<=[a-zORSVXZ,#])[NB]")


def _without_openers(tokens: Tokens, capitals: Capitals) -> str:
    """Spell a word that only the head of its sentence capitalises as the common word it is."""
    letters = tokens.letters
    changed = [
        index
        for index in (match.start() for match in _OPENING.finditer(letters))
        if letters[index + 1 : index + 2] != "z" and capitals.is_opener(tokens.words[index])
    ]
    if not changed:
        return letters
    spelled = list(letters)
    for index in changed:
        spelled[index] = capitals.small_letter(tokens.words[index])
    return "".join(spelled)


_ASKS_ON = re.compile(r"(?:T?[NBI]+J?|[htiuy]|d[aeNn]{0,3}n)R?[Vv]|[Vv]R?(?:[NBITdh])")


def _ends_sentence(tokens: Tokens, letters: str, following: int) -> bool:
    """Tell whether the quotation before a token ends its sentence, by its last sign and what follows."""
    if following >= len(tokens.words):
        return False
    last = _last_sign(tokens.words[following - 1])
    word = tokens.words[following]
    if last in "?!":
        return word[0].isupper() and not _ASKS_ON.match(letters, following)
    return last in ".…" and word[0].isupper()


def _last_sign(quotation: str) -> str:
    stripped = quotation.rstrip("”\"'’»“ \xa0)")
    return stripped[-1:] or " "
