"""From argv to an exit code: the outer door, where every error becomes one sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from reader import __version__
from reader.cli import output
from reader.cli.arguments import Arguments, help_text, parse_arguments
from reader.cli.diagnostics import ExitCode, report_unexpected, say
from reader.errors import ReaderError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code; no error of any kind leaves this function."""
    try:
        output.prepare()
        code = _run(parse_arguments(sys.argv[1:] if argv is None else argv))
        output.finish()
        return code
    except ReaderError as error:
        say(error)
        return ExitCode.TROUBLE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough: `pullquote text … | head` is a success.
        output.abandon()
        return ExitCode.FOUND
    except Exception as error:
        report_unexpected(error)
        return ExitCode.TROUBLE


def _run(arguments: Arguments) -> int:
    if arguments.help:
        output.write(help_text(arguments.command))
        return ExitCode.FOUND
    if arguments.version:
        output.write(f"pullquote {__version__}\n")
        return ExitCode.FOUND
    # Only the chosen command is imported: the app alone costs 216 ms.
    run: Callable[[Arguments], int] = import_module(f"reader.cli.commands.{arguments.command}").run
    return run(arguments)
