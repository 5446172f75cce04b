"""The driver in a real pseudo-terminal, beside Textual's own."""

from __future__ import annotations

import os
import signal
import termios

import pytest

from tests.terminal.driver.emulator import Glyph
from tests.terminal.driver.pty_session import Terminal, sample_app

KEYS = ["jjjj", "f", "d", "k", "o", "x", "\t", "\t", "\t", "storm é"]


def _screen_after(terminal: Terminal, keys: list[str]) -> list[list[Glyph]]:
    terminal.settle()
    for key in keys:
        terminal.press(key)
        terminal.settle()
    return terminal.emulator.seen()


def _meant(keys: list[str]) -> list[list[Glyph]]:
    with sample_app() as plain:
        return _screen_after(plain, keys)


@pytest.mark.parametrize("margins", [True, False], ids=["margins", "no margins"])
def test_a_real_session_shows_what_textual_shows(margins: bool) -> None:
    with sample_app("--thrifty", margins=margins) as terminal:
        assert _meant(KEYS) == _screen_after(terminal, KEYS)


def test_a_terminal_that_never_answers_gets_the_last_frame_too() -> None:
    with sample_app("--thrifty", answers=False) as terminal:
        assert _meant(KEYS) == _screen_after(terminal, KEYS)


def test_answers_that_come_late_are_not_taken_for_keys() -> None:
    """They would end in the line that one writes in."""
    keys = ["\t", "\t", "storm"]
    with sample_app("--thrifty", late=True) as terminal:
        assert _meant(keys) == _screen_after(terminal, keys)


def test_while_an_answer_is_due_no_other_frame_is_sent() -> None:
    with sample_app("--thrifty", late=True, margins=False) as terminal:
        terminal.settle()
        terminal.press("f")
        terminal.settle(answering=False)
        terminal.press("ff")

        assert "" == terminal.settle(answering=False)


def test_after_a_held_key_the_last_frame_arrives() -> None:
    with sample_app("--thrifty", late=True, margins=False) as terminal:
        terminal.settle()
        terminal.press("j" * 30)

        assert _meant(["j" * 30]) == _screen_after(terminal, [])


def test_an_idle_screen_costs_nothing() -> None:
    with sample_app("--thrifty") as terminal:
        terminal.settle()

        assert "" == terminal.settle(2.0)


def test_a_resized_screen_shows_what_textual_shows() -> None:
    screens = []
    for arguments in ([], ["--thrifty"]):
        with sample_app(*arguments) as terminal:
            terminal.settle()
            for size in ((76, 20), (90, 25)):
                terminal.resize(*size)
                terminal.settle()
            screens.append(_screen_after(terminal, ["j"]))

    assert screens[0] == screens[1]


def test_a_suspended_program_comes_back_as_it_does_with_textual() -> None:
    screens = []
    for arguments in ([], ["--thrifty"]):
        with sample_app(*arguments) as terminal:
            _screen_after(terminal, ["jjj", "f"])
            os.kill(terminal.pid, signal.SIGTSTP)
            terminal.settle()
            os.waitpid(terminal.pid, os.WUNTRACED)
            os.kill(terminal.pid, signal.SIGCONT)
            screens.append(_screen_after(terminal, ["j"]))

    assert screens[0] == screens[1]


def test_a_suspended_program_leaves_the_terminal_usable() -> None:
    with sample_app("--thrifty") as terminal:
        _screen_after(terminal, ["jjj"])

        os.kill(terminal.pid, signal.SIGTSTP)
        terminal.settle()
        os.waitpid(terminal.pid, os.WUNTRACED)

        cooked = termios.tcgetattr(terminal.master)[3] & termios.ICANON
        assert (bool(cooked), set()) == (True, terminal.emulator.modes & {69, 1000, 1003, 1004, 1049, 2004})


def test_quitting_leaves_the_terminal_usable() -> None:
    with sample_app("--thrifty") as terminal:
        _screen_after(terminal, ["jjj", "q"])

        assert {7, 25} == terminal.emulator.modes
