"""Copying, other articles, help, and the way out."""

from __future__ import annotations

from dataclasses import replace

from reader.citations.quoted import words_of
from reader.errors import UsageError
from reader.ui.folding import Pane
from reader.ui.keys import Command
from reader.ui.screens.reading import ArticleWanted, ReadingScreen, Run
from reader.ui.visits import visits_of


def copy(reading: ReadingScreen, count: int | None) -> None:
    """Copy the words of the quote."""
    if reading.quote is None:
        reading.say("no quote here to copy: ) goes to the next one")
    else:
        reading.copy(words_of(reading.document, reading.document.quotes[reading.quote]))


def cite_quote(reading: ReadingScreen, count: int | None) -> None:
    """Copy the words with who said them, and where."""
    if reading.quote is None:
        reading.say("no quote here to cite: ) goes to the next one")
    else:
        from reader.citations.styles import cite  # templates, for who cites

        quote = reading.document.quotes[reading.quote]
        try:
            cited = cite(reading.document, quote, reading.place_name, reading.citation_style, own=_own_styles(reading))
        except UsageError as error:
            reading.say(str(error))
        else:
            reading.copy(cited)


def cite_as(reading: ReadingScreen, style: str) -> None:
    """Copy the quote in another style, and in that one from now on."""
    reading.citation_style = style
    cite_quote(reading, None)


def _own_styles(reading: ReadingScreen) -> dict[str, str]:
    return {name: str(entry.value) for name, entry in reading.settings.citations.items()}


def another_article(direction: int) -> Run:
    """Go to another of the articles given."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        reading.post_message(ArticleWanted(direction * (count or 1)))

    return run


def show_help(reading: ReadingScreen, count: int | None) -> None:
    """Show all keys, those of the pane that has them first."""
    from reader.ui.screens.help import HelpScreen

    def run(command: Command | None) -> None:
        if command is not None:
            reading.run_command(command)

    reading.app.push_screen(HelpScreen(reading.keymap, reading.active), run)


def show_commands(reading: ReadingScreen, count: int | None) -> None:
    """Ask for an action by name, and run it."""
    from reader.ui.screens.commands import CommandsScreen

    def run(command: Command | None) -> None:
        if command is not None:
            reading.run_command(command)

    reading.app.push_screen(CommandsScreen(reading.keymap.actions), run)


def mouse(reading: ReadingScreen, count: int | None) -> None:
    """Take the wheel, or leave the mouse to the terminal, which then selects text with it."""
    from reader.terminal.mouse import is_reported, report_mouse

    driver = reading.app._driver
    if driver is None or not report_mouse(driver, is_wanted=not is_reported(driver)):
        reading.say("this terminal's mouse cannot be read")
    elif is_reported(driver):
        reading.say("mouse on: the wheel scrolls; M gives selecting back to the terminal")
    else:
        reading.say("mouse off: the terminal selects text")


def suspend(reading: ReadingScreen, count: int | None) -> None:
    """Stop until `fg`."""
    reading.app.action_suspend_process()


def cancel(reading: ReadingScreen, count: int | None) -> None:
    """Close the overlay, else give the keys back to the text, else forget the matches."""
    if reading.close_overlay():
        return
    if reading.active is not Pane.BODY:
        reading.active = Pane.BODY
        return
    if reading.visit is not None and reading.visit.results is not None:
        reading.visit = replace(reading.visit, results=None)
        reading.say("the list of hits is forgotten: n and N go by matches again")
        return
    reading.finder.forget()


def close(reading: ReadingScreen, count: int | None) -> None:
    """Close what is open, go back to the list the article was opened from, or quit."""
    if reading.close_overlay():
        return
    if reading.visit is not None:
        visits_of(reading).leave()
    else:
        reading.app.exit(0)


def leave(reading: ReadingScreen, count: int | None) -> None:
    """Quit at once."""
    reading.app.exit(0)


TABLE: dict[str, Run] = {
    "copy": copy,
    "cite": cite_quote,
    "next-article": another_article(1),
    "previous-article": another_article(-1),
    "help": show_help,
    "commands": show_commands,
    "mouse": mouse,
    "suspend": suspend,
    "cancel": cancel,
    "close": close,
    "quit": leave,
}
