"""Actions that are told what to do it with: the letter behind a key, the words behind a name in `:`."""

from __future__ import annotations

from collections.abc import Callable

from reader.model.sections import walk_sections
from reader.search.fold import fold
from reader.ui.actions import RUN
from reader.ui.actions.arranging import set_spacing, show_theme
from reader.ui.actions.marking import mark, to_mark
from reader.ui.actions.program import cite_as
from reader.ui.actions.selecting import hand_over_to
from reader.ui.keys import Command
from reader.ui.screens.reading import ReadingScreen

Told = Callable[[ReadingScreen, str], object]
_MOST = 1_000_000


def run_told(reading: ReadingScreen, command: Command) -> None:
    """Run an action with its words; a number is a count where the action has no other use for it."""
    words, action = command.argument, command.action
    told = TOLD.get(action.id)
    if told is not None:
        told(reading, words)
    elif action.counts and words.isascii() and words.isdecimal():
        RUN[action.id](reading, min(int(words[:9]), _MOST))
    else:
        reading.say(f"{action.id.replace('-', ' ')} takes {(action.counts and 'a number') or 'nothing'}, not “{words}”")


def to_section_called(reading: ReadingScreen, words: str) -> bool:
    """Go to the next section whose title has all the words; tell whether there is one."""
    sections = [section for _, section in walk_sections(reading.document.sections)]
    found = [index for index, section in enumerate(sections) if _has(section.title, words)]
    here = reading.view.place
    index = next((index for index in found if sections[index].heading.start > here), found[0] if found else None)
    if index is None:
        reading.say(f"no section is called so: {words}")
    else:
        reading.show_section(index)
    return index is not None


def to_quote_of(reading: ReadingScreen, name: str) -> bool:
    """Go to the next quote of a speaker whose name has all the words; tell whether there is one."""
    quotes, speakers = reading.document.quotes, reading.document.speakers
    found = [
        index
        for index, quote in enumerate(quotes)
        if quote.attribution and _has(speakers[quote.attribution.speaker].name, name)
    ]
    here = -1 if reading.quote is None else reading.quote
    index = next((index for index in found if index > here), found[0] if found else None)
    if index is None:
        reading.say(f"nobody called so is quoted: {name.removeprefix('@')}")
    else:
        reading.show_quote(index)
    return index is not None


def find_words(reading: ReadingScreen, words: str) -> None:
    """Find words without asking for them."""
    reading.finder.begin()
    reading.finder.finish(words)


def _has(name: str, words: str) -> bool:
    folded = fold(name).lower
    return all(word in folded for word in fold(words.removeprefix("@")).lower.split())


TOLD: dict[str, Told] = {
    "mark": mark,
    "to-mark": to_mark,
    "next-section": to_section_called,
    "next-quote": to_quote_of,
    "find": find_words,
    "theme": show_theme,
    "spacing": set_spacing,
    "cite": cite_as,
    "hand-over": hand_over_to,
}
"""By the action's id."""
