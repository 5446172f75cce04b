"""How a mention stands to a quotation: the rules, each with its name and the words that tell it to a person.

A relation is a pattern over the phrase letters (`phrases.py`) with the quotation spelled `Q` and the mention `#`:
“…,” said Ann Lee. → `Q,V#.` The first relation that fits is the mention's; its strength decides between mentions
where no trained weights are at hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_APP = r"(?:,[^,.;:QVv]{1,14},|\([^)]{1,14}\)|p[MnaOd]{1,6})?"
"""What may stand between a name and its verb: “, the mayor of Ely,”."""
_ADV = r"[R,aepMnwdO]{0,12}"


@dataclass(frozen=True, slots=True)
class Relation:
    """One rule: its stable name, the pattern that knows it, its strength and the reason it gives."""

    name: str
    pattern: re.Pattern[str]
    strength: float
    reason: str
    """With {cue} and {speaker} filled in from the text."""


def _relation(name: str, pattern: str, strength: float, reason: str) -> Relation:
    return Relation(name, re.compile(pattern), strength, reason)


AFTER = (
    _relation("clause-after", r"^[,.]?-?R?[VvU]q?d?#(?:p[Mn])?R?[XZVv]", 0.4, "{speaker}, named right after the quote"),
    _relation("inverted", r"^[,.]?-?R?[VvU]R?#", 0.98, "{cue} {speaker}, after the quote"),
    _relation("said-after", rf"^[,.]?X?#{_APP},?R?V", 0.97, "{speaker} {cue}, after the quote"),
    _relation("weak-after", rf"^[,.]?#{_APP},?R?v", 0.9, "{speaker} {cue}, after the quote"),
    _relation("according-after", r"^[,.]?(?:@w?|p)d?#", 0.9, "according to {speaker}, after the quote"),
    _relation("and-said-after", rf"^,?[cS]?#{_APP}R?V", 0.8, "{speaker} {cue}, after the quote"),
    _relation("said-at-the-end", r"^[^.?Q]*,#R?V(?:$|[.?,pRMn])", 0.7, "{speaker} {cue}, at the end of the sentence"),
    _relation("according-at-the-end", r"^[^.?Q]*@w?d?#", 0.7, "according to {speaker}, at the end of the sentence"),
    _relation("subject-after", r"^[,.]?#", 0.5, "{speaker}, right after the quote"),
)
BEFORE = (
    _relation("said-before", rf"#{_APP}R?V[,:]?q?$", 0.97, "{speaker} {cue}, before the quote"),
    _relation("told-before", rf"#{_APP}R?V[Mnotiu]?{_ADV}[,:]?q?$", 0.95, "{speaker} {cue}, before the quote"),
    _relation("inverted-before", r"[,.:]R?V#[,:]?$", 0.8, "{cue} {speaker}, before the quote"),
    _relation("according-before", r"@w?R?p?#[^.Q]*$", 0.93, "according to {speaker}, before the quote"),
    _relation("colon", r"#[^.Q]*:$", 0.85, "{speaker}, before the colon"),
    _relation("indirect", rf"#{_APP}R?V[^.]*$", 0.85, "{speaker} {cue}, in indirect speech"),
    _relation("weak-before", rf"#{_APP}R?v[^.]*$", 0.75, "{speaker} {cue}, around the quote"),
    _relation("saying-before", r"#[^.]*[,S][Gg][^.]*$", 0.7, "{speaker}, who is said to be saying it"),
    _relation("subject-before", r"(?:^|\.)[cS]?[,pdaR]*#[^.]*$", 0.5, "{speaker}, the subject of the sentence"),
    _relation("same-sentence", r"#", 0.3, "{speaker}, in the same sentence"),
)
EARLIER = (
    _relation("sentence-before", r"(?:^|\.)[cS]?#[^.]*\.$", 0.4, "{speaker}, the subject of the sentence before"),
    _relation("earlier", r"#", 0.1, "{speaker}, named shortly before"),
)
LATER = _relation("later", r"#", 0.05, "{speaker}, named shortly after")
LABEL = _relation("label", r"$", 0.99, "the label {speaker} before the words")
ASIDE = _relation("aside", r"$", 0.95, "{speaker}, named inside the quote")
SIGNATURE = _relation("signature", r"$", 0.98, "signed {speaker}, after the quote")
HEADLINE = _relation("headline", r"$", 0.9, "{speaker}, who says the same below")
TURN = _relation("turn", r"$", 0.98, "the turn of {speaker}")
INTRODUCED = _relation("introduced", r"$", 0.9, "introduced by {speaker}, before the block quote")
CHAIN = _relation("open-quote", r"$", 0.97, "continues the paragraph before, by {speaker}")
ACTOR = _relation("actor", r"$", 0.8, "{speaker}, who acts in the same paragraph")
ALTERNATION = _relation("alternation", r"$", 0.6, "{speaker}, whose turn it is in the conversation")
TAGS_AFTER = (
    _relation("clause-after", r"^[,.]?-?R?[VvU]q?d?#(?:p[Mn])?R?[XZVv]", 0.4, "{speaker}, named right after the quote"),
    _relation("inverted", r"^[,.]?-?R?[VvUe]R?d?a?#", 0.98, "{cue} {speaker}, after the quote"),
    _relation("said-after", rf"^[,.]?#{_APP},?R?[Vv]", 0.97, "{speaker} {cue}, after the quote"),
    _relation("did-after", r"^,?#R?e", 0.8, "{speaker} {cue}, after the quote"),
)
TAGS_BEFORE = (
    _relation("said-before", rf"^#{_APP}R?[Vv]{_ADV}[,:]?$", 0.97, "{speaker} {cue}, before the quote"),
    _relation("colon", r"#[^.Q]*[:,]$", 0.85, "{speaker}, before the quote"),
)
MEMORY = _relation("continuation", r"$", 0.35, "{speaker}, who spoke last")


def relation_after(between: str, following: str) -> Relation:
    """Return the relation of a mention that stands behind the quotation."""
    spelled = f"{between}#{following}"
    if "." in between[1:]:
        return LATER
    return next((relation for relation in AFTER if relation.pattern.search(spelled)), LATER)


def relation_before(leading: str, between: str) -> Relation:
    """Return the relation of a mention that stands in front of the quotation."""
    spelled = f"{leading}#{between}"
    relations = EARLIER if "." in between else BEFORE
    return next(relation for relation in relations if relation.pattern.search(spelled))
