"""How a place becomes a source: read, its format told, decoded, made safe."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from reader.errors import SourceError, UsageError
from reader.sources.decode import decode
from reader.sources.fetch import fetch, is_url
from reader.sources.files import LARGEST_TEXT, read_file, read_stream, too_large
from reader.sources.formats import BY_NAME, FORMATS, PAGED, REFUSED, WHOLE_PAGE, Format
from reader.sources.safe import make_safe, make_safe_mapped
from reader.sources.sniff import is_for_a_pager, name_text_format, tell_format
from reader.sources.source import Source

STDIN = "-"
LONG_FILE = 300_000
"""Bytes; from here on the head of a file is read before the rest."""
HEAD_BYTES = 131_072
MOST_PIPED = 48_000_000
"""Bytes read from a pipe whose writer may never end; what comes after is left out, and said to be."""

_CUT = f"\n\n[There was more; only the first {MOST_PIPED // 1_000_000} MB of a pipe are read.]\n".encode()
_GZIP = b"\x1f\x8b"
_SAMPLE_CHARACTERS = 4096
_CONTROL_SHARE_OF_BINARY = 0.3
_READ_IN_PARTS = frozenset({"text", "markdown"})
_HARMFUL = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\f\x1b\b")


def load_source(place: str, *, stdin: BinaryIO | None = None, format: str | None = None) -> Source:
    """Read a path or a URL, or standard input for “-”; raise `SourceError` when there is no text to be had."""
    _check_name(format)
    if is_url(place):
        return _fetched(place, format)
    data = read_stream(stdin or sys.stdin.buffer, place) if place == STDIN else read_file(place)
    return source_from_bytes(place, data, format=format)


def _fetched(url: str, format: str | None) -> Source:
    from datetime import UTC, datetime  # fetching costs more

    got = fetch(url)
    source = source_from_bytes(got.place, got.data, media_type=got.media_type, charset=got.charset, format=format)
    return replace(source, accessed=datetime.now(UTC).astimezone().date().isoformat())


def source_from_bytes(
    place: str, data: bytes, *, media_type: str = "", charset: str = "", format: str | None = None
) -> Source:
    """Make a source of bytes read elsewhere; `media_type` and `charset` are what a server says, `format` what a person.

    Raises `SourceError` when there is no text to be had.
    """
    _check_name(format)
    shown, size = make_safe(place), len(data)
    if data.startswith(_GZIP):
        from reader.sources.gzipped import unpack_gzip  # zlib, for what needs it

        data = unpack_gzip(data, shown)
    if not data:
        raise SourceError(shown, "it is empty")
    told = BY_NAME[format] if format and format != WHOLE_PAGE else tell_format(data, place, media_type)
    if format == WHOLE_PAGE and told and told.name == "html":
        told = BY_NAME[WHOLE_PAGE]
    if told is None and place == STDIN and is_for_a_pager(data):
        told = BY_NAME[PAGED]
    if told and told.takes_bytes:
        return Source(shown, "", told.name, "", data=data, size=size, charset=charset)
    if len(data) > LARGEST_TEXT:
        raise too_large(shown, LARGEST_TEXT)
    text, encoding = _decode_text(data, shown, told, charset)
    safe, safe_map = make_safe_mapped(text)
    name = told.name if told else name_text_format(place, safe, media_type)
    return Source(shown, safe, name, encoding, safe_map, size=size, charset=charset)


class Unread(NamedTuple):
    """A file of which only the head was read."""

    place: str
    format: str | None

    def load(self) -> Source:
        """Read all of it; raises `SourceError`."""
        return load_source(self.place, format=self.format)


def load_head(place: str, *, format: str | None = None) -> Source | None:
    """Read the first lines of a long text; None where only the whole will do: a short file, no file, a single line.

    Decoding 10 MB and making it safe takes 40 ms, which the first page need not wait for. A Markdown file with link
    definitions or footnotes is read whole: they may stand anywhere and change what the head says.
    """
    if place == STDIN or is_url(place) or (format is not None and format not in BY_NAME):
        return None
    data = read_file(place)
    end = data.rfind(b"\n", 0, HEAD_BYTES) + 1
    if len(data) < LONG_FILE or not end or data.startswith(_GZIP) or b"\0" in data[:_SAMPLE_CHARACTERS]:
        return None
    if format not in _READ_IN_PARTS and (format or tell_format(data, place)):
        return None
    head = replace(source_from_bytes(place, data[:end], format=format), size=len(data))
    return None if head.format == "markdown" and b"]:" in data else head


class Piped:
    """Standard input of which only the head was read; the program that writes it may still be at work."""

    def __init__(self, head: bytes, stream: BinaryIO, format: str) -> None:
        self._head = head
        self._stream = stream
        self._format = format

    def load(self) -> Source:
        """Read on to the end, or as far as a pipe is read."""
        pieces = [self._head]
        left = MOST_PIPED - len(self._head)
        while left > 0 and (piece := self._stream.read(min(left, LONG_FILE))):
            pieces.append(piece)
            left -= len(piece)
        if left <= 0 and self._stream.read(1):
            pieces.append(_CUT)
        return source_from_bytes(STDIN, b"".join(pieces), format=self._format)


def load_piped_head(stream: BinaryIO, *, format: str | None = None) -> tuple[Source, Piped | None]:
    """Read standard input: the whole of it, or of a long text the first lines and what reads the rest.

    `git log` of a large project writes for minutes; its first page is there at once.
    """
    _check_name(format)
    head = stream.read(LONG_FILE)
    end = head.rfind(b"\n", 0, HEAD_BYTES) + 1
    if len(head) < LONG_FILE or not end:
        rest = read_stream(stream, STDIN) if len(head) == LONG_FILE else b""
        return source_from_bytes(STDIN, head + rest, format=format), None
    told = format or getattr(tell_format(head, STDIN), "name", None) or (PAGED if is_for_a_pager(head) else None)
    if (told is None or told in _READ_IN_PARTS or told == PAGED) and not head.startswith(_GZIP):
        first = source_from_bytes(STDIN, head[:end], format=told)
        if first.format != "markdown":
            return first, Piped(head, stream, first.format)
    return source_from_bytes(STDIN, head + read_stream(stream, STDIN), format=format), None


def _check_name(format: str | None) -> None:
    if format is not None and format not in BY_NAME:
        names = ", ".join(sorted(known.name for known in FORMATS))
        raise UsageError(f"unknown format {make_safe(format)}: choose one of {names}")


def _decode_text(data: bytes, shown: str, told: Format | None, charset: str) -> tuple[str, str]:
    for magic, why in REFUSED:
        if data.startswith(magic):
            raise SourceError(shown, why)
    if told and told.declares_charset and not charset:
        from reader.sources.declared import find_declared_charset  # its patterns

        charset = find_declared_charset(data)
    text, encoding = decode(data, charset)
    if _is_binary(text[:_SAMPLE_CHARACTERS]):
        raise SourceError(shown, "it is binary, not a text")
    if not text or text.isspace():
        raise SourceError(shown, "it is empty but for white space")
    return text, encoding


def _is_binary(sample: str) -> bool:
    controls = sum(map(sample.count, _HARMFUL))
    return "\0" in sample or controls > len(sample) * _CONTROL_SHARE_OF_BINARY
