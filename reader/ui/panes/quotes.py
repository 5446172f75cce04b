"""The quotes pane: who says what, in the order of the text, with the section and how one knows; then own marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.model.sections import section_path
from reader.ui.edition import Edition
from reader.ui.panes.marks import mark_rows
from reader.ui.panes.rows import HEADING_ROWS, RowsPane
from reader.ui.signs import fit

if TYPE_CHECKING:
    from reader.library.placed import PlacedMark

UNSURE = 0.6
"""Below this confidence a speaker is shown with a question mark."""
MOST_ROWS_OF_WORDS = 2
SHORTEST_ROLE = 6
"""Cells; a role cut shorter than this says nothing."""


class QuotesPane(RowsPane):
    """The quotes of the document as a list."""

    RULE_SIDE = "left"

    edition: var[Edition] = var(Edition(Document("")), init=False)
    is_loading_quotes: var[bool] = var(False, init=False)

    marks: var[tuple[PlacedMark, ...]] = var((), init=False)

    class QuoteChosen(RowsPane.Chosen):
        """The person chose a quote, by its index in the document."""

    class MarkChosen(RowsPane.Chosen):
        """The person chose a mark of theirs, by its index among them."""

    Chosen = QuoteChosen

    def __init__(self) -> None:
        super().__init__("quotes")

    @property
    def document(self) -> Document:
        """What is quoted from."""
        return self.edition.document

    def watch_edition(self) -> None:
        """List the quotes of what is known now."""
        self.items_changed()

    def watch_marks(self) -> None:
        """List the person's marks, too."""
        self.items_changed()

    def choose(self) -> None:
        """Choose the quote or the mark under the cursor."""
        mark = -1 if self.cursor is None else self.cursor - len(self.document.quotes)
        if mark < 0:
            super().choose()
        else:
            self.post_message(self.MarkChosen(mark))

    def watch_is_loading_quotes(self) -> None:
        """Say that quotes are still being looked for, or no longer."""
        self.refresh()

    def heading(self) -> str:
        """Say what the list is, and how long."""
        if self.marks and not self.document.quotes:
            return f"MY MARKS {len(self.marks)}"
        return f"QUOTES {len(self.document.quotes)}" if self.document.quotes else "QUOTES"

    def empty_words(self) -> str:
        """Say why the list is empty."""
        return "looking for quotes …" if self.is_loading_quotes else "nobody is quoted here"

    def item_heights(self) -> list[int]:
        """Give each quote a row for its speaker, one or two for its words, one for the section, one for the reason.

        The heading over the marks belongs to the last quote.
        """
        room = max(1, self.size.width - 5)
        has_sections = bool(self.document.sections)
        heights = [
            3 + has_sections + (1 if len(quote.span) <= room else MOST_ROWS_OF_WORDS) for quote in self.document.quotes
        ]
        if not self.marks:
            return heights
        if heights:
            heights[-1] += HEADING_ROWS
        return heights + [len(mark_rows(mark, room)) for mark in self.marks]

    def item_row(self, item: int, row: int, width: int) -> list[Run]:
        """Paint one row of a quote or of a mark."""
        if item >= len(self.document.quotes):
            rows = mark_rows(self.marks[item - len(self.document.quotes)], max(1, self.size.width - 5))
            return rows[row] if row < len(rows) else []
        if self.marks and item == len(self.document.quotes) - 1 and row == self.item_height(item) - HEADING_ROWS:
            return [(f"MY MARKS {len(self.marks)}", ("heading",))]
        quote = self.document.quotes[item]
        if row == 0:
            return [(" ", ()), *self._speaker(quote, width - 1)]
        words = self._words(quote, width - 2)
        if row <= len(words):
            return [("  ", ()), (words[row - 1], ("words",))]
        notes = self._notes(quote)
        index = row - len(words) - 1
        return [("  ", ()), (fit(notes[index], width - 2), ("note",))] if index < len(notes) else []

    def _speaker(self, quote: Quote, width: int) -> list[Run]:
        if quote.attribution is None:
            return [("unknown speaker", ("unknown",))]
        speaker = self.document.speakers[quote.attribution.speaker]
        confidence = quote.attribution.confidence
        sureness = f" {quote.attribution.percent}%"
        room = width - len(sureness)
        doubt = " ?" if confidence < UNSURE else ""
        name = fit(speaker.name, room - len(doubt)) + doubt
        role = fit(f", {speaker.role}", room - cell_len(name)) if speaker.role else ""
        role = role if cell_len(role) >= SHORTEST_ROLE else ""
        gap = " " * max(0, room - cell_len(name) - cell_len(role))
        look = ("unknown",) if doubt else ("speaker",)
        return [(name, look), (role, ("role",)), (gap + sureness, ("note",))]

    def _words(self, quote: Quote, width: int) -> list[str]:
        text = self.document.text
        end = min(quote.span.end, quote.span.start + MOST_ROWS_OF_WORDS * width + 1)
        lines = wrap(text, quote.span.start, end, max(1, width))
        words = [text[start:stop].replace("\n", " ") for start, stop in lines[:MOST_ROWS_OF_WORDS]]
        if lines[len(words) - 1][1] < quote.span.end:
            words[-1] = fit(words[-1] + " " * width, width)
        return words[: self._word_rows(quote)] + [""] * (self._word_rows(quote) - len(words))

    def _word_rows(self, quote: Quote) -> int:
        return 1 if len(quote.span) <= max(1, self.size.width - 5) else MOST_ROWS_OF_WORDS

    def _notes(self, quote: Quote) -> list[str]:
        path = section_path(self.document.sections, quote.span.start)
        notes = [path[-1].title if path else "before the first heading"] if self.document.sections else []
        if quote.attribution is None:
            return [*notes, quote.clue.reason if quote.clue else "nobody is named"]
        return [*notes, quote.attribution.reason]
