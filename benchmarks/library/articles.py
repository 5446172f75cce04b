"""Articles made up for measuring: words as frequent as in news, people who are quoted often and people quoted once.

Word frequencies follow Zipf's law over real function words and 60,000 made-up ones; a fifth of an article is quotes.
Nothing here is taken from anywhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.model.quotations import Attribution, Mention, MentionKind, Quote, QuoteKind, Speaker
from reader.model.span import Span

FUNCTION_WORDS = (
    "the of to and a in that is was for on it with as he at by be this from have not are but had his they she which or "
    "we an were been their has would will more when who one there can all its than some them other into could our "
    "about up time out so no only new over also after two first may most then very even must through many much years "
    "because where should those people just well any made before such"
).split()
_VOCABULARY = 60_000
_PEOPLE = 8_000
_SYLLABLES = (
    "ba be bo ca ce co da de di do fa fe fo ga go ha he ho la le li lo ma me mi mo na ne ni no pa pe po".split()
)
_SYLLABLES += (
    "ra re ri ro sa se si so ta te ti to tra pre con ver ster ment tion al er ing ous ive en un in dis".split()
)
_ROLES = "minister|mayor|chief economist|spokeswoman|head of the port|professor of law|union leader|judge".split("|")
_CUES = ("said", "told reporters", "added", "warned", "argued")
_PARAGRAPHS = 18


class Newsroom:
    """Writes articles, the same ones for the same seed."""

    def __init__(self, seed: int = 7) -> None:
        self._random = random.Random(seed)
        self.words = [*FUNCTION_WORDS, *self._made_up(_VOCABULARY)]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        given = [word.capitalize() for word in self._made_up(400)]
        family = [word.capitalize() for word in self._made_up(3_000)]
        choose = self._random.choice
        self.people = [f"{choose(given)} {choose(family)}" for _ in range(_PEOPLE)]
        self._people_weights = list(accumulate(1 / (rank + 2.7) for rank in range(_PEOPLE)))

    def articles(self, count: int) -> Iterator[tuple[str, Document]]:
        """Yield places and documents, quotes and speakers in them."""
        for number in range(count):
            yield f"/articles/{number // 1000:03}/{number:06}.txt", self._article(number)

    def _made_up(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found["".join(self._random.choices(_SYLLABLES, k=self._random.choice((2, 3, 3, 4))))] = None
        return list(found)

    def _sentence(self, length: int) -> str:
        words = self._random.choices(self.words, cum_weights=self._weights, k=length)
        return f"{words[0].capitalize()} {' '.join(words[1:])}"

    def _article(self, number: int) -> Document:
        chance = self._random
        builder = DocumentBuilder()
        title = self._sentence(8).title()
        _paragraph(builder, BlockKind.TITLE, title)
        names = list(dict.fromkeys(chance.choices(self.people, cum_weights=self._people_weights, k=4)))
        quotes: list[Quote] = []
        mentions: list[list[Mention]] = [[] for _ in names]
        for paragraph in range(_PARAGRAPHS):
            builder.break_block()
            if paragraph % 6 == 5:
                builder.open(BlockKind.HEADING, level=2)
                builder.add(self._sentence(4).title())
                builder.close()
                continue
            builder.open(BlockKind.PARAGRAPH)
            builder.add(". ".join(self._sentence(chance.randint(8, 26)) for _ in range(2)) + ". ")
            if paragraph % 6 != 4:
                speaker = chance.randrange(len(names))
                quotes.append(self._add_quote(builder, names, speaker, mentions))
            builder.close()
        day = f"{2015 + number % 11}-{1 + number % 12:02}-{1 + number % 28:02}"
        metadata = Metadata(title, names[0], day, chance.choice(("Herald", "Courier", "Lantern", "Gazette")))
        speakers = tuple(
            Speaker(name, chance.choice(_ROLES), tuple(found)) for name, found in zip(names, mentions, strict=True)
        )
        return replace(builder.build(metadata, format="text"), quotes=tuple(quotes), speakers=speakers)

    def _add_quote(
        self, builder: DocumentBuilder, names: list[str], speaker: int, mentions: list[list[Mention]]
    ) -> Quote:
        start = builder.offset
        content = builder.add(f"“{self._sentence(self._random.randint(6, 24))},”")
        cue = self._random.choice(_CUES)
        builder.add(f" {cue} ")
        mention = builder.add(names[speaker])
        builder.add(".")
        mentions[speaker].append(Mention(mention, MentionKind.NAME))
        attribution = Attribution(speaker, "said-after", f"{cue} {names[speaker]}", 0.98, mention)
        inside = Span(content.start + 1, content.end - 1)
        return Quote(Span(start, content.end), inside, QuoteKind.DIRECT, attribution)


def _paragraph(builder: DocumentBuilder, kind: BlockKind, text: str) -> None:
    builder.open(kind)
    builder.add(text)
    builder.close()
