"""The floor of any Textual program: one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    BINDINGS = [("q", "quit", "Quit"), ("j", "more", "More")]
    presses = 0

    def compose(self) -> ComposeResult:
        yield Static("hello")

    def action_more(self) -> None:
        self.presses += 1
        self.query_one(Static).update(f"hello {self.presses}")


Hello().run(mouse=False)
