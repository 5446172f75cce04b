"""`pullquote completion`: the script that lets a shell complete our command lines."""

from __future__ import annotations

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.completions import SCRIPTS
from reader.cli.diagnostics import ExitCode
from reader.errors import UsageError


def run(arguments: Arguments) -> ExitCode:
    """Print the script for a shell."""
    names = ", ".join(SCRIPTS)
    if len(arguments.files) != 1:
        raise UsageError(f"name one shell: {names}")
    if arguments.files[0] not in SCRIPTS:
        raise UsageError(f"there is no completion for {arguments.files[0]}: choose one of {names}")
    output.write(SCRIPTS[arguments.files[0]]())
    return ExitCode.FOUND
