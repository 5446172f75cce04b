"""What can be asked on the command line: every command, every option once, and their help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NamedTuple, NoReturn

from reader.cli.samples import DEFAULT, sample_list
from reader.errors import UsageError


class Command(NamedTuple):
    """What a command takes and what its help says."""

    usage: str
    summary: str
    options: tuple[str, ...]
    formats: tuple[str, ...] = ()
    """What `--format` may ask for, the default first."""
    examples: tuple[tuple[str, str], ...] = ()
    takes_several: bool = False


OPEN = "open"
"""The command of a line that names none; it cannot be typed, so a file may be called so."""

COMMANDS: dict[str, Command] = {
    OPEN: Command(
        "pullquote [FILE…]",
        "Read articles in the terminal and see who said what.",
        ("--sample", "--theme", "--as", "--no-thrift", "--help", "--version"),
        examples=(
            ("pullquote article.txt", "read an article"),
            ("pullquote --sample interview", "read one that comes with the program"),
            ("pullquote quotes article.txt", "list its quotes and who said them"),
            ("curl -s … | pullquote -", "read from standard input"),
            ("pullquote ./quotes", "a file that is called like a command"),
        ),
        takes_several=True,
    ),
    "quotes": Command(
        "pullquote quotes FILE…",
        "List the quotes of articles, who said them and how that is known.",
        ("--speaker", "--format", "--sample", "--as", "--help"),
        formats=("text", "jsonl", "json", "csv", "markdown"),
        examples=(
            ("pullquote quotes article.txt", "every quote, for reading"),
            ("pullquote quotes --speaker rutte *.txt", "what one person says in several articles"),
            ("pullquote quotes --format jsonl article.txt", "one JSON object a line"),
            ("pullquote quotes --format csv *.md > quotes.csv", "for a spreadsheet"),
        ),
        takes_several=True,
    ),
    "outline": Command(
        "pullquote outline FILE",
        "Show the sections of an article and how many quotes stand in each.",
        ("--format", "--sample", "--as", "--help"),
        formats=("text", "json"),
        examples=(
            ("pullquote outline essay.md", "the sections, indented"),
            ("pullquote outline --format json essay.md", "the same for a program"),
        ),
    ),
    "text": Command(
        "pullquote text FILE",
        "Print the text of an article without its markup; the offsets in JSON count in it.",
        ("--width", "--sample", "--as", "--help"),
        examples=(
            ("pullquote text essay.md", "one line a paragraph"),
            ("pullquote text --width 72 essay.md", "wrapped for a page 72 columns wide"),
        ),
    ),
}

_OPTIONS: dict[str, dict[str, Any]] = {
    "--speaker": {
        "metavar": "NAME",
        "help": "only quotes of this speaker; a part of the name will do, case and accents do not matter",
    },
    "--format": {"metavar": "FORMAT"},
    "--width": {"metavar": "N", "type": int, "help": "wrap the lines at N columns"},
    "--sample": {"metavar": "NAME", "nargs": "?", "const": DEFAULT, "help": "take a sample article instead of a file"},
    "--theme": {"metavar": "NAME", "help": "colours of the screen; a wrong name lists them all"},
    "--as": {
        "metavar": "FORMAT",
        "dest": "source_format",
        "choices": ("text", "markdown"),
        "help": "what the files are, where their names do not tell: text or markdown",
    },
    "--no-thrift": {
        "action": "store_true",
        "help": "send every frame whole, as other programs do (also: PULLQUOTE_NO_THRIFT=1)",
    },
    "--help": {"action": "store_true", "help": "show this help"},
    "--version": {"action": "store_true", "help": "show the version"},
}
_SHORT = {"--help": ("-h",)}
_NARROWEST = 8
_TAKE_A_WORD = frozenset({"--speaker", "--format", "--width", "--theme", "--as"})


class Arguments(argparse.Namespace):
    """What one command line asks for."""

    command: str
    files: list[str]
    format: str = "text"
    speaker: str | None = None
    width: int | None = None
    sample: str | None = None
    theme: str | None = None
    source_format: str | None = None
    no_thrift: bool = False
    help: bool = False
    version: bool = False


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Understand a command line; raises `UsageError`. Options may stand anywhere, behind `--` are only files."""
    words, literal_files = _split_at_dashes(argv)
    command, words = _take_command(words)
    arguments = _parser(command).parse_intermixed_args(words, Arguments(command=command))
    arguments.files += literal_files
    if arguments.width is not None and arguments.width < _NARROWEST:
        raise UsageError(f"--width {arguments.width} is too narrow; {_NARROWEST} columns are the least")
    return arguments


def help_text(command: str) -> str:
    """Return the help of a command, ready to be printed."""
    return _parser(command).format_help()


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def _parser(name: str) -> _Parser:
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
    parser.add_argument("files", metavar="FILE", nargs="*", help="a text or Markdown file; - is standard input")
    for option in command.options:
        parser.add_argument(option, *_SHORT.get(option, ()), **_settings(option, command))
    return parser


def _settings(option: str, command: Command) -> dict[str, Any]:
    if option != "--format":
        return _OPTIONS[option]
    formats = command.formats
    described = f"{', '.join(formats[:-1])} or {formats[-1]}; {formats[0]} unless you say otherwise"
    return _OPTIONS[option] | {"choices": formats, "default": formats[0], "help": described}


def _epilog(name: str) -> str:
    parts = [f"examples:\n{_two_columns(COMMANDS[name].examples)}"]
    if name == OPEN:
        commands = tuple((command.usage, command.summary) for key, command in COMMANDS.items() if key != OPEN)
        parts.insert(0, f"commands (each has its own --help):\n{_two_columns(commands)}")
        parts.append(f"samples:\n{sample_list()}")
    return "\n\n".join(parts)


def _two_columns(rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"  {left}\n      {right}" for left, right in rows)


def _split_at_dashes(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    words = list(argv)
    if "--" not in words:
        return words, []
    index = words.index("--")
    return words[:index], words[index + 1 :]


def _take_command(words: list[str]) -> tuple[str, list[str]]:
    """Find the first word that is no option and no option's value; it is the command when it is called like one."""
    before = ""
    for index, word in enumerate(words):
        is_value = before in _TAKE_A_WORD or (before == "--sample" and word not in COMMANDS)
        if not is_value and not (word.startswith("-") and word != "-"):
            if word in COMMANDS and word != OPEN:
                return word, words[:index] + words[index + 1 :]
            break
        before = "" if is_value else word
    return OPEN, words
