"""Names of speakers as they are compared: without case, accents, titles and middle initials."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.search.fold import fold

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother president premier "
    "chancellor minister senator sen rep representative congressman congresswoman gov governor mayor councillor "
    "judge justice gen general col colonel capt captain lt lieutenant sgt sergeant maj major king queen prince "
    "princess pope cardinal bishop archbishop rabbi imam sheikh secretary ambassador".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md".split())
_BEGIN_DESCRIPTIONS = frozenset("a an the this that its his her their our my one some several many other".split())
_PRONOUNS = frozenset("he she they it i we you who somebody someone everybody everyone everything nobody".split())
_WORD = re.compile(r"[\w'-]+")


def name_key(name: str) -> str:
    """Return a name as it is compared: “Mr. Márk A. Rutte Jr.” is “mark rutte”."""
    words = [word.strip("'-") for word in _WORD.findall(fold(name).lower.replace("'s ", " ").removesuffix("'s"))]
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    inner = [word for word in words[1:-1] if len(word) > 1]
    return " ".join([*words[:1], *inner, *words[1:][-1:]])


@lru_cache(maxsize=1 << 16)  # asked of every voice when all speakers are listed, and most have spoken before
def is_description(name: str) -> bool:
    """Tell whether a speaker is only described (“a spokesman”, “they”): the same words mean others elsewhere."""
    words = fold(name).lower.split()
    if not words or words[0] in _BEGIN_DESCRIPTIONS or words[0] in _PRONOUNS:
        return True
    return not any(word[:1].isupper() or word[:1].isdigit() for word in name.split())


def is_full_name(key: str) -> bool:
    """Tell whether a key has a given and a family name."""
    return " " in key


def is_acronym(name: str) -> bool:
    """Tell whether a name is one word of capitals: “NATO” is the same everywhere, “Smith” is not."""
    return name.isupper() and 1 < len(name) <= 8 and " " not in name


def is_lone(name: str, key: str, role: str) -> bool:
    """Tell whether a name is a family name with nothing beside it: in another article it is somebody else."""
    return not (role or is_full_name(key) or is_acronym(name) or is_description(name))


def family_of(name: str, key: str) -> str:
    """Return what all who may be the same person have in common; empty for a description."""
    return "" if is_description(name) else key.rpartition(" ")[2]
