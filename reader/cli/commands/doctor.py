"""`pullquote doctor`: what a report of a fault needs, and nothing private: no names, no titles, no texts."""

from __future__ import annotations

import locale
import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reader import __version__
from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.paths import history_path, library_path
from reader.sources.safe import make_safe
from reader.terminal.asking import ask_terminal
from reader.terminal.capabilities import capabilities_of
from reader.terminal.colours import colours_of
from reader.ui.signs import wants_ascii

Facts = dict[str, dict[str, str]]

_PACKAGES = tuple(
    "textual rich markdown-it-py trafilatura lxml urllib3 platformdirs charset-normalizer".split(),
)
_VARIABLES = tuple(
    "TERM COLORTERM TERM_PROGRAM TERM_PROGRAM_VERSION VTE_VERSION TMUX STY SSH_TTY LANG LC_ALL LC_CTYPE "
    "NO_COLOR CLICOLOR CLICOLOR_FORCE PAGER PYTHONUTF8 COLUMNS LINES".split()
)
_ONLY_SET = frozenset({"TMUX", "STY", "SSH_TTY"})
"""Variables of which it matters that they are set; what they hold names machines and people."""


def run(arguments: Arguments) -> ExitCode:
    """Print the facts."""
    facts = gather(arguments, os.environ)
    output.write(_json(facts) if arguments.format == "json" else "".join(f"{line}\n" for line in _lines(facts)))
    return ExitCode.FOUND


def gather(arguments: Arguments, environ: Mapping[str, str]) -> Facts:
    """Return what is known, by the part it belongs to."""
    return {
        "versions": dict(_versions()),
        "terminal": dict(_terminal(environ)),
        "encodings": dict(_encodings(environ)),
        "database": dict(_database()),
        "paths": dict(_paths(arguments)),
        "settings": dict(_settings(arguments)),
        "environment": dict(_environment(environ)),
    }


def _versions() -> Iterator[tuple[str, str]]:
    yield "pullquote", __version__
    yield "python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, "not installed"


def _terminal(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "standard input", _kind(sys.stdin)
    yield "standard output", _kind(sys.stdout)
    if output.is_terminal():
        size = os.get_terminal_size(sys.stdout.fileno())
        yield "size", f"{size.columns}×{size.lines}"
    yield "colours", colours_of(environ).value
    known = [name for name, is_so in capabilities_of(environ)._asdict().items() if is_so]
    yield "known of its name", ", ".join(known) or "nothing"
    yield from ask_terminal().items()


def _encodings(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "standard output", str(getattr(sys.stdout, "encoding", None))
    yield "files", f"{sys.getfilesystemencoding()} ({sys.getfilesystemencodeerrors()})"
    yield "locale", locale.getpreferredencoding(False)
    yield "utf-8 mode", str(bool(sys.flags.utf8_mode)).lower()
    yield "signs", "ascii" if wants_ascii(environ) else "unicode"


def _database() -> Iterator[tuple[str, str]]:
    from reader.library.database import sqlite_facts

    yield from sqlite_facts().items()


def _paths(arguments: Arguments) -> Iterator[tuple[str, str]]:
    yield "program", _without_home(str(Path(__file__).parents[2]))
    for name, path in (
        ("settings", Path(arguments.settings.path)),
        ("library", library_path()),
        ("history", history_path()),
    ):
        yield name, f"{_without_home(str(path))} ({_state(path)})"


def _settings(arguments: Arguments) -> Iterator[tuple[str, str]]:
    for name, origin in arguments.settings.origins.items():
        yield name, f"{_without_home(str(getattr(arguments.settings, name)))} ({origin})"
    yield "keys of one's own", str(len(arguments.settings.keys))
    for number, trouble in enumerate(arguments.settings.troubles, 1):
        yield f"trouble {number}", _without_home(trouble)


def _environment(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in _VARIABLES:
        if name in environ:
            yield name, "set" if name in _ONLY_SET else _without_home(environ[name])
    for name in sorted(environ):
        if name.startswith("PULLQUOTE_"):
            yield name, _without_home(environ[name])


def _kind(stream: object) -> str:
    if stream is None:
        return "closed"
    return "a terminal" if getattr(stream, "isatty", bool)() else "a pipe or a file"


def _state(path: Path) -> str:
    try:
        status = path.stat()
    except FileNotFoundError:
        return "not there"
    except OSError as error:
        return f"cannot be looked at: {error.strerror}"
    writable = "" if os.access(path, os.W_OK) else ", not writable"
    return f"{status.st_size} bytes, mode {status.st_mode & 0o777:o}{writable}"


def _without_home(words: str) -> str:
    """Shorten the home folder to “~”, and whoever's it is in paths elsewhere."""
    home = str(Path.home())
    if len(home) > 1:
        words = words.replace(home, "~")
    return re.sub(r"(/home/|/Users/)[^/\s:]+", r"\1…", words)


def _lines(facts: Facts) -> Iterator[str]:
    for number, (part, rows) in enumerate(facts.items()):
        if number:
            yield ""
        yield part
        for name, value in rows.items():
            yield make_safe(f"  {name:<22}{value}")


def _json(facts: Facts) -> str:
    import json

    return make_safe(json.dumps(facts, ensure_ascii=True, indent=2)) + "\n"
