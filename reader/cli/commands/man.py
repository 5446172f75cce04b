"""`pullquote man`: the man page, for `pullquote man | man -l -` or a packager."""

from __future__ import annotations

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.manual import manual


def run(arguments: Arguments) -> ExitCode:
    """Print it."""
    output.write(manual())
    return ExitCode.FOUND
