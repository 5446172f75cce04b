"""A small app with three panes, for the driver to carry: scrolling text, lists, an input, a dialog, themes."""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, OptionList, Static

WORDS = "harbour quay “storm” é 漢字 tide, ferry — crane 😀 vote cafe\u0301 winter".split()
PARAGRAPHS = [" ".join(WORDS[(n * k) % len(WORDS)] for k in range(1, 30 + n % 9)) for n in range(1, 60)]


class Question(ModalScreen[None]):
    """A dialog over the panes."""

    BINDINGS: ClassVar[list[BindingType]] = [("x", "dismiss", "Close")]
    DEFAULT_CSS = "Question { align: center middle; } Question Label { width: 30; height: 5; background: red; }"

    def compose(self) -> ComposeResult:
        yield Label("Is this [b]exact[/b]?")


class SampleApp(App[None]):
    """Three panes and a line to write in."""

    CSS = "#outline { width: 22; } #body { width: 1fr; } #side { width: 26; border-left: solid green; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "quit", "Quit"),
        ("j", "down", "Down"),
        ("k", "up", "Up"),
        ("f", "page", "Page"),
        ("d", "theme", "Theme"),
        ("o", "ask", "Ask"),
        ("b", "bell", "Bell"),
    ]

    row = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(*(f"Section {n}" for n in range(40)), id="outline")
            yield VerticalScroll(Static("\n\n".join(PARAGRAPHS), markup=False), id="body")
            yield OptionList(*(f"Quote {n} by {WORDS[n % 9]}" for n in range(40)), id="side")
        yield Input(placeholder="find")
        yield Footer()

    def on_mount(self) -> None:
        self.animation_level = "none"
        self.query_one(Input).cursor_blink = False  # a screen that never rests cannot be compared
        self.query_one("#body").focus()

    def action_down(self) -> None:
        self._go(self.row + 1)

    def action_up(self) -> None:
        self._go(self.row - 1)

    def _go(self, row: int) -> None:
        # To a row of ours: Textual's relative scrolling loses a step now and then when keys come fast.
        self.row = max(0, min(row, 100))
        self.query_one("#body").scroll_to(y=self.row, animate=False)

    def action_page(self) -> None:
        self._go(self.row + 20)
        for pane in self.query(OptionList):
            pane.action_cursor_down()

    def action_theme(self) -> None:
        self.theme = "textual-light" if self.theme == "textual-dark" else "textual-dark"

    def action_ask(self) -> None:
        self.push_screen(Question())


if __name__ == "__main__":
    from reader.terminal.driver import ThriftyDriver

    SampleApp(driver_class=ThriftyDriver if "--thrifty" in sys.argv else None).run()
