"""Selecting text by keyboard, and what can be done with what is selected."""

from __future__ import annotations

from reader.layout import caret
from reader.ui.folding import Pane
from reader.ui.screens.reading import ReadingScreen, Run


def select(reading: ReadingScreen, count: int | None) -> None:
    """Begin to select at the word where one is; while selecting, begin anew at the caret."""
    reading.close_overlay()
    reading.active = Pane.BODY
    reading.marker.begin()


def step(motion: caret.Motion, direction: int) -> Run:
    """Move the caret."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        reading.marker.move(motion, direction * (count or 1))

    return run


def by_screens(direction: int) -> Run:
    """Move the caret by screens."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        reading.marker.move(caret.by_lines, direction * (count or 1) * max(1, reading.body.page_height - 1))

    return run


def turn(reading: ReadingScreen, count: int | None) -> None:
    """Put the caret at the other end."""
    reading.marker.turn()


def highlight(reading: ReadingScreen, count: int | None) -> None:
    """Mark what is selected, or mark it no longer."""
    reading.marker.highlight()


def note(reading: ReadingScreen, count: int | None) -> None:
    """Write a note about what is selected."""
    reading.marker.note()


def copy(reading: ReadingScreen, count: int | None) -> None:
    """Copy what is selected."""
    words = reading.marker.span.cut(reading.document.text)
    reading.marker.leave()
    reading.copy(words)


def leave(reading: ReadingScreen, count: int | None) -> None:
    """Select nothing."""
    reading.marker.leave()


def hand_over(reading: ReadingScreen, count: int | None) -> None:
    """Hand what is selected, else the quote, to a command."""
    selection = reading.marker.span if reading.selection is not None else None
    reading.marker.leave()
    reading.handing.ask(selection)


def hand_over_to(reading: ReadingScreen, command: str) -> None:
    """Hand the quote to a command that is known already."""
    reading.handing.give(command)


def forget_mark(reading: ReadingScreen, count: int | None) -> None:
    """Forget the mark under the cursor of the quotes pane."""
    pane = reading.active_rows
    index = pane.cursor if pane is not None and pane.id == Pane.QUOTES else None
    index = -1 if index is None else index - len(reading.document.quotes)
    if index >= 0:
        reading.marker.forget(reading.marks[index])
    else:
        reading.say("no mark of yours under the cursor: Tab goes to the pane that lists them")


TABLE: dict[str, Run] = {
    "select": select,
    "hand-over": hand_over,
    "forget-mark": forget_mark,
    "select-words": step(caret.to_words, 1),
    "select-word-ends": step(caret.to_word_ends, 1),
    "select-words-back": step(caret.to_words, -1),
    "select-characters": step(caret.by_characters, 1),
    "select-characters-back": step(caret.by_characters, -1),
    "select-lines": step(caret.by_lines, 1),
    "select-lines-back": step(caret.by_lines, -1),
    "select-line-end": step(caret.to_line_edge, 1),
    "select-line-start": step(caret.to_line_edge, -1),
    "select-sentences": step(caret.to_sentences, 1),
    "select-sentences-back": step(caret.to_sentences, -1),
    "select-paragraphs": step(caret.to_paragraphs, 1),
    "select-paragraphs-back": step(caret.to_paragraphs, -1),
    "select-quotes": step(caret.to_quotes, 1),
    "select-quotes-back": step(caret.to_quotes, -1),
    "select-screens": by_screens(1),
    "select-screens-back": by_screens(-1),
    "select-to-end": step(caret.to_edge, 1),
    "select-to-top": step(caret.to_edge, -1),
    "select-turn": turn,
    "highlight": highlight,
    "note": note,
    "copy-selection": copy,
    "select-none": leave,
}
