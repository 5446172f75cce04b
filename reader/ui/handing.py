"""Handing a quote to a command of the user's: asked for in a prompt, run beside the reading, its answer shown."""

from __future__ import annotations

import os
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message

from reader.model.quotations import Quote, QuoteKind
from reader.model.span import Span
from reader.sources.safe import make_safe
from reader.ui.history import history_of, keep_in_history
from reader.ui.panes.prompt import Prompt

if TYPE_CHECKING:
    from reader.citations.citation import Citation
    from reader.terminal.command import Outcome
    from reader.ui.screens.reading import ReadingScreen


class CommandDone(Message):
    """A command has ended."""

    def __init__(self, command: str, outcome: Outcome | None, trouble: str = "") -> None:
        super().__init__()
        self.command = command
        self.outcome = outcome
        self.trouble = trouble


COMMANDS = "shell"
"""The history of commands."""


class Handing:
    """Knows what is handed over and the commands typed so far."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._given: Citation | None = None
        history = history_of(reading.app, COMMANDS)
        self.commands: list[str] = [] if history is None else history

    def ask(self, selection: Span | None) -> None:
        """Ask for a command for what is selected, else for the quote."""
        reading = self._reading
        if selection is None and reading.quote is None:
            reading.say("no quote here to hand over: ) goes to the next one, v selects")
            return
        self._given = self._citation(selection)
        prompt = Prompt("! a command; it gets the words", id="command", history=self.commands)
        prompt.fit_beside_place(reading.size.width)
        reading.open_prompt(prompt, self)

    def give(self, command: str) -> None:
        """Hand the quote to a command."""
        if self._reading.quote is None:
            self._reading.say("no quote here to hand over: ) goes to the next one")
            return
        self._given = self._citation(None)
        self.finish(command)

    # What the prompt tells.

    def narrow(self, typed: str) -> None:
        """Do nothing as one types."""

    def finish(self, typed: str) -> None:
        """Run the command; nothing typed runs the last one again."""
        command = typed.strip() or (self.commands[-1] if self.commands else "")
        if not command or self._given is None:
            self._reading.say("no command, nothing done")
            return
        keep_in_history(self._reading.app, COMMANDS, command)
        self._reading.say(f"running {command}")
        Thread(target=self._run, args=(command, self._given), name="command", daemon=True).start()

    def cancel(self) -> None:
        """Hand over nothing."""
        self._given = None

    def show(self, event: CommandDone) -> None:
        """Show what the command said: one line in the status line, more on a sheet."""
        lines = make_safe(event.outcome.output).rstrip().splitlines() if event.outcome else []
        state = event.trouble or ended_words(event.outcome)
        if len(lines) <= 1:
            said = lines[0].strip() if lines else ("done" if not state else "")
            self._reading.say(": ".join(part for part in (state, said) if part))
            return
        from reader.ui.screens.output import OutputScreen

        title = f"! {event.command}" + (f"   ({state})" if state else "")
        self._reading.say(state or "done")
        self._reading.app.push_screen(OutputScreen(title, lines))

    def _run(self, command: str, given: Citation) -> None:
        from reader.terminal.command import run_command

        variables = {f"PULLQUOTE_{name.upper()}": value for name, value in given.fields().items()}
        try:
            done = CommandDone(command, run_command(command, given.words, variables, os.environ))
        except (OSError, ValueError) as error:
            done = CommandDone(command, None, f"cannot run it: {error}")
        self._reading.post_message(done)

    def _citation(self, selection: Span | None) -> Citation:
        from reader.citations.citation import citation_of  # who hands nothing over needs none

        reading = self._reading
        document, place = reading.document, reading.place_name
        if selection is None:
            return citation_of(document, document.quotes[reading.quote or 0], place)
        around = [quote for quote in document.quotes if quote.span.covers(selection)]
        words = selection.cut(document.text)
        quote = around[-1] if around else Quote(selection, selection, QuoteKind.BLOCK)
        citation = replace(citation_of(document, quote, place), words=words, quotation=f"“{words}”")
        return citation if around else replace(citation, speaker="", role="")


def ended_words(outcome: Outcome | None) -> str:
    """Say how a command ended; nothing, when it ended well."""
    if outcome is None or outcome.code == 0:
        return ""
    if outcome.code is None:
        return outcome.why_stopped
    return f"ended by signal {-outcome.code}" if outcome.code < 0 else f"exit code {outcome.code}"
