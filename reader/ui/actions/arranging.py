"""Arranging the screen: panes, the text's width, the theme."""

from __future__ import annotations

from reader.errors import UsageError
from reader.ui.folding import Pane
from reader.ui.screens.reading import ReadingScreen, Run

MEASURE_STEP = 4
NARROWEST_MEASURE, WIDEST_MEASURE = 32, 120


def toggle(pane: Pane) -> Run:
    """Show or hide a side pane; in a narrow window it lies over the text and has the keys."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        reading.wishes = reading.wishes.toggled(pane, reading.size.width)
        is_shown = pane in reading.shown_panes
        reading.active = pane if is_shown and Pane.BODY not in reading.shown_panes else Pane.BODY
        reading.say(f"{pane} shown" if is_shown else f"{pane} hidden")

    return run


def cycle(direction: int) -> Run:
    """Give the keys to the next pane on the screen."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        shown = reading.shown_panes
        reading.active = shown[(shown.index(reading.active) + direction * (count or 1)) % len(shown)]
        where = f"{reading.active}: j k move, Enter goes there"
        reading.say("text" if reading.active is Pane.BODY else where)

    return run


def choose(reading: ReadingScreen, count: int | None) -> None:
    """Go to what the cursor of the pane is on; in the text, a line down, as in less."""
    pane = reading.active_rows
    if pane is not None:
        pane.choose()
    else:
        reading.move(count or 1, 0)


def body_alone(reading: ReadingScreen, count: int | None) -> None:
    """Show the text without panes, or bring them back."""
    reading.wishes = reading.wishes._replace(alone=not reading.wishes.alone, overlay=None)
    reading.active = Pane.BODY
    reading.say("text alone: z brings the panes back" if reading.wishes.alone else "panes are back")


def widen(direction: int) -> Run:
    """Make the text wider or narrower."""

    def run(reading: ReadingScreen, count: int | None) -> None:
        wanted = reading.body.text_width + direction * MEASURE_STEP * (count or 1)
        reading.measure = min(max(NARROWEST_MEASURE, wanted), WIDEST_MEASURE)
        reading.say(f"text is {reading.body.text_width} cells wide")

    return run


def next_theme(reading: ReadingScreen, count: int | None) -> None:
    """Look different: the next theme in order of names."""
    from reader.ui.theming import theme_names

    names = theme_names()
    show_theme(reading, names[(names.index(reading.app.theme) + (count or 1)) % len(names)])


def show_theme(reading: ReadingScreen, name: str) -> None:
    """Look as a theme says."""
    from reader.ui.theming import load_palette

    if reading.app.no_color:
        reading.say("no colours here, so no themes")
        return
    try:
        palette = load_palette(name, in_sixteen=reading.app.console.color_system == "standard")
    except UsageError as error:
        reading.say(str(error))
        return
    reading.app.register_theme(palette.theme())
    reading.app.theme = name
    reading.say(f"theme {name}")


def change_spacing(reading: ReadingScreen, count: int | None) -> None:
    """Put the lines apart, or close together again."""
    reading.spacing = min(count, 2) if count else 3 - reading.spacing
    reading.say("lines are close together" if reading.spacing == 1 else "a line is free between two")


def set_spacing(reading: ReadingScreen, words: str) -> None:
    """Put the lines apart as somebody says."""
    if words in {"1", "2"}:
        change_spacing(reading, int(words))
    else:
        reading.say(f"spacing is 1 or 2, not “{words}”")


def change_hyphenation(reading: ReadingScreen, count: int | None) -> None:
    """Part words, or no longer."""
    from reader.layout.hyphens import missing_words

    reading.hyphenation = not reading.hyphenation
    done = "words are parted" if reading.hyphenation else "words are whole"
    reading.say((reading.hyphenation and missing_words()) or done)


TABLE: dict[str, Run] = {
    "outline": toggle(Pane.OUTLINE),
    "quotes": toggle(Pane.QUOTES),
    "next-pane": cycle(1),
    "previous-pane": cycle(-1),
    "choose": choose,
    "body-alone": body_alone,
    "wider": widen(1),
    "narrower": widen(-1),
    "theme": next_theme,
    "spacing": change_spacing,
    "hyphenation": change_hyphenation,
}
