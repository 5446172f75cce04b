"""Where the article comes from and where it leads: the info sheet, the links, the page it was cleaned from."""

from __future__ import annotations

from reader.ui.screens.reading import ReadingScreen, Run


def show_info(reading: ReadingScreen, count: int | None) -> None:
    """Show what is known of the document."""
    from reader.ui.facts import facts_of
    from reader.ui.screens.info import InfoScreen

    facts = facts_of(reading.document, reading.place_name, is_loading_quotes=reading.is_loading_quotes)
    reading.app.push_screen(InfoScreen(facts))


TABLE: dict[str, Run] = {
    "info": show_info,
}
