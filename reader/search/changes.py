"""What sets two quotations apart, word by word, and which of the differences change what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.span import Span
from reader.search.spelling import is_misspelling
from reader.search.words import FUNCTION_WORDS


class ChangeKind(StrEnum):
    """What was done to the words."""

    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"


class ChangeClass(StrEnum):
    """What a difference touches; all before `SPELLING` turn what was said into something else."""

    NEGATION = "negation"
    NUMBER = "number"
    MODAL = "modal"
    QUANTIFIER = "quantifier"
    NAME = "name"
    QUESTION = "question"
    WORDS = "words"
    SPELLING = "spelling"


CALLED_OUT = tuple(ChangeClass)[: tuple(ChangeClass).index(ChangeClass.WORDS)]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between what was said and how it is quoted."""

    kind: ChangeKind
    touches: ChangeClass
    said: str
    """The words of the article; empty when words were added."""
    quoted: str
    """The words of the quotation; empty when words were dropped."""
    span: Span | None
    """Where the article's words stand."""


_NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely lack lacks "
    "ain't nicht kein keine nie ne pas jamais".split()
)
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")
_MODALS = frozenset(
    "can could may might must shall should will would ought need needs has have had going won't".split()
)
_QUANTIFIERS = frozenset(
    "all every each any some many much most few fewer several both either half more less least only always often "
    "usually sometimes rarely seldom almost nearly about exactly everyone everybody everything someone somebody "
    "anyone anybody anything entire whole part majority minority".split()
)
_NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion dozen dozens first second third fourth fifth twice once double triple "
    "% percent per cent $ € £ ¥ °".split()
)


def change_of(said: Sequence[str], quoted: Sequence[str], span: Span | None) -> Change:
    """Return the difference between words of the article and words of the quotation, as they are written."""
    kind = ChangeKind.CHANGED if said and quoted else ChangeKind.DROPPED if said else ChangeKind.ADDED
    return Change(kind, _class_of(said, quoted), " ".join(said), " ".join(quoted), span)


def _class_of(said: Sequence[str], quoted: Sequence[str]) -> ChangeClass:
    before, after = ({_bare(word) for word in words} for words in (said, quoted))
    touched = before ^ after
    is_negated = any(map(is_negation, touched)) or any(_negates(one, other) for one in before for other in after)
    if is_negated:
        return ChangeClass.NEGATION
    for words, touches in (
        (_NUMBERS, ChangeClass.NUMBER),
        (_MODALS, ChangeClass.MODAL),
        (_QUANTIFIERS, ChangeClass.QUANTIFIER),
    ):
        if touched & words or (touches is ChangeClass.NUMBER and any(_has_digit(word) for word in touched)):
            return touches
    if any(_looks_like_name(word) for word in [*said, *quoted] if _bare(word) in touched):
        return ChangeClass.NAME
    is_slip = len(said) == len(quoted) and all(map(_is_slip, said, quoted))
    return ChangeClass.SPELLING if is_slip else ChangeClass.WORDS


def is_negation(word: str) -> bool:
    """Tell whether a word, in lower case, denies what stands beside it."""
    return word in _NEGATIONS or word.endswith("n't")


def _negates(one: str, other: str) -> bool:
    """Tell whether one word is the other with “un-” or its like before it, or “-less” for “-ful” behind it."""
    short, long = sorted((one, other), key=len)
    if any(long == prefix + short for prefix in _NEGATING):
        return True
    return (short.removesuffix("ful"), "less") == (long.removesuffix("less"), long[-4:])


def _looks_like_name(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and _bare(word) not in FUNCTION_WORDS


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words are one word, written differently or damaged."""
    one, other = _bare(one), _bare(other)
    return one == other or is_misspelling(one, other) or one.replace("'", "") == other.replace("'", "")


def _bare(word: str) -> str:
    return word.lower().replace("’", "'")


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)
