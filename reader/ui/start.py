"""Where an article opens when the command line says so: at words, a section, a speaker's first quote, a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.reading import ReadingScreen

AT, SECTION, SPEAKER, PARAGRAPH, PERCENT = "at", "section", "speaker", "paragraph", "percent"


def go_to_start(reading: ReadingScreen, start: tuple[str, str]) -> bool:
    """Go there; tell whether it was found in what is known of the article so far."""
    from reader.ui.actions import RUN, told  # the words of a command line are told to the same actions as those of `:`

    kind, words = start
    if kind == AT:
        reading.finder.begin()
        reading.finder.finish(words)
        return reading.match is not None
    if kind == SECTION:
        return told.to_section_called(reading, words)
    if kind == SPEAKER:
        return told.to_quote_of(reading, words)
    RUN["percent" if kind == PERCENT else "top"](reading, int(words))
    return True
