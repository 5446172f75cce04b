"""A command of the user's, run by their shell. Knows processes, not what they are given or what becomes of the output.

It never gets the terminal: its input is a pipe, and it stands in a session of its own, so that it cannot draw over the
screen or take keys. It may start something that has a window.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from threading import Thread
from typing import NamedTuple

SECONDS = 10.0
LONGEST_OUTPUT = 200_000
"""Bytes; who writes more is stopped."""
_LONGEST_VALUE = 32_000
"""Bytes of one variable: Linux takes 128 KiB, and all of them and the words of the command share what there is."""
_DRAIN_SECONDS = 0.3


class Outcome(NamedTuple):
    """What became of a command."""

    output: str
    """Decoded, not yet safe to show."""
    code: int | None
    """The exit code; negative for a signal; None when it was stopped."""
    why_stopped: str = ""


def run_command(
    command: str, words: str, variables: Mapping[str, str], environ: Mapping[str, str], seconds: float = SECONDS
) -> Outcome:
    """Run a command with words on its input and variables in its environment; raises `OSError` without a shell."""
    kept = {name: value for name, value in variables.items() if value and len(value.encode()) <= _LONGEST_VALUE}
    process = subprocess.Popen(
        [environ.get("SHELL") or "/bin/sh", "-c", command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**environ, **kept},
        start_new_session=True,
    )
    reader = _Reader(process)
    # Both in threads: a command may write before it has read everything, and leave somebody behind who does neither.
    Thread(target=_feed, args=(process, words), daemon=True).start()
    reader.start()
    why_stopped = ""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        why_stopped = f"stopped after {seconds:g} seconds"
        _stop(process)
    reader.join(_DRAIN_SECONDS)
    if reader.is_full:
        why_stopped = f"stopped after {LONGEST_OUTPUT // 1000} kB of output"
    output = bytes(reader.data[:LONGEST_OUTPUT]).decode("utf-8", "replace")
    return Outcome(output, None if why_stopped else process.returncode, why_stopped)


class _Reader(Thread):
    """Reads what a process writes, up to a limit."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._process = process
        self.data = bytearray()
        self.is_full = False

    def run(self) -> None:
        if self._process.stdout is None:
            return
        with self._process.stdout as pipe:
            while piece := os.read(pipe.fileno(), 65536):
                self.data += piece
                if len(self.data) > LONGEST_OUTPUT:
                    self.is_full = True
                    _stop(self._process)
                    return


def _feed(process: subprocess.Popen[bytes], words: str) -> None:
    if process.stdin is not None:
        with suppress(OSError), process.stdin as pipe:  # a command need not read what it is given
            pipe.write(words.encode("utf-8", "replace"))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a command with all it has started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
