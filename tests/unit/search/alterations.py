"""Quotations altered by rule, each with the verdict it must get. The samples give the words, the rules the damage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind
from reader.reading import read
from reader.resources import sample_paths
from reader.search.verify import Verdict

FEWEST_WORDS = 8


class Alteration(NamedTuple):
    """A quotation as somebody might give it."""

    rule: str
    quotation: str
    by: str
    verdict: Verdict
    document: int
    """The sample it was made from."""


def sample_documents() -> list[Document]:
    return [read(str(path)) for path in sample_paths()]


def alterations(documents: list[Document], most: int = 22) -> list[Alteration]:
    """Every rule at the quotes of the samples that it can be applied to, at so many of them at most."""
    found: list[Alteration] = []
    for number, document in enumerate(documents):
        for quote in _quotes(document):
            words = " ".join(quote.content.cut(document.text).rstrip(",").split())
            found += _of_one_quote(words, number)
            found += _of_speaker(document, quote, words, number)
        found += _of_two_quotes(document, number)
        found += _of_narration(document, number)
    return [each for each, count in _counted(dict.fromkeys(found)) if count <= most]


def _counted(found: Iterable[Alteration]) -> Iterator[tuple[Alteration, int]]:
    counts: Counter[str] = Counter()
    for each in found:
        counts[each.rule] += 1
        yield each, counts[each.rule]


def _quotes(document: Document) -> list[Quote]:
    """Quotes long enough to be altered, that stand in no other quote and hold none."""
    return [
        quote
        for quote in document.quotes
        if len(quote.content.cut(document.text).split()) >= FEWEST_WORDS
        and "\n" not in quote.content.cut(document.text)
        and sum(quote.span.overlaps(other.span) for other in document.quotes) == 1
    ]


def _of_one_quote(words: str, number: int) -> Iterator[Alteration]:
    for rule, (verdict, change) in RULES.items():
        changed = change(words)
        if changed is not None and changed != words:
            yield Alteration(rule, changed, "", verdict, number)
    yield Alteration("as it was said", words, "", Verdict.EXACT, number)


def _of_speaker(document: Document, quote: Quote, words: str, number: int) -> Iterator[Alteration]:
    if quote.attribution is None or quote.kind is QuoteKind.BLOCK:
        return
    name = document.speakers[quote.attribution.speaker].name
    yield Alteration("the right speaker", words, name, Verdict.EXACT, number)
    yield Alteration("another speaker", words, "Zebulon Marchetti", Verdict.OTHER_SPEAKER, number)


def _of_two_quotes(document: Document, number: int) -> Iterator[Alteration]:
    """The first half of one quote and the second half of another paragraph's; with and without a mark."""
    quotes = _quotes(document)
    for one, other in zip(quotes[::2], quotes[3::2], strict=False):
        is_apart = "\n\n" in document.text[one.span.end : other.span.start]
        if is_apart and one not in _what_it_continues(document, other):
            first, second = (" ".join(quote.content.cut(document.text).rstrip(",").split()) for quote in (one, other))
            yield Alteration("two quotes stitched", f"{_half(first)} {_rest(second)}", "", Verdict.STITCHED, number)
            yield Alteration("stitched with a mark", f"{_half(first)} … {_rest(second)}", "", Verdict.STITCHED, number)


def _what_it_continues(document: Document, quote: Quote) -> Iterator[Quote]:
    """A speech over several paragraphs is one: what is left out in it is left out, not stitched."""
    while quote.continues is not None:
        quote = document.quotes[quote.continues]
        yield quote


def _of_narration(document: Document, number: int) -> Iterator[Alteration]:
    for block in document.blocks:
        is_free = block.kind is BlockKind.PARAGRAPH and not any(q.span.overlaps(block.span) for q in document.quotes)
        text = block.span.cut(document.text)
        if is_free and len(text.split()) > 20 and not set(text) & set('“”"«»'):
            first = " ".join(text.split()[2:16]).rstrip(",.;")
            yield Alteration("the article's own words", first, "", Verdict.NOT_A_QUOTATION, number)


def _half(words: str) -> str:
    parts = words.split()
    return " ".join(parts[: len(parts) // 2 + 1])


def _rest(words: str) -> str:
    parts = words.split()
    return " ".join(parts[len(parts) // 2 - 1 :])


def _replaced(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Callable[[str], str | None]:
    """Replace the first place of a pattern that is not the first word."""

    def change(words: str) -> str | None:
        changed, count = re.subn(pattern, replacement, words, count=1)
        return changed if count else None

    return change


def _swapped(table: dict[str, str]) -> Callable[[str], str | None]:
    alternatives = "|".join(map(re.escape, table))
    return _replaced(rf"(?<=\s)({alternatives})(?=[\s,.;?!]|$)", lambda match: table[match[1]])


def _at(index: int, *, added: str = "", dropped: int = 0) -> Callable[[str], str | None]:
    def change(words: str) -> str | None:
        parts = words.split()
        if len(parts) < FEWEST_WORDS:
            return None
        at = index if index >= 0 else len(parts) + index
        return " ".join([*parts[:at], *([added] if added else []), *parts[at + dropped :]])

    return change


def _damaged(words: str) -> str | None:
    """What a scanner makes of some long words."""
    parts = words.split()
    for index in range(1, len(parts), 3):
        if len(parts[index]) > 5:
            parts[index] = parts[index].replace("rn", "m").replace("l", "1").replace("o", "0", 1).replace("e", "c", 1)
    return " ".join(parts)


def _misspelt(words: str) -> str | None:
    parts = words.split()
    longest = max(parts[1:-1], key=len)
    if len(longest) < 6 or not longest.isalpha():
        return None
    wrong = longest[:2] + longest[3] + longest[2] + longest[4:]
    return words.replace(longest, wrong, 1) if wrong != longest else None


def _without_middle(words: str) -> str | None:
    parts = words.split()
    return " ".join([*parts[: len(parts) // 2 - 1], "…", *parts[len(parts) // 2 + 2 :]]) if len(parts) > 9 else None


def _turned_around(words: str) -> str | None:
    parts = words.split()
    parts[2], parts[5] = parts[5], parts[2]
    return " ".join(parts)


def _wrapped(words: str) -> str:
    parts = words.split()
    return "\n".join(" ".join(parts[first : first + 5]) for first in range(0, len(parts), 5))


_TAKE_NT = "is|are|was|were|does|would|could"
_VERBS = "is|are|was|were|can|will|would|have|has|had|does|do|could|should"

RULES: dict[str, tuple[Verdict, Callable[[str], str | None]]] = {
    "cut out of the middle": (Verdict.EXACT, lambda words: " ".join(words.split()[2:-2]).rstrip(",.;")),
    "only the beginning": (Verdict.EXACT, lambda words: " ".join(words.split()[:-2]).rstrip(",.;")),
    "in straight marks": (Verdict.SAME_WORDS, lambda words: f'"{words.translate({0x2019: 39, 0x2018: 39})}"'
                          if "’" in words else None),
    "in capitals": (Verdict.SAME_WORDS, str.upper),
    "in small letters": (Verdict.SAME_WORDS, str.lower),
    "wrapped": (Verdict.SAME_WORDS, _wrapped),
    "wide spaces": (Verdict.SAME_WORDS, lambda words: words.replace(" ", "\u00a0 ")),
    "soft hyphens": (Verdict.SAME_WORDS, _replaced(r"(\w{3})(\w{3})", "\\1\u00ad\\2")),
    "ligatures": (Verdict.SAME_WORDS, _replaced("fi", "ﬁ")),
    "semicolons for commas": (Verdict.SAME_WORDS, lambda words: words.replace(",", ";")
                              if "," in words and not re.search(r"\b(no|not|never),", words, re.I) else None),
    "not put in": (Verdict.ALTERED, _replaced(rf"\s({_VERBS})\s(?!not\b)", r" \1 not ")),
    "not taken out": (Verdict.ALTERED, _replaced(r"(?<=\s)(not|never) ", "")),
    "a contraction with n't": (Verdict.ALTERED, _replaced(rf"\s({_TAKE_NT})\s(?!not\b)", r" \1n’t ")),
    "no for a": (Verdict.ALTERED, _replaced(r"(?<=\s)(a|an|the)(?= )", "no")),
    "another number": (Verdict.ALTERED, _swapped({"one": "two", "two": "three", "three": "five", "four": "nine",
                                                  "ten": "twenty", "thirty": "fifty", "hundred": "thousand",
                                                  "twenty": "forty", "fifty": "sixty"})),
    "another modal": (Verdict.ALTERED, _swapped({"will": "might", "can": "must", "would": "will", "could": "should",
                                                 "must": "may", "should": "must", "may": "will"})),
    "another quantity": (Verdict.ALTERED, _swapped({"every": "some", "all": "most", "nobody": "somebody",
                                                    "some": "all", "any": "every", "more": "less", "many": "few",
                                                    "always": "sometimes", "only": "also", "everybody": "nobody"})),
    "another person": (Verdict.ALTERED, _swapped({"I": "they", "we": "they", "you": "we", "he": "she", "they": "we"})),
    "a word dropped": (Verdict.ALTERED, _at(4, dropped=1)),
    "three words dropped": (Verdict.ALTERED, _at(3, dropped=3)),
    "a word put in": (Verdict.ALTERED, _at(4, added="really")),
    "a word put before": (Verdict.ALTERED, _at(0, added="Frankly,")),
    "words put behind": (Verdict.ALTERED, lambda words: f"{words.rstrip('.,?!')} for ever and ever amen"),
    "another last word": (Verdict.ALTERED, _at(-1, added="bananas", dropped=1)),
    "another first word": (Verdict.ALTERED, _at(0, added="Bananas", dropped=1)),
    "two words turned around": (Verdict.ALTERED, _turned_around),
    "scanned badly": (Verdict.ALTERED, _damaged),
    "misspelt": (Verdict.ALTERED, _misspelt),
    "made a question": (Verdict.ALTERED, lambda words: f"{words.rstrip('.,!')}?" if "?" not in words[-2:] else None),
    "the middle left out, with a mark": (Verdict.SHORTENED, _without_middle),
    "the end left out, with a mark": (Verdict.SHORTENED, lambda words: f"{' '.join(words.split()[:-3])} …"),
    "the beginning left out, with a mark": (Verdict.SHORTENED, lambda words: "[...] " + " ".join(words.split()[3:])),
}  # fmt: skip

INVENTED = (
    "The moon has been sold to a company that makes umbrellas and nobody told the tides.",
    "I promised my grandmother a submarine and I keep my promises.",
    "Quarterly cheese exports fell by a fifth, and the goats are to blame.",
    "We shall never again let a piano cross the border without its papers.",
    "My lawyer has advised me to sing the rest of this answer.",
    "Give the swans their vote and see who laughs last.",
    "There is no algorithm for jam.",
    "If the comet comes on a Thursday we open late.",
)
"""Words that nobody says in the samples."""
