"""The links of the article: each with its words and where it leads, in full, before anything is followed."""

from __future__ import annotations

from collections.abc import Sequence

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.model.links import Link, LinkKind
from reader.search.fold import fold
from reader.ui.screens.sheet import SheetScreen
from reader.ui.signs import drawn, fit

_WHAT = {
    LinkKind.WEB: "Enter fetches it and opens it here · {browser} hands it to your browser",
    LinkKind.MAIL: "Enter hands it to your mail program",
    LinkKind.OTHER: "not followed: only http, https and mailto are",
}


class LinksScreen(SheetScreen[Link]):
    """The links of one document; dismissed with the one to follow."""

    PLACEHOLDER = "words of a link, or of where it leads"
    NOTHING = "no link has these words"
    PREVIEW_ROWS = 6
    OWN_ACTIONS = ("to-browser",)

    def __init__(self, links: Sequence[Link], first: int = 0) -> None:
        """List links, with the cursor on one of them."""
        super().__init__()
        self._links = links
        self.cursor = first
        self.is_for_browser = False

    def look_up(self, typed: str) -> list[Link]:
        """Return the links with every word typed, in the order of the text."""
        words = fold(typed).lower.split()
        return [link for link in self._links if all(word in _folded(link) for word in words)]

    def count_words(self) -> str:
        """Say how many there are."""
        return f"{len(self.found)} of {len(self._links)} links"

    def item_runs(self, item: Link, width: int) -> list[Run]:
        """Show the words, then where they lead."""
        half = width // 2
        words = fit(item.words, half - 1)
        return [
            (words + " " * (half - cell_len(words)), ("words",)),
            (fit(item.target, width - half), ("role" if item.kind is not LinkKind.OTHER else "note",)),
        ]

    def preview_rows(self, item: Link, width: int, height: int) -> list[list[Run]]:
        """Show all of where it leads, and what following it does."""
        target = item.target
        rows: list[list[Run]] = [[(drawn("─") * width, ("note",))]]
        rows += [[(target[start:end], ("plain",))] for start, end in wrap(target, 0, len(target), max(8, width))]
        rows = rows[: max(1, height - 1)]
        what = _WHAT[item.kind].replace("{browser}", self.key_of("to-browser"))
        rows.append([(fit(drawn(what), width), ("note",))])
        return rows

    def press(self, action: str) -> None:
        """Hand the link to the browser."""
        if self.found and self.found[self.cursor].kind is LinkKind.WEB:
            self.is_for_browser = True
            self.dismiss(self.found[self.cursor])


def _folded(link: Link) -> str:
    return f"{fold(link.words).lower} {link.target.lower()}"
