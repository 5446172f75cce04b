"""How argparse is asked: a parser for one command, from the tables of `arguments`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from reader.cli.arguments import COMMANDS, OPEN, OPTIONS, SHORT, Command
from reader.cli.samples import sample_list
from reader.errors import UsageError


def build_parser(name: str) -> argparse.ArgumentParser:
    """Build the parser of a command; what it cannot understand raises `UsageError`."""
    command = COMMANDS[name]
    parser = _Parser(
        prog="pullquote" if name == OPEN else f"pullquote {name}",
        usage=f"{command.usage} [options]",
        description=command.summary,
        epilog=_epilog(name),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("files", metavar=command.takes[0], nargs="*", help=command.takes[1])
    for option in command.options:
        parser.add_argument(option, *SHORT.get(option, ()), **_settings(option, command))
    return parser


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def _settings(option: str, command: Command) -> dict[str, Any]:
    if option != "--format":
        return OPTIONS[option]
    formats = command.formats
    if command.takes_templates:
        described = f"{', '.join(formats)}, or a template of your own; {formats[0]} unless you say otherwise"
        return OPTIONS[option] | {"default": formats[0], "help": described}
    described = f"{', '.join(formats[:-1])} or {formats[-1]}; {formats[0]} unless you say otherwise"
    return OPTIONS[option] | {"choices": formats, "default": formats[0], "help": described}


def _epilog(name: str) -> str:
    parts = [f"examples:\n{_two_columns(COMMANDS[name].examples)}"]
    if name == OPEN:
        commands = tuple((command.usage, command.summary) for key, command in COMMANDS.items() if key != OPEN)
        parts.insert(0, f"commands (each has its own --help):\n{_two_columns(commands)}")
        parts.append(f"samples:\n{sample_list()}")
    return "\n\n".join(parts)


def _two_columns(rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"  {left}\n      {right}" for left, right in rows)
