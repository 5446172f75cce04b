"""Speech that a dash opens, as in Spanish and French books: —¿Está usted ahí? —preguntó Ana—. Conteste.

In English a dash is a clause, so only these languages are read so.
"""

from __future__ import annotations

import re

from reader.model.span import Span
from reader.quotes.lexicon import letters_by_word
from reader.quotes.marks import MarkSpan

DASH_LANGUAGES = frozenset(("es", "fr"))
_OPENING = re.compile(r"[—–―-][ \xa0]?(?=[^\W\d_]|[¿¡«“…])")
_SPANISH_ASIDE = re.compile(r"[ \xa0][—–―-](?=[^\W\d_])(?P<aside>[^—–―]*)(?:[—–―-][.,;:]?(?=[ \xa0]|$)|$)")
_FRENCH_ASIDE = re.compile(
    r"[,!?…][ \xa0]+(?P<aside>(?:s[’']\w+|\w+)(?:-(?:t-)?(?:ils?|elles?|je)|[ \xa0][A-ZÉ]\w+)[^,.;]*(?:[,.;]|$))"
)
_NAMED_ASIDE = re.compile(
    r"[,!?…][ \xa0]+(?:a |ont )?(?P<verb>s[’']\w+|\w+)[ \xa0](?P<name>[A-ZÉ][\w’'-]+(?: [A-ZÉ][\w’'-]+){0,3})(?=[,.])"
)


def find_dash_speech(text: str, start: int, end: int, language: str) -> list[MarkSpan]:
    """Find the speech of a passage that a dash opens, without what the narrator puts in."""
    opening = _OPENING.match(text, start, end)
    if opening is None:
        return []
    spans = []
    offset = opening.end()
    first = start
    for aside in _asides(text, offset, end, language):
        spans.append(_span(text, first, offset, aside.start() + (language == "fr")))
        first = offset = aside.end()
    if offset < end:
        spans.append(_span(text, first, offset, end))
    return [span for span in spans if any(map(str.isalnum, text[span.start : span.end]))]


def find_aside(text: str, start: int, end: int, language: str) -> Span | None:
    """Find the name in what the narrator puts inside a quotation: “, demande Jeanne Morel,”."""
    verbs = letters_by_word(language)
    for aside in _NAMED_ASIDE.finditer(text, start, end):
        if verbs.get(aside["verb"]) == "V":
            return Span(*aside.span("name"))
    return None


def _asides(text: str, start: int, end: int, language: str) -> list[re.Match[str]]:
    pattern = _SPANISH_ASIDE if language == "es" else _FRENCH_ASIDE
    verbs = letters_by_word(language)
    found = []
    for aside in pattern.finditer(text, start, end):
        words = re.findall(r"[^\W\d_]+", aside["aside"].lower())[:4]
        if any(verbs.get(word) in ("V", "v") for word in words):
            found.append(aside)
    return found


def _span(text: str, open_: int, start: int, end: int) -> MarkSpan:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return MarkSpan(min(open_, start), start, end, end)
