"""Pieces repeated to a megabyte: what grows faster than its input shows here, long before a fuzzer would wait for it.

Run as a program it feeds one target one piece, within limits: `python -m tests.fuzz.growth TARGET` and bytes on stdin.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import suppress
from time import process_time
from typing import NamedTuple

from reader.errors import ReaderError

from .seeds import kept_cases, seeds_of
from .targets import TARGETS

MEGABYTE = 1_000_000
SECONDS = 5
_MEMORY = 1_000_000_000
_PATIENCE_SECONDS = 60
"""Of processor time; more is a hang."""
_OPENINGS = (
    b"<", b"<a ", b"<b>", b"<div>", b"<!--", b"<p", b"<table>", b"<td>", b"<ul><li>", b"<blockquote>", b"&", b"&#",
    b"</p>", b"[", b"](", b"![", b"**", b"*a ", b"_a", b"`", b"> ", b">", b"- ", b"* a\n", b"|", b"|a|\n|-|\n",
    b"# ", b"\n", b"a", b" ", b"\t", b"\xe2\x80\x9c", b"\xe2\x80\x9d", b'"', b"'", b' "a', b'a" ', b"\xe2\x80\x94 ",
    b"A. ", b"A: ", b"A:\n", b"said ", b"Ada Low said. ", b"{", b"[[", b'{"a":', b"--a\n", b"=?utf-8?q?", b"X: y\n",
    b" X", b"1\n", b"\x1b", b"\xff", b"\x00", b"00:01.000 --> 00:02.000\n", b"<v a>", b"[^a]: b\n", b"[a]: b\n",
    b"---\n", b"===\n", b"~~~\n", b"(", b"<![CDATA[", b"\xe2\x80\x9cA,\xe2\x80\x9d said Bo. ", b"\xc2\xab",
    b"\xe2\x80\x9c\n\n", b"a\n\n", b"    a\n", b"<i><b>", b"&amp;",
)  # fmt: skip
"""What opens something in one format or another, or stands for much of the same."""


class Slowest(NamedTuple):
    """The input of a megabyte that took longest."""

    seconds: float
    piece: bytes
    trouble: str

    @property
    def words(self) -> str:
        """Say it in a row of a table."""
        return f"{self.seconds:.1f} s: {self.piece[:24]!r}… {self.trouble}"


def grow(name: str) -> Slowest:
    """Repeat every piece to a megabyte, and return what took longest; a trouble counts more than time."""
    pieces = dict.fromkeys((*_OPENINGS, *TARGETS[name].tokens, *kept_cases(name), *seeds_of(name)[-3:]))
    return max((measure(name, piece) for piece in pieces), key=lambda one: (bool(one.trouble), one.seconds))


def measure(name: str, piece: bytes) -> Slowest:
    """Feed a target one piece repeated, in a process of its own with its memory limited."""
    command = [sys.executable, "-m", "tests.fuzz.growth", name]
    try:
        done = subprocess.run(command, input=piece, capture_output=True, check=False, timeout=4 * _PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        return Slowest(_PATIENCE_SECONDS, piece, "hangs")
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return Slowest(_PATIENCE_SECONDS, piece, f"ended with {done.returncode}: {''.join(last)}")
    seconds = float(done.stdout)
    return Slowest(seconds, piece, "too slow" if seconds > SECONDS else "")


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY + 600_000_000, resource.RLIM_INFINITY))  # and what libraries map
    resource.setrlimit(resource.RLIMIT_CPU, (_PATIENCE_SECONDS, _PATIENCE_SECONDS))
    target = TARGETS[sys.argv[1]]
    piece = sys.stdin.buffer.read() or b"\n"
    with suppress(ReaderError):
        target.run(piece)  # what is imported is not counted
    began = process_time()
    with suppress(ReaderError):
        target.run((piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE])
    sys.stdout.write(f"{process_time() - began}")


if __name__ == "__main__":
    _main()
