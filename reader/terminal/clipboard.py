"""Copying that arrives. Knows which ways a text can go to the clipboard of the person at the terminal, best first."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.private import write_private

_OSC_52_AT_MOST = 74_994  # characters of base64: what the strictest of the common terminals take
_SCREEN_STRING_AT_MOST = 700  # bytes: GNU screen cuts a device control string at 768
_TOOL_SECONDS = 2.0
_NO_CLIPBOARD = ("linux", "dumb", "vt")  # terminals without a clipboard to write to

# Each needs its display; the first that is installed and set up is asked. Ours is to know that it worked.
_LOCAL_TOOLS = (
    ("wl-copy", "WAYLAND_DISPLAY", ("wl-copy",)),
    ("xclip", "DISPLAY", ("xclip", "-selection", "clipboard")),
    ("xsel", "DISPLAY", ("xsel", "--input", "--clipboard")),
    ("pbcopy", "", ("pbcopy",)),
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to the clipboard."""

    name: str
    command: tuple[str, ...] = ()
    """A program that takes the text from its standard input."""
    sequence: str = ""
    """What to write to the terminal, if no program."""


def copy(text: str, *, write: Callable[[str], None], environ: Mapping[str, str]) -> str:
    """Copy text the best way that works here, and give the sentence for the status line; `write` is the driver's."""
    count = f"{len(text):,} character{'' if len(text) == 1 else 's'}"
    for way in find_ways(text, environ):
        if way.sequence:
            write(way.sequence)
            return f"copied {count} via {way.name}"
        if _run(way.command, text, environ):
            return f"copied {count} via {way.name}"
    try:
        return f"copied {count} to {_write_file(text, environ)}"
    except OSError as error:
        return f"could not copy {count}: {error.strerror}"


def find_ways(text: str, environ: Mapping[str, str]) -> Iterator[Way]:
    """List the ways that may work, best first; a sequence comes last, as nobody can know whether it was taken."""
    if environ.get("TMUX"):
        yield Way("tmux", ("tmux", "load-buffer", "-w", "-"))
        yield Way("tmux's own buffer", ("tmux", "load-buffer", "-"))  # before tmux 3.2; prefix ] pastes it
    if not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")):
        for name, display, command in _LOCAL_TOOLS:
            if (not display or environ.get(display)) and shutil.which(name, path=environ.get("PATH")):
                yield Way(name, command)
    if environ.get("TERM", "dumb").startswith(_NO_CLIPBOARD):
        return
    encoded = b64encode(text.encode()).decode()
    if len(encoded) <= _OSC_52_AT_MOST:
        osc = f"\x1b]52;c;{encoded}\x07"
        yield Way("screen", sequence=_through_screen(osc)) if environ.get("STY") else Way("the terminal", sequence=osc)


def _through_screen(osc: str) -> str:
    parts = [osc[start : start + _SCREEN_STRING_AT_MOST] for start in range(0, len(osc), _SCREEN_STRING_AT_MOST)]
    return "".join(f"\x1bP{part}\x1b\\" for part in parts)


def _run(command: tuple[str, ...], text: str, environ: Mapping[str, str]) -> bool:
    # Clipboard tools stay in the background to serve the text: with pipes of ours they would keep us waiting.
    quiet = subprocess.DEVNULL
    try:
        done = subprocess.run(
            command, input=text.encode(), stdout=quiet, stderr=quiet, env=dict(environ), timeout=_TOOL_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _write_file(text: str, environ: Mapping[str, str]) -> Path:
    folder = Path(environ.get("XDG_RUNTIME_DIR") or environ.get("HOME") or tempfile.gettempdir())
    path = folder / "copied-text.txt"
    # Quotes may be nobody else's business.
    write_private(path, text)
    return path
