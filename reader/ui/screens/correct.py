"""Setting a speaker right: type a name, or choose one that the article knows."""

from __future__ import annotations

from reader.layout.cells import fit
from reader.layout.runs import Run
from reader.model.document import Document
from reader.search.fold import fold
from reader.ui.screens.sheet import SheetScreen

NOBODY = ""
"""The name that says that nobody can be named."""


class CorrectScreen(SheetScreen[str]):
    """The speakers of the article; dismissed with the name of the right one, empty for nobody."""

    PLACEHOLDER = "who said this?"
    NOTHING = "type a name"
    PREVIEW_ROWS = 3

    def __init__(self, document: Document, quote: int) -> None:
        super().__init__()
        self._document = document
        self._quote = document.quotes[quote]
        self._roles = {speaker.name: speaker.role for speaker in document.speakers}

    def look_up(self, typed: str) -> list[str]:
        """Return the speakers whose name or role has every word typed, then what was typed, then nobody."""
        words = fold(typed).lower.split()
        named = [name for name, role in self._roles.items() if all(word in _folded(name, role) for word in words)]
        new = [" ".join(typed.split())] if typed.strip() and typed.strip() not in self._roles else []
        return [*named, *new, NOBODY]

    def count_words(self) -> str:
        """Say where a correction goes."""
        return "kept in your library, never in the file"

    def item_runs(self, item: str, width: int) -> list[Run]:
        """Show the name with its role."""
        if item == NOBODY:
            return [("nobody can be named", ("note",))]
        role = self._roles.get(item, "somebody else")
        return [(fit(item, width), ("speaker",)), (fit(f", {role}" if role else "", width - len(item)), ("role",))]

    def preview_rows(self, item: str, width: int, height: int) -> list[list[Run]]:
        """Show the quote that is asked about."""
        words = self._quote.span.cut(self._document.text).replace("\n", " ")
        return [[], [(fit(words, width - 2), ("words",))]]


def _folded(name: str, role: str) -> str:
    return fold(f"{name} {role}").lower
