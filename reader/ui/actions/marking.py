"""Places marked with a letter: `m a` marks, `' a` goes there, `''` to where one was."""

from __future__ import annotations

from reader.ui.screens.reading import ReadingScreen, Run

BACK = "'`"
"""The letters that are no place of their own: where one was before the last jump."""


def ask(what: str) -> Run:
    """Say that a letter belongs behind the name; a key asks for it by itself."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        known = " ".join(sorted(reading.letters))
        reading.say(f"{what} needs a letter behind it{f'; there are {known}' if known else ''}")

    return run


def mark(reading: ReadingScreen, letter: str) -> None:
    """Mark the place at the top of the screen."""
    if not (len(letter) == 1 and letter.isalnum()):
        reading.say(f"a mark is a letter, not {letter}")
        return
    offset = reading.view.place
    reading.letters[letter] = offset
    reading.post_message(reading.Lettered(letter, offset))
    reading.say(f"marked {letter}: ' {letter} comes back here")


def to_mark(reading: ReadingScreen, letter: str) -> None:
    """Go to a marked place."""
    if letter in BACK:
        view = reading.jumps.back(reading.view)
        if view is None:
            reading.say("no place further back")
        else:
            reading.view = view
    elif letter in reading.letters:
        reading.jump_to_line_of(reading.letters[letter])
        reading.say(f"mark {letter}")
    else:
        known = " ".join(sorted(reading.letters))
        reading.say(f"nothing is marked {letter}; {f'there are {known}' if known else 'm and a letter marks a place'}")


TABLE: dict[str, Run] = {"mark": ask("mark"), "to-mark": ask("to mark")}
