"""The words the engine knows, each with the letter that stands for its class.

A sentence is spelled with one letter a word, so that the grammar of names and cues can be written as short
patterns over those letters (`phrases.py`, `relations.py`):

    N name   I initial   T title   J suffix   K particle   B head of an organisation's name
    n head of a description   P one of a party, who may also be of any other sort
    h he, she   t they   i I   u we   y you   b it   o him, them   s his, her, their   W who, which   q that
    V strong reporting verb   v weak one   U base form that may be a noun   G g the -ing forms of V and v
    X has, will   Z is, was   R adverb   x not   e other verb form   @ according   O of   w to   p preposition
    c and, or   S while, when   d determiner   D one that may stand alone   # number   z possessive ’s
    a any other word
"""

from __future__ import annotations

from functools import cache

from reader.quotes.verbs import verbs
from reader.quotes.words import load_words

_WORDS = load_words("en")
TITLES = frozenset(title for language in ("en", "de", "fr", "es") for title in load_words(language)["T"])
TITLED_SURNAMES = frozenset(_WORDS["titled surnames"])
FEMALE_TITLES = frozenset(_WORDS["female titles"])
MALE_TITLES = frozenset(_WORDS["male titles"])
FEMALE_NOUNS = frozenset(_WORDS["female nouns"])
MALE_NOUNS = frozenset(_WORDS["male nouns"])
ANYBODY = frozenset(_WORDS["anybody"])
WORKS = frozenset(word for language in ("en", "de", "fr", "es") for word in load_words(language)["works"])
ENGLISH = {
    word: english
    for language in ("de", "fr", "es")
    for english, words in load_words(language).items()
    if english in ("word", "term", "so-called")
    for word in words
}
"""Words of other languages in front of what is no quotation, each with the English one that tells the same."""
THINGS = frozenset(_WORDS["things"])
_HEADS = frozenset(_WORDS["n"])
ORGANISATIONS = frozenset(_WORDS["B"])
_PLAIN_BASES = frozenset(_WORDS["plain bases"])
_GROUPS = frozenset(_WORDS["groups"])
_NOT_ADVERBS = frozenset(_WORDS["not adverbs"])
PLACES = frozenset(word for words in load_words("places").values() for word in words)
_GIVEN = load_words("given")
_FEMALE_NAMES = frozenset(map(str.lower, _GIVEN["female"]))
_MALE_NAMES = frozenset(map(str.lower, _GIVEN["male"])) - _FEMALE_NAMES
_SURNAMES_TOO = frozenset(map(str.lower, _GIVEN["surnames too"]))
# What a capital decides: the same words in small letters are something else.
_CAPITAL_TABLES = "TB"


def is_given_name(word: str) -> bool:
    """Tell whether a word in lower case is somebody's first name."""
    return word in _FEMALE_NAMES or word in _MALE_NAMES


def sex_of_name(words: tuple[str, ...]) -> str:
    """Return “f” or “m” for a name in lower case whose first word tells it, else nothing."""
    name = words[0]
    if len(words) == 1 and name in _SURNAMES_TOO:
        return ""
    return "f" if name in _FEMALE_NAMES else "m" if name in _MALE_NAMES else ""


def sex_of_noun(noun: str) -> str:
    """Return “f” or “m” for a noun that tells it, else nothing."""
    return "f" if noun in FEMALE_NOUNS else "m" if noun in MALE_NOUNS else ""


@cache
def letters_by_word(language: str = "en") -> dict[str, str]:
    """Return the letter of every word in a language's tables, in lower case; made once."""
    letters: dict[str, str] = {}
    if language == "en":
        letters.update(dict.fromkeys(_HEADS, "n") | dict.fromkeys(_WORDS["a"], "a"))
        for strength, finite, going in (("weak", "v", "g"), ("strong", "V", "G")):
            for verb in verbs(strength):
                letters.update({verb.third: finite, verb.past: finite, verb.participle: finite, verb.going: going})
                letters.setdefault(verb.base, "U")
        letters.update(dict.fromkeys(_PLAIN_BASES, "V") | dict.fromkeys(_WORDS["P"], "P"))
    for name, words in load_words(language).items():
        if len(name) == 1 and name not in _CAPITAL_TABLES and (language != "en" or name not in "na"):
            letters.update(dict.fromkeys(words, name))
    return letters


@cache
def letter_table(language: str) -> LetterTable:
    """Return a language's table; one for all documents, so that a word is judged once."""
    return LetterTable(language)


class LetterTable(dict[str, str]):
    """The letter of every word met so far; a word not met before is judged by its shape."""

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self.language = language
        self._known = letters_by_word(language)
        self._titles = frozenset(_WORDS["T"]).union(load_words(language)["T"])

    def __missing__(self, word: str) -> str:
        letter = self._judge(word)
        if len(self) < 100_000:
            self[word] = letter
        return letter

    def _judge(self, word: str) -> str:
        first = word[0]
        if not (first.isalpha() or first == "@"):
            if first == "-" and word in self._known:
                return self._known[word]
            return _MARKS.get(word) or (_judge_number(word) if first.isdigit() else _other(word))
        lower = word.lower()
        if first.isupper():
            return self._judge_capital(word, lower)
        known = self._known.get(lower)
        if known:
            return known
        return _judge_shape(lower)

    def _judge_capital(self, word: str, lower: str) -> str:
        if lower in self._titles:
            return "T"
        if len(word) == 1 and self.language != "en" and lower in self._known:
            return self._known[lower]
        if (len(word) == 2 and word[1] == ".") or (len(word) == 1 and word not in "AI"):
            return "I"
        if word[1:2] == "-" and _is_party_and_state(word):
            return "a"
        base = lower.split("’")[0].split("'")[0]
        if lower in ALSO_NAMES:
            return "N"
        known = self._known.get(lower) or (self._known.get(base) if base in _CONTRACTED else None)
        if lower in ORGANISATIONS:
            return "B"
        # “Post”, “Van” and “Baker” are names; “Calling it …” and “Accused of …” open a sentence.
        if known in ("n", "P"):
            return known if lower in _GROUPS else "N"
        if known and (known not in "UvK" or lower.endswith(("ed", "ing"))):
            return known
        return "N"


def _is_party_and_state(word: str) -> bool:
    """Tell the party and state of a politician, “R-Fla.”, from a name."""
    return word[0] in "RDI" and word[2:3].isupper() and len(word) < 9


# Auxiliaries that are somebody's name when a capital begins them.
ALSO_NAMES = frozenset(("will", "may", "mark", "bill", "grant", "rich", "drew", "pat", "rob", "chase", "grace", "hope"))
_CONTRACTED = frozenset(["i", "he", "she", "they", "we", "you", "it", "that", "who"])
_MARKS = {
    "’s": "z",
    "'s": "z",
    "’": "z",  # what is left of them outside marks: “the voters’ anger”
    "'": "z",
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "?": "?",
    "!": "?",
}


def _other(word: str) -> str:
    if word[0] in "-–—―":
        return "-"
    if word[0] in ".…":
        return "."
    return "_"


def _judge_number(word: str) -> str:
    return "n" if word.endswith(("year-old", "year-olds")) else "#"


def _judge_shape(lower: str) -> str:
    if "’" in lower or "'" in lower:
        base = lower.split("’")[0].split("'")[0]
        if base in _CONTRACTED:
            return {"i": "i", "he": "h", "she": "h", "they": "t", "we": "u", "you": "y", "it": "b"}.get(base, "a")
    if lower.endswith("ly") and lower not in _NOT_ADVERBS:
        return "R"
    if lower.endswith("ed"):
        return "e"
    tail = lower.rpartition("-")[2]
    return "n" if tail != lower and tail in _HEADS else "a"
