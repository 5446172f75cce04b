"""Did anyone really say this? Type or paste words, and @name for by whom; Enter verifies, Enter again goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input

from reader.layout.runs import Run
from reader.library.entries import Article
from reader.model.document import Document
from reader.model.span import Span
from reader.search.verify import Passage, Verification
from reader.ui.desk import NO_LIBRARY
from reader.ui.results import Aim, Results
from reader.ui.screens.sheet import RowsWidget, SheetScreen
from reader.ui.shelf import filled
from reader.ui.signs import drawn, fit
from reader.ui.verdict import Shown, names_of, scrolled_to, verdict_rows

if TYPE_CHECKING:
    from reader.library.verifying import LibraryVerification
    from reader.ui.visits import Visits

_ASKING = "searching …"
_HELP = (
    "Type or paste the words, several lines if you like; @name says who is said to have said them.",
    "",
    "The answer is one of: exact, the same words, altered, shortened, stitched together, another speaker,",
    "not a quotation, not found. What was dropped, added or changed is shown, negations and numbers first.",
)


class VerifyScreen(SheetScreen[Passage]):
    """Shows a verdict; dismissed with the place of a passage in the article one reads."""

    PLACEHOLDER = "a quotation, and @name for by whom"
    IS_LONG = True

    def __init__(self, visits: Visits, document: Document | None) -> None:
        super().__init__()
        self._visits = visits
        self._document = document
        self._asked = ""
        self._by = ""
        self._verification: Verification | None = None
        self._articles: tuple[Article | None, ...] = ()
        self._shown = Shown([], [])
        self._is_asking = False

    def look_up(self, typed: str) -> list[Passage]:
        """Keep what is shown: nothing is verified before Enter."""
        return self.found

    def choose(self) -> None:
        """Verify what was typed; when that is what is shown, go to the passage under the cursor."""
        typed = self.prompt.value.strip()
        if typed and typed == self._asked and self.found:
            self._go_to(self.found[self.cursor])
        elif typed:
            self._ask(typed)
        else:
            self.resume()

    def _ask(self, typed: str) -> None:
        self._asked = typed
        quotation, by = names_of(typed)
        self._by = by
        document = self._document
        self._is_asking = True
        self._visits.desk.ask(
            "verify", lambda library: library.verify(quotation, by, document), self._take, self._verify_alone
        )
        self.paint()
        self.resume()

    def _take(self, answer: LibraryVerification) -> None:
        self._show(answer.verification, answer.articles)

    def _verify_alone(self) -> None:
        """Without a library there is the article one reads."""
        from reader.errors import UsageError
        from reader.search.verify import verify

        self._is_asking = False
        if self._document is None:
            self.say(self._message or NO_LIBRARY)
            return
        quotation, by = names_of(self._asked)
        try:
            self._show(verify(quotation, [self._document], by), (None,))
        except UsageError as error:
            self.say(str(error))

    def _show(self, verification: Verification, articles: tuple[Article | None, ...]) -> None:
        self._is_asking = False
        self._verification, self._articles = verification, articles
        findings = (verification.finding, *verification.others)
        self.found = [passage for finding in findings for passage in finding.passages]
        self.cursor = self.first = 0
        self._lay_out()
        self.paint()

    def _go_to(self, passage: Passage) -> None:
        article = self._articles[passage.document]
        if passage.document == 0 and self._document is not None:
            self.dismiss(passage)
        elif article is not None:
            self._visits.open(article.id, self._results(), self.resume)

    def _results(self) -> Results:
        """Return the passages that are in articles of the library, and which of them the cursor is on."""
        placed = [(passage, self._articles[passage.document]) for passage in self.found]
        aims = [
            (passage, Aim(article.id, None, passage.span, (passage.span,)))
            for passage, article in placed
            if article is not None
        ]
        at = next(index for index, (passage, _) in enumerate(aims) if passage is self.found[self.cursor])
        return Results(tuple(aim for _, aim in aims), at)

    # Painting.

    def on_resize(self, event: events.Resize) -> None:
        """Wrap the verdict for the new window."""
        self.call_after_refresh(self._wrap_again)

    def _wrap_again(self) -> None:
        self._lay_out()
        self.paint()

    def _lay_out(self) -> None:
        if self._verification is not None and self.is_laid_out:
            width = self.query_one("#sheet-list", RowsWidget).size.width
            self._shown = verdict_rows(self._verification, self._by, max(8, width - 2))

    @on(Input.Changed)
    def forget_verdict(self, event: Input.Changed) -> None:
        """Let the verdict stand until other words are verified."""

    def foot_words(self) -> str:
        """Say what Enter does."""
        if self._is_asking:
            return _ASKING
        if self.found and self.prompt.value.strip() == self._asked:
            return "Enter goes there · ↑ ↓ passages · Esc returns"
        return "Enter verifies · Esc returns"

    def paint(self) -> None:
        """Show the rows around the passage under the cursor."""
        if not self.is_laid_out:
            return
        rows = self.query_one("#sheet-list", RowsWidget)
        width, height = rows.size.width, max(1, rows.size.height)
        if self._verification is None:
            rows.show([[("  " + fit(drawn(words), width - 2), ("note",))] for words in _HELP])
        else:
            rows.show(self._verdict(width, height))
        words = self._message or self.foot_words()
        foot = self.query_one("#sheet-foot", RowsWidget)
        foot.show([[(drawn(words), ("message" if self._message else "note",))]])

    def _verdict(self, width: int, height: int) -> list[list[Run]]:
        shown = self._shown
        if shown.passages:
            _, *passage = shown.passages[self.cursor]
            self.first = 0 if not self.cursor else scrolled_to(self.first, passage, height)
            begin, end = passage if len(shown.passages) > 1 else (0, 0)
        else:
            begin = end = 0
        rows: list[list[Run]] = []
        for number, runs in enumerate(shown.rows[self.first : self.first + height], self.first):
            mark = drawn("▌ ") if begin <= number < end else "  "
            rows.append([(mark, ("count",)), *filled(runs, 0)])
        return rows


def span_of(passage: object) -> Span | None:
    """Return where a passage is that the screen was dismissed with."""
    return passage.span if isinstance(passage, Passage) else None
