"""Every wrong use of every command is one sentence and code 2; whoever stops reading early is told nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from reader.cli.arguments import COMMANDS, EVERYWHERE, OPEN
from reader.cli.described import options_of

from .conftest import ROOT, Answer

Ask = Callable[..., Answer]


def wrong_uses() -> Iterator[list[str]]:
    for name in COMMANDS:
        command = [] if name == OPEN else [name]
        yield [*command, "--nonsense"]
        yield [*command, "-Z"]
        for option in options_of(name):
            if option.metavar and not option.is_optional:
                yield [*command, option.names[0]]
            if option.choices and option.names[0] not in {"--format", "--theme", "--sample"}:
                yield [*command, option.names[0], "nonsense"]
            if option.metavar == "N":
                yield [*command, option.names[0], "many"]
    yield ["config", "--config", "/nowhere/config.toml"]
    yield ["keys", "zeppelin"]
    yield ["+x"]


@pytest.mark.parametrize("words", list(wrong_uses()), ids=" ".join)
def test_a_wrong_use_is_one_sentence(ask: Ask, words: list[str]) -> None:
    answer = ask(*words)

    assert (2, "", 1) == (answer.code, answer.out, answer.err.count("\n")), answer.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_told_of_in_its_help(ask: Ask, name: str) -> None:
    out = " ".join(ask(*([] if name == OPEN else [name]), "--help").out.split())
    options = [option for option in options_of(name) if option.names[0] != "--format"]

    assert [] == [option.names[0] for option in options if option.names[0] not in out or option.about[:20] not in out]


def test_options_of_every_command_are_those_of_the_table() -> None:
    assert set(EVERYWHERE) <= {option.names[0] for option in options_of("man")}


@pytest.mark.parametrize(
    "words",
    ["show --sample essay", "keys", "config", "man", "completion zsh", "doctor", "--help", "text --sample essay"],
)
def test_a_pipe_that_closes_early_is_fine(words: str) -> None:
    line = f"set -o pipefail; {sys.executable} -m reader {words} | head -c 10 >/dev/null"
    answer = subprocess.run(
        ["bash", "-c", line], capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )

    assert (0, b"") == (answer.returncode, answer.stderr)
