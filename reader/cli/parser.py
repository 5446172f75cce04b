"""How argparse is asked: a parser for one command, from the tables of `arguments`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from reader.cli.arguments import COMMANDS, EVERYWHERE, OPEN, OPEN_HELP, OPTIONS, SHORT, Command
from reader.cli.samples import sample_list
from reader.errors import UsageError
from reader.settings.table import BY_NAME, Setting


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
    if command.takes[0]:
        parser.add_argument("files", metavar=command.takes[0], nargs="*", help=command.takes[1])
    else:
        parser.set_defaults(files=[])
    for option in command.options:
        _add_option(parser, option, command)
    for option in EVERYWHERE:
        _add_option(parser, option, command)
    return parser


def _add_option(parser: argparse.ArgumentParser, option: str, command: Command) -> None:
    setting = None if option in OPTIONS else BY_NAME[option.removeprefix("--")]
    if setting is None:
        parser.add_argument(option, *SHORT.get(option, ()), **_told(option, command))
    elif setting.is_switch:
        parser.add_argument(*setting.flags, action=_Keep, nargs=0, help=_about(setting))
    else:
        parser.add_argument(*setting.flags, action=_Keep, metavar=setting.metavar, help=_about(setting))


class _Keep(argparse.Action):
    """Keeps what is said of a setting as words: one place understands them, wherever they stand."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        words = values if isinstance(values, str) else str(int(option_string == self.option_strings[0]))
        namespace.flags[self.option_strings[0].removeprefix("--")] = words


def _about(setting: Setting) -> str:
    one_of = f": {', '.join(setting.choices[:-1])} or {setting.choices[-1]}" if setting.choices else ""
    return setting.about + one_of


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def _told(option: str, command: Command) -> dict[str, Any]:
    if command is COMMANDS[OPEN] and option in OPEN_HELP:
        return OPTIONS[option] | {"help": OPEN_HELP[option]}
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
