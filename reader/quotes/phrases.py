"""A passage as phrases: who is named, which verbs report, where sentences end.

The grammar is one pattern over the letters of `lexicon.py`. Its phrases get letters again, so that `relations.py`
can look at a paragraph as at a short word: “…,” said Ann Lee, the mayor. → Q V M , n .
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.quotes.lexicon import ALSO_NAMES, TITLED_SURNAMES, LetterTable, is_given_name
from reader.quotes.tokens import Tokens

_NAME = r"(?:T{1,4}(?:ON(?=[NI]))?)?(?:[NBI](?:J|K{1,2}(?=[NI]))?){1,9}(?:OdB?[NB]{1,3}|O[NB]{1,3})?"
_ORGANISATION = r"[NIP]{0,4}B[NB]{0,4}(?:Od?[NBT]{1,4}(?:c[NB]{1,2})?)?"
# “the new”, “the powerful rules (committee)”; “Maine Sen. Ann Lee’s”, “Democratic political”.
_MODIFIERS = (
    r"(?:[dDs][aeU#NBTIzgRGnDP]{0,7}?(?:(?<=[dDsza])v(?=n))?"
    r"|(?:[NB]{1,4}(?=T))?T{0,3}[NBI]{1,4}(?:z[aB]{0,5}|a{0,2})"
    r"|(?<=z)[a]{0,3})"
)
_HEAD = r"(?:P[aPNB]{0,2}n{1,3}|[nP]{1,3})(?!B)"
_DESCRIPTION = rf"(?:[dD]O(?=[dDs]))?(?:{_MODIFIERS})?{_HEAD}"
_PERSON = r"T{0,3}[NI](?:[NBI](?:J|K{1,2}(?=[NI]))?){0,5}"
# “her deputy, Ann Lee”: the comma stands only where somebody's own is named.
_OWN_DESCRIPTION = r"(?:s|(?:[NB]{1,4}(?=T))?[dD]?T{0,3}[NBI]{1,4}z)[a#P]{0,3}n{1,3}(?:O[da]?[an])?"
# Whatever else says something: “a 52-count complaint charged”, “says the card”.
_SUBJECT = r"(?<!v)(?:[dDs][aeU#NBz]{0,6}?[aU]|#[aU]|(?<=[.,])d|d?D(?:[pO]#)?)(?=R{0,2}[XZx]{0,3}R?[VvG])"
_VERB_SUBJECT = (
    r"(?<=[Vv])[dD][aeR#NBU]{0,5}a(?=[.,Q]|$)|(?<=[VvZ])d?D(?=[.,Q]|$)|(?<=QV)[dD][aeR#NBU]{0,5}a(?=[WpOe(])"
)
# “according to its Amazon summary”, “73 percent of likely voters said”.
_SOURCE = r"(?<=@w)[dDs]?[aeU#NBTzRv]{0,6}?[av](?=[.,QpOWeZX(]|$)"
_SHARE = r"#[a_]O[dDsa#]{0,3}[NBnP](?=R{0,2}[XZx]{0,3}R?[VvGe])"
# No description is tried where no name follows soon, as behind most (find_phrases: a sixth of the time less).
_NAME_AHEAD = r"(?=[aeU#NBTIzgRGndDPsvO,]{1,14}[NI])"
# What stands in front of a name that it describes; the last: “Ely City Mayor”, “Air Force 1st Lt.”.
_BESIDE_NAME = (
    rf"{_DESCRIPTION}|{_OWN_DESCRIPTION},|{_DESCRIPTION},(?={_PERSON},)"
    r"|[NBI]{1,4}z(?=T)|[dD]?[NB]{1,4}#?(?=T{1,3}[NI])"
)
# Letters that begin nothing, many at a time: each is a phrase of its own (find_phrases: a fifth of the time less).
_PLAIN_RUN = r"(?<![zw])[ae.,?:;()_@OpcSqoJK-]+"
_GRAMMAR = re.compile(
    rf"(?P<run>{_PLAIN_RUN})"
    rf"|(?P<quote>Q)"
    rf"|(?P<described>{_NAME_AHEAD}(?:{_BESIDE_NAME}))(?P<whose>{_PERSON})(?![znNIP])"
    rf"|(?P<nominal>{_DESCRIPTION}|[dD][a]{{0,3}}T{{1,2}}(?![NTI])|{_SUBJECT}|{_VERB_SUBJECT}|{_SOURCE}|{_SHARE})"
    rf"|(?P<body>[dD]?{_ORGANISATION})"
    rf"|(?P<name>{_NAME}|T{{1,3}})"
    rf"|(?P<plain>(?<=[dDas])[GgU])"
    rf"|(?P<pronoun>[htiuybs])"
    rf"|(?P<relative>W)"
    rf"|(?P<passive>(?:[XxR]{{0,4}}Z[Rx]{{0,3}})[Vv])"
    rf"|(?P<strong>(?:[XxRZw]{{0,6}})(?:V|(?<=[XZRwxtiuy])U|(?<=Z)G))"
    rf"|(?P<weak>(?:[XxRZw]{{0,6}})(?:v|(?<=Z)g))"
    rf"|(?P<alone>D)"
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
    "alone": "d",
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
        return letter if letter in "nPUVvGg" else "a"

    def is_opener(self, word: str) -> bool:
        """Tell whether only the head of its sentence capitalises a word."""
        if word in self._names:
            return False
        lower = word.lower()
        return lower in self._words or (lower.endswith("ly") and not is_given_name(lower))


def find_phrases(tokens: Tokens, capitals: Capitals) -> Phrases:
    """Group the tokens of a passage."""
    letters = _in_context(tokens, capitals)
    starts: list[int] = []
    heads: dict[int, int] = {}
    spelled: list[str] = []
    for match in _GRAMMAR.finditer(letters):
        group = match.lastgroup
        start = match.start()
        if group == "run":
            starts.extend(range(start, match.end()))
            spelled.append(match.group())
            continue
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
# “Howard Dean”, “Steve King said”.
_AFTER_NAME = re.compile(r"(?<=[NI])T(?![TNBI])")
_INSIDE = re.compile(r"(?<=[a-zORSVXZ,#])[NB]")


def _in_context(tokens: Tokens, capitals: Capitals) -> str:
    """Spell a word that only the head of its sentence capitalises as the common word it is, and a surname as one."""
    letters = tokens.letters
    openers = [match.start() for match in _OPENING.finditer(letters) if _opens(tokens, match.start(), capitals)]
    titles = [match.start() for match in _AFTER_NAME.finditer(letters)]
    if not openers and not titles:
        return letters
    spelled = list(letters)
    for index in openers:
        spelled[index] = capitals.small_letter(tokens.words[index])
    for index in titles:
        if tokens.words[index].lower() in TITLED_SURNAMES:
            spelled[index] = "N"
    return "".join(spelled)


def _opens(tokens: Tokens, index: int, capitals: Capitals) -> bool:
    """Tell whether a word only opens its sentence; “Will Hill” is a name, “Will” may be none."""
    word, following = tokens.words[index], tokens.letters[index + 1 : index + 2]
    if following == "z" or (following == "N" and word.lower() in ALSO_NAMES):
        return False
    return capitals.is_opener(word)


_ASKS_ON = re.compile(r"(?:T?[NBI]+J?|[htiuy]|[dD][aeNn]{0,3}n)R?[Vv]|[Vv]R?(?:[NBITdh])")


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
