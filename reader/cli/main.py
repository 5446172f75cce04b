"""From argv to an exit code: the outer door, where every error becomes one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from reader import __version__
from reader.cli import diagnostics, output
from reader.cli.arguments import Arguments, help_text, parse_arguments
from reader.cli.diagnostics import ExitCode, report_unexpected, say, show_fetch, tell, warn
from reader.errors import ReaderError
from reader.paths import use_library
from reader.settings.settings import settle


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
    finally:
        use_library("")


def _run(arguments: Arguments) -> int:
    if arguments.help:
        output.write(help_text(arguments.command))
        return ExitCode.FOUND
    if arguments.version:
        output.write(f"pullquote {__version__}\n")
        return ExitCode.FOUND
    _settle(arguments)
    # Only the chosen command is imported: the app alone costs 216 ms.
    run: Callable[[Arguments], int] = import_module(f"reader.cli.commands.{arguments.command}").run
    from reader.sources.fetch import heard_by  # what reads a file imports it too

    with heard_by(show_fetch):
        return run(arguments)


def _settle(arguments: Arguments) -> None:
    """Find out which settings are in force, and tell what is wrong with them."""
    settings = settle(os.environ, arguments.flags, arguments.config)
    arguments.settings = settings
    diagnostics.talk(quiet=settings.quiet, verbose=settings.verbose)
    # What the environment says, `library_path` reads there.
    use_library("" if settings.origins.get("library", "").startswith("PULLQUOTE_") else settings.library)
    for trouble in settings.troubles:
        warn(trouble)
    if settings.verbose:
        tell(f"settings: {settings.path}{'' if settings.is_read else ' (not there)'}")
        for name, origin in settings.origins.items():
            tell(f"settings: {name} = {getattr(settings, name)} ({origin})")
