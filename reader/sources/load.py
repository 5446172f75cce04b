"""How a place becomes a source: read, decoded, made safe, its format named."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.errors import SourceError, UsageError
from reader.sources.decode import decode
from reader.sources.safe import make_safe, make_safe_mapped
from reader.sources.sniff import FORMATS, sniff_format
from reader.sources.source import Source

STDIN = "-"
LONG_FILE = 300_000
"""Bytes; from here on the head of a file is read before the rest."""
HEAD_BYTES = 131_072

_NOT_TEXT = (
    (b"%PDF-", "it is a PDF, not a text"),
    (b"PK\x03\x04", "it is a ZIP archive or an office document, not a text"),
    (b"\x89PNG", "it is a picture, not a text"),
    (b"\xff\xd8\xff", "it is a picture, not a text"),
    (b"GIF8", "it is a picture, not a text"),
    (b"\x1f\x8b", "it is compressed, not a text"),
    (b"\x7fELF", "it is a program, not a text"),
)
_NOT_A_FILE = (
    (stat.S_ISDIR, "it is a directory"),
    (stat.S_ISFIFO, "it is a named pipe (send it to standard input and give “-”)"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISCHR, "it is a device"),
)
# A shell's `<(command)` gives such a path: a pipe with a writer, which may be read.
_DESCRIPTOR_FOLDERS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
_SAMPLE_CHARACTERS = 4096
_CONTROL_SHARE_OF_BINARY = 0.3
_HARMLESS = frozenset("\t\n\f\x1b\b")


def load_source(place: str, *, stdin: BinaryIO | None = None, format: str | None = None) -> Source:
    """Read a path, or standard input for “-”; raise `SourceError` when there is no text to be had."""
    if format is not None and format not in FORMATS:
        raise UsageError(f"unknown format {make_safe(format)}: choose {' or '.join(FORMATS)}")
    shown = make_safe(place)
    data = (stdin or sys.stdin.buffer).read() if place == STDIN else _read_file(place, shown)
    text, encoding = _decode_text(data, shown)
    safe, safe_map = make_safe_mapped(text)
    return Source(shown, safe, format or sniff_format(place, safe), encoding, safe_map)


class Unread(NamedTuple):
    """A file of which only the head was read."""

    place: str
    format: str | None

    def load(self) -> Source:
        """Read all of it; raises `SourceError`."""
        return load_source(self.place, format=self.format)


def load_head(place: str, *, format: str | None = None) -> Source | None:
    """Read the first lines of a long file; None where only the whole will do: a short file, no file, a single line.

    Decoding 10 MB and making it safe takes 40 ms, which the first page need not wait for. A Markdown file with link
    definitions or footnotes is read whole: they may stand anywhere and change what the head says.
    """
    if place == STDIN or (format is not None and format not in FORMATS):
        return None
    data = _read_file(place, make_safe(place))
    end = data.rfind(b"\n", 0, HEAD_BYTES) + 1
    if len(data) < LONG_FILE or not end or b"\0" in data[:_SAMPLE_CHARACTERS]:
        return None
    text, encoding = _decode_text(data[:end], make_safe(place))
    safe, safe_map = make_safe_mapped(text)
    head = Source(make_safe(place), safe, format or sniff_format(place, safe), encoding, safe_map)
    return None if head.format == "markdown" and b"]:" in data else head


def _read_file(place: str, shown: str) -> bytes:
    try:
        mode = os.stat(place).st_mode  # noqa: PTH116 - a Path would lose the trailing slash that asks for a directory
        why = next((why for is_kind, why in _NOT_A_FILE if is_kind(mode)), None)
        if why and not (stat.S_ISFIFO(mode) and place.startswith(_DESCRIPTOR_FOLDERS)):
            raise SourceError(shown, why)
        return Path(place).read_bytes()
    except FileNotFoundError as error:
        raise SourceError(shown, "there is no such file") from error
    except OSError as error:
        raise SourceError(shown, _lower_first(error.strerror or "the system refused")) from error
    except ValueError as error:
        raise SourceError(shown, "a file name cannot hold a NUL") from error


def _decode_text(data: bytes, shown: str) -> tuple[str, str]:
    if not data:
        raise SourceError(shown, "it is empty")
    for magic, why in _NOT_TEXT:
        if data.startswith(magic):
            raise SourceError(shown, why)
    text, encoding = decode(data)
    if _is_binary(text[:_SAMPLE_CHARACTERS]):
        raise SourceError(shown, "it is binary, not a text")
    if not text or text.isspace():
        raise SourceError(shown, "it is empty but for white space")
    return text, encoding


def _is_binary(sample: str) -> bool:
    controls = sum(character < " " and character not in _HARMLESS for character in sample)
    return "\0" in sample or controls > len(sample) * _CONTROL_SHARE_OF_BINARY


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
