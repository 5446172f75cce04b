"""Runs what converts an office file: a process of its own, bounded in time and memory, without files or network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from reader.errors import SourceError

SECONDS_PER_MEGABYTE = 5
"""What a converter may take for each megabyte begun, up to the longest; what is healthy takes a second."""
LONGEST_SECONDS = 60
# What runs away reaches the limit in 2 s instead of 5 with pieces of 64 MB.
_MEMORY = ("-A64M", "-M600M")
_LARGEST_ANSWER = 256_000_000
_INSTALL = "pullquote[office]"


def pandoc_to_html(data: bytes, format: str, place: str) -> str:
    """Convert Word, OpenDocument or RTF to HTML; raises `SourceError`."""
    pandoc = _find_pandoc()
    if pandoc is None:
        raise missing(place, format)
    # `--sandbox`: nothing but standard input is read, whatever the document asks for. `-s` brings title and authors.
    command = [pandoc, f"--from={format}", "--to=html", "--standalone", "--sandbox", "--wrap=none", "--mathjax"]
    answer = run([*command, "+RTS", *_MEMORY, "-RTS"], data, place, {"LANG": "C.UTF-8"})
    return answer.decode("utf-8", "replace")


def run(command: Sequence[str], data: bytes, place: str, environment: Mapping[str, str] | None = None) -> bytes:
    """Run a converter and return what it writes; raises `SourceError` when it fails or does not end."""
    limit = min(LONGEST_SECONDS, SECONDS_PER_MEGABYTE * (1 + len(data) // 1_000_000))
    inherited = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limit,
            env={**inherited, **(environment or {})},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(place, f"converting it takes more than {limit} seconds") from error
    except OSError as error:
        raise SourceError(place, "its converter does not start; install pullquote[office] again") from error
    if done.returncode or len(done.stdout) > _LARGEST_ANSWER:
        raise SourceError(place, "its converter cannot read it (is it damaged, or far too large?)")
    return done.stdout


def run_module(module: str, data: bytes, place: str) -> bytes:
    """Run a module of ours as a converter."""
    paths = os.pathsep.join(filter(None, sys.path))
    return run([sys.executable, "-m", module], data, place, {"PYTHONPATH": paths})


def missing(place: str, format: str) -> SourceError:
    """Make the error that says what to install."""
    return SourceError(place, f"{format.upper()} needs a converter; install it with: pip install '{_INSTALL}'")


def _find_pandoc() -> str | None:
    """Find the pandoc that the extra brings, else one that is installed."""
    spec = find_spec("pypandoc")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for name in ("pandoc", "pandoc.exe"):
            path = Path(folder, "files", name)
            if path.is_file():
                return str(path)
    return shutil.which("pandoc")
