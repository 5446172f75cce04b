"""What is answered to a line typed: pure, from a document and a line to lines of plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reader.citations.quoted import UNKNOWN, in_marks, speaker_of, words_of
from reader.cli.linear.printed import Printed
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.model.sections import Section, section_path, walk_sections
from reader.model.span import Span
from reader.navigation import percent, whole_quote
from reader.search.find import find_matches
from reader.search.fold import fold
from reader.sources.safe import make_safe
from reader.ui.signs import drawn

MOST_PLACES = 20
"""So many places of words found are read out; who hears them wants no hundred."""
CONTEXT = 60
"""Characters read out before and behind words found."""


class Answer(NamedTuple):
    """What a line led to."""

    lines: Sequence[str] = ()
    part: int | None = None
    """The part one is in now; None keeps the one before."""
    is_last: bool = False
    """The person wants no more."""


Answering = Callable[[Printed, "int | None", str], Answer]
"""A document, the part one is in (None before the first) and the words behind the command."""


class Command(NamedTuple):
    """A command, its names, and its line of help."""

    names: tuple[str, ...]
    answer: Answering
    usage: str
    help: str
    needs_quotes: bool = False
    needs_text: bool = True
    """Whether all of the text has to be known; a long one comes in parts."""
    is_step: bool = False
    """Whether it goes to the part beside this one."""


def find_command(line: str) -> Command | None:
    """Find the command that a line calls; None when there is none of its name."""
    return _BY_NAME.get(line.strip().partition(" ")[0].lower())


def answer(printed: Printed, part: int | None, line: str) -> Answer:
    """Answer one line; what is no command is answered, too."""
    name, _, words = line.strip().partition(" ")
    command = find_command(line)
    if command is None:
        return Answer([drawn(f"There is no command “{make_safe(name)}”. Type help to hear all of them.")])
    return command.answer(printed, part, " ".join(words.split()))


def greeting(document: Document) -> str:
    """Say what the document has, and where to go on."""
    counts = [
        _count(len(list(walk_sections(document.sections))), "section"),
        _count(len(document.quotes), "quote"),
        _count(len(document.speakers), "speaker"),
    ]
    return f"This text has {', '.join(counts[:-1])} and {counts[-1]}. Type help for what you can ask, q to leave."


def _go(step: int) -> Answering:
    def go(printed: Printed, part: int | None, words: str) -> Answer:
        last = printed.part_count - 1
        here = (-1 if step > 0 else last + 1) if part is None else part
        wanted = here + step
        if not 0 <= wanted <= last:
            return Answer(["This is the end of the text." if step > 0 else "This is the beginning of the text."])
        return Answer(printed.part(wanted), wanted)

    return go


def _print_all(printed: Printed, part: int | None, words: str) -> Answer:
    return Answer(printed.all_lines())


def _list_sections(printed: Printed, part: int | None, words: str) -> Answer:
    document = printed.document
    sections = _sections(document)
    if not sections:
        return Answer(["This text has no sections."])
    return Answer(
        [
            f"Section {number}: {section.title}, {_count(_quotes_in(document, section.span), 'quote')}."
            for number, section in enumerate(sections, start=1)
        ]
    )


def _go_to_section(printed: Printed, part: int | None, words: str) -> Answer:
    sections = _sections(printed.document)
    if not sections:
        return Answer(["This text has no sections."])
    section = _section_called(sections, words)
    if section is None:
        asked = f"There is no section “{make_safe(words)}”." if words else "Which section?"
        return Answer([drawn(f"{asked} Type goto and a number from 1 to {len(sections)}, or words of its title.")])
    number = printed.part_at(section.heading.start)
    return Answer(printed.part(number), number)


def _section_called(sections: Sequence[Section], words: str) -> Section | None:
    if words.isdecimal():
        return sections[int(words) - 1] if 1 <= int(words) <= len(sections) else None
    wanted = fold(words).lower
    called = (section for section in sections if wanted and wanted in fold(section.title).lower)
    return next(called, None)


def _list_quotes(printed: Printed, part: int | None, words: str) -> Answer:
    quotes = printed.document.quotes
    if not quotes:
        return Answer(["Nobody is quoted in this text."])
    return Answer([_quote_line(printed.document, number) for number in range(1, len(quotes) + 1)])


def _tell_quote(printed: Printed, part: int | None, words: str) -> Answer:
    quotes = printed.document.quotes
    if not quotes:
        return Answer(["Nobody is quoted in this text."])
    if not words.isdecimal() or not 1 <= int(words) <= len(quotes):
        return Answer([f"Which quote? Type quote and a number from 1 to {len(quotes)}."])
    number = int(words)
    quote = quotes[number - 1]
    told = [
        f"Quote {number} of {len(quotes)}:",
        _words(printed.document, quote),
        *_evidence(printed.document, quote),
        f"{_where(printed.document, quote.span.start)}.",
    ]
    chain = [index + 1 for index in whole_quote(quotes, number - 1) if index + 1 != number]
    if chain:
        told.append(f"It is one with quote {', '.join(map(str, chain))}.")
    return Answer(told, printed.part_at(quote.span.start))


def _tell_speaker(printed: Printed, part: int | None, words: str) -> Answer:
    document = printed.document
    if not words:
        return Answer([_speaker_line(document, index) for index in range(len(document.speakers))] or _nobody(words))
    said = [number for number, quote in enumerate(document.quotes, start=1) if _is_said_by(document, quote, words)]
    return Answer([_quote_line(document, number) for number in said] or _nobody(words))


def _is_said_by(document: Document, quote: Quote, words: str) -> bool:
    if quote.attribution is None:
        return False
    return fold(words).lower in fold(document.speakers[quote.attribution.speaker].name).lower


def _nobody(name: str) -> list[str]:
    if not name:
        return ["Nobody is named in this text as having said something."]
    return [drawn(f"Nobody called “{make_safe(name)}” is quoted. Type speakers to hear who is.")]


def _find(printed: Printed, part: int | None, words: str) -> Answer:
    if not words:
        return Answer(["Find what? Type find and the words."])
    document = printed.document
    matches = find_matches(fold(document.text), words)
    if not len(matches):
        return Answer([drawn(f"The words “{make_safe(words)}” are not in this text.")])
    told = [drawn(f"The words “{make_safe(words)}” stand in {_count(len(matches), 'place')}.")]
    for index in range(min(len(matches), MOST_PLACES)):
        match = matches[index]
        section = _section_words(document, match.start)
        words_around = _around(document.text, match)
        told.append(f"{index + 1}. {section}: {words_around}" if section else f"{index + 1}. {words_around}")
    if len(matches) > MOST_PLACES:
        told.append(f"And {len(matches) - MOST_PLACES} more: find more words to get fewer places.")
    return Answer(told, printed.part_at(matches[0].start))


def _help(printed: Printed, part: int | None, words: str) -> Answer:
    return Answer([f"{command.usage}: {command.help}." for command in COMMANDS])


def _leave(printed: Printed, part: int | None, words: str) -> Answer:
    return Answer(is_last=True)


COMMANDS: tuple[Command, ...] = (
    Command(("n", "next", ""), _go(1), "n", "the next part of the text; an empty line does the same", is_step=True),
    Command(("p", "previous"), _go(-1), "p", "the part before", is_step=True),
    Command(("all",), _print_all, "all", "the whole text"),
    Command(("s", "sections"), _list_sections, "s", "all sections", needs_quotes=True),
    Command(("goto", "g"), _go_to_section, "goto 2, or goto harbour", "a section, by its number or words of its title"),
    Command(("quotes",), _list_quotes, "quotes", "all quotes", needs_quotes=True),
    Command(
        ("quote",),
        _tell_quote,
        "quote 7",
        "one quote: its words, who said them, how that is known, and where",
        needs_quotes=True,
    ),
    Command(
        ("speakers", "speaker"),
        _tell_speaker,
        "speakers, or speaker Ada",
        "who is quoted, or the quotes of one",
        needs_quotes=True,
    ),
    Command(("find", "f"), _find, "find words", "every place where these words stand"),
    Command(("help", "h", "?"), _help, "help", "this list", needs_text=False),
    Command(("q", "quit", "exit"), _leave, "q", "leave", needs_text=False),
)
_BY_NAME = {name: command for command in COMMANDS for name in command.names}


# What answers are made of.


def _sections(document: Document) -> list[Section]:
    return [section for _, section in walk_sections(document.sections)]


def _quotes_in(document: Document, span: Span) -> int:
    return sum(quote.span.start in span for quote in document.quotes)


def _count(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def _words(document: Document, quote: Quote) -> str:
    """Return the words on one line, in their own marks or in ours."""
    own, marked = quote.span.cut(document.text), in_marks(document, quote)
    words = own if marked == own else f"{drawn('“')}{words_of(document, quote)}{drawn('”')}"
    return " ".join(words.split())


def _quote_line(document: Document, number: int) -> str:
    quote = document.quotes[number - 1]
    name = UNKNOWN if quote.attribution is None else document.speakers[quote.attribution.speaker].name
    return f"Quote {number}, {name}: {_words(document, quote)}"


def _speaker_line(document: Document, index: int) -> str:
    speaker = document.speakers[index]
    said = sum(quote.attribution is not None and quote.attribution.speaker == index for quote in document.quotes)
    role = f", {speaker.role}" if speaker.role else ""
    return f"{speaker.name}{role}: {_count(said, 'quote')}."


def _evidence(document: Document, quote: Quote) -> list[str]:
    if quote.attribution is None:
        return [
            f"Nobody is named as the speaker: {quote.clue.reason}." if quote.clue else "Nobody is named as the speaker."
        ]
    sureness = f"{quote.attribution.percent} per cent sure"
    return [f"Speaker: {speaker_of(document, quote)}.", f"Known from: {quote.attribution.reason}; {sureness}."]


def _where(document: Document, offset: int) -> str:
    share = f"{percent(offset, len(document.text))} per cent into the text"
    section = _section_words(document, offset)
    return f"{section}, {share}" if section else share


def _section_words(document: Document, offset: int) -> str:
    if not document.sections:
        return ""
    path = section_path(document.sections, offset)
    return f"In the section {path[-1].title}" if path else "Before the first section"


def _around(text: str, match: Span) -> str:
    """Return the words around a match, whole words of its paragraph."""
    first = max(text.rfind("\n", 0, match.start) + 1, match.start - CONTEXT)
    newline = text.find("\n", match.end)
    end = min(len(text) if newline < 0 else newline, match.end + CONTEXT)
    while first > 0 and first < match.start and not text[first - 1].isspace():
        first += 1
    while match.end < end < len(text) and not text[end].isspace():
        end -= 1
    return " ".join(text[first:end].split())
