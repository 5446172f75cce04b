"""From an article to the library, its speakers, and the question whether somebody said something."""

from __future__ import annotations

from reader.ui.screens.reading import ReadingScreen, Run
from reader.ui.visits import visits_of


def library(reading: ReadingScreen, count: int | None) -> None:
    """Show all articles."""
    visits_of(reading).show_library()


def speakers(reading: ReadingScreen, count: int | None) -> None:
    """Show everyone quoted."""
    visits_of(reading).show_speakers()


def verify(reading: ReadingScreen, count: int | None) -> None:
    """Ask for a quotation, and say what became of it."""
    visits_of(reading).verify(reading)


TABLE: dict[str, Run] = {"library": library, "speakers": speakers, "verify": verify}
