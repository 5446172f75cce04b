"""A command of the user's: what it gets, what it says, and when it is stopped."""

from __future__ import annotations

import sys
import time

import pytest

from reader.terminal.command import LONGEST_OUTPUT, Outcome, run_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
ENVIRON = {"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"}


def run(command: str, words: str = "It rains.", seconds: float = 20, **variables: str) -> Outcome:
    return run_command(command, words, variables, ENVIRON, seconds)


def test_it_gets_the_words() -> None:
    assert Outcome("It rains.", 0) == run("cat")


def test_it_gets_the_variables() -> None:
    assert Outcome("Ada Finch\n", 0) == run('echo "$PULLQUOTE_SPEAKER"', PULLQUOTE_SPEAKER="Ada Finch")


def test_words_are_never_part_of_the_command() -> None:
    words = '"; echo pwned; $(echo pwned) `echo pwned`'

    assert Outcome(f"{words}\n{words}", 0) == run('echo "$PULLQUOTE_WORDS"; cat', words, PULLQUOTE_WORDS=words)


def test_a_variable_too_long_for_the_system_is_left_out() -> None:
    words = "It rains. " * 100_000

    assert Outcome("1000000\n", 0) == run('echo "$PULLQUOTE_WORDS" >/dev/null; wc -c', words, PULLQUOTE_WORDS=words)


def test_its_exit_code_and_what_it_complains_of_are_told() -> None:
    assert Outcome("no\n", 3) == run("echo no >&2; exit 3")


def test_one_that_reads_nothing_is_fine() -> None:
    assert Outcome("", 0) == run("true", "It rains. " * 100_000)


def test_one_that_takes_too_long_is_stopped() -> None:
    outcome = run("echo begun; sleep 60", seconds=0.5)

    assert (None, "stopped after 0.5 seconds") == (outcome.code, outcome.why_stopped)


def test_one_that_never_ends_to_write_is_stopped() -> None:
    outcome = run("yes")

    assert (LONGEST_OUTPUT, None) == (len(outcome.output), outcome.code)


def test_what_it_leaves_running_is_left_alone_and_not_waited_for() -> None:
    begun = time.monotonic()

    assert Outcome("", 0) == run("sleep 5 &")
    assert time.monotonic() - begun < 5


def test_it_has_no_terminal() -> None:
    assert 0 != run("exec 3</dev/tty").code
