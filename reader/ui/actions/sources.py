"""Where the article comes from and where it leads: the info sheet, the links, the whole page, the list it is from."""

from __future__ import annotations

from reader.model.links import Link, LinkKind
from reader.model.listing import Entry
from reader.sources.formats import WHOLE_PAGE
from reader.ui.opener import opener_of
from reader.ui.screens.reading import ListWanted, ReadingScreen, Run

_PAGES = {"html": WHOLE_PAGE, WHOLE_PAGE: "html"}
"""What `W` shows instead."""


def show_info(reading: ReadingScreen, count: int | None) -> None:
    """Show what is known of the document."""
    from reader.ui.facts import facts_of
    from reader.ui.screens.info import InfoScreen

    facts = facts_of(reading.document, reading.place_name, is_loading_quotes=reading.is_loading_quotes)
    reading.app.push_screen(InfoScreen(facts))


def show_links(reading: ReadingScreen, count: int | None) -> None:
    """List the links, the first one on the screen under the cursor."""
    from reader.model.links import links_of
    from reader.ui.screens.links import LinksScreen

    links = links_of(reading.document, reading.place_name)
    if not links:
        reading.say("no links in this article")
        return
    first = next((index for index, link in enumerate(links) if link.span.start >= reading.view.top), len(links) - 1)
    sheet = LinksScreen(links, first)

    def follow(link: Link | None) -> None:
        if link is not None:
            follow_link(reading, link, is_for_browser=sheet.is_for_browser)

    reading.app.push_screen(sheet, follow)


def follow_link(reading: ReadingScreen, link: Link, *, is_for_browser: bool = False) -> None:
    """Open a page here, or hand it or an address to the person's own program; nothing else is followed."""
    if link.kind is LinkKind.WEB and not is_for_browser:
        opener_of(reading).open(Entry(link.target, link.words))
        return
    import os

    from reader.terminal.handover import hand_over

    reading.say(hand_over(link.target, os.environ))


def whole_page(reading: ReadingScreen, count: int | None) -> None:
    """Show all of a web page, or its article alone again."""
    other = _PAGES.get(reading.document.format)
    if other is None:
        reading.say("this is no web page: all of it is shown")
    else:
        entry = Entry(reading.opening.place)
        opener_of(reading).open(entry, reading.way, format=other, instead=True)


def show_articles(reading: ReadingScreen, count: int | None) -> None:
    """Show the list one goes through with J and K."""
    reading.post_message(ListWanted())


TABLE: dict[str, Run] = {
    "info": show_info,
    "links": show_links,
    "whole-page": whole_page,
    "articles": show_articles,
}
