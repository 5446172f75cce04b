"""Bytes of a place on this machine: read once, never more than a limit, and only from what is a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import BinaryIO

from reader.errors import SourceError
from reader.sources.safe import make_safe

LARGEST = 256_000_000
"""Bytes of a file, of what it unpacks to, and of standard input: a book with its pictures."""
LARGEST_TEXT = 64_000_000
"""Bytes of a text, a page, the chapters of a book: a shelf of 100 novels. Parsed, each may take 20 bytes and more."""

_NOT_A_FILE = (
    (stat.S_ISDIR, "it is a directory"),
    (stat.S_ISFIFO, "it is a named pipe (send it to standard input and give “-”)"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISCHR, "it is a device"),
)
# A shell's `<(command)` gives such a path: a pipe with a writer, which may be read.
_DESCRIPTOR_FOLDERS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
_CHUNK = 1 << 20
# What a file may become between looking at it and opening it: opening a pipe would wait for its writer.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_file(place: str) -> bytes:
    """Read a file as long as it was when it was opened; raises `SourceError`."""
    shown = make_safe(place)
    try:
        _refuse(os.stat(place).st_mode, place, shown)  # noqa: PTH116 - a Path would lose the trailing slash
        descriptor = os.open(place, _FLAGS)
        try:
            return _read_descriptor(descriptor, place, shown)
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise SourceError(shown, "there is no such file") from error
    except OSError as error:
        raise SourceError(shown, _lower_first(error.strerror or "the system refused")) from error
    except ValueError as error:
        raise SourceError(shown, "a file name cannot hold a NUL") from error


def read_stream(stream: BinaryIO, shown: str) -> bytes:
    """Read standard input or the like to its end; raises `SourceError`."""
    try:
        return _read_all(stream.read, LARGEST, shown)
    except OSError as error:
        raise SourceError(shown, _lower_first(error.strerror or "the system refused")) from error


def too_large(shown: str, limit: int = LARGEST) -> SourceError:
    """Make the error for what is too large to read."""
    return SourceError(shown, f"it is larger than {limit // 1_000_000} MB; split it first")


def _refuse(mode: int, place: str, shown: str) -> None:
    why = next((why for is_kind, why in _NOT_A_FILE if is_kind(mode)), None)
    if why and not (stat.S_ISFIFO(mode) and place.startswith(_DESCRIPTOR_FOLDERS)):
        raise SourceError(shown, why)


def _read_descriptor(descriptor: int, place: str, shown: str) -> bytes:
    opened = os.fstat(descriptor)
    _refuse(opened.st_mode, place, shown)
    if stat.S_ISFIFO(opened.st_mode):
        os.set_blocking(descriptor, True)
    if opened.st_size > LARGEST:
        raise too_large(shown)
    # Files of /proc say they are empty. A log that somebody writes ends where it ended when it was opened.
    limit = opened.st_size if stat.S_ISREG(opened.st_mode) and opened.st_size else LARGEST
    return _read_all(lambda size: os.read(descriptor, size), limit, shown)


def _read_all(read: Callable[[int], bytes], limit: int, shown: str) -> bytes:
    pieces = []
    left = limit
    while left and (piece := read(min(left, _CHUNK if limit == LARGEST else left))):
        pieces.append(piece)
        left -= len(piece)
    if not left and limit == LARGEST and read(1):
        raise too_large(shown)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
