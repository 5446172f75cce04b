"""Finding words in the text, looking quotes up, and setting their speakers right."""

from __future__ import annotations

from reader.ui.screens.reading import ReadingScreen, Run
from reader.ui.visits import visits_of


def find(reading: ReadingScreen, count: int | None) -> None:
    """Ask for words."""
    from reader.ui.panes.prompt import Prompt  # Textual's Input costs 12 ms: only who searches pays

    reading.finder.begin()
    prompt = Prompt("find words in the text", id="find", history=reading.finder.searches)
    prompt.fit_beside_place(reading.size.width)
    reading.open_prompt(prompt, reading.finder)


def step_match(direction: int) -> Run:
    """Go from match to match; in an article found in a list, from hit to hit of that."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        if reading.visit is not None and reading.visit.results is not None:
            visits_of(reading).go(reading, direction * (count or 1))
        else:
            reading.finder.step(direction * (count or 1))

    return run


def look_up(reading: ReadingScreen, count: int | None) -> None:
    """Open the quick quote lookup."""
    from reader.ui.screens.lookup import LookUpScreen

    def show(quote: object) -> None:
        if isinstance(quote, int):
            reading.show_quote(quote)

    reading.app.push_screen(LookUpScreen(reading.document, reading.quote_index, visits_of(reading)), show)


def correct(reading: ReadingScreen, count: int | None) -> None:
    """Ask who said the quote, and keep the answer."""
    from reader.ui.screens.correct import CorrectScreen

    quote = reading.quote
    if quote is None:
        reading.say("no quote here to set right: ) goes to the next one")
        return

    def keep(name: str | None) -> None:
        if name is not None:
            reading.correct(quote, name)

    reading.app.push_screen(CorrectScreen(reading.document, quote), keep)


TABLE: dict[str, Run] = {
    "find": find,
    "next-match": step_match(1),
    "previous-match": step_match(-1),
    "look-up": look_up,
    "correct": correct,
}
