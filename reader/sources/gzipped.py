"""gzip'd bytes unpacked, never to more than a limit."""

from __future__ import annotations

import zlib

from reader.errors import SourceError
from reader.sources.files import LARGEST

MAGIC = b"\x1f\x8b"
_WITH_HEADER = 16 + zlib.MAX_WBITS
_MOST_LAYERS = 3
_PIECE = 1 << 24


def unpack_gzip(data: bytes, shown: str, largest: int = LARGEST) -> bytes:
    """Unpack a file, and what is gzip'd in it again; raises `SourceError` for a bomb and for what ends too early."""
    for _ in range(_MOST_LAYERS):
        if not data.startswith(MAGIC):
            return data
        data = _unpack_once(data, shown, largest)
    raise SourceError(shown, "it is compressed again and again")


def _unpack_once(data: bytes, shown: str, largest: int) -> bytes:
    pieces = []
    left = largest
    while data.startswith(MAGIC):  # a file may be several put together
        unpacker = zlib.decompressobj(_WITH_HEADER)
        while not unpacker.eof:
            try:
                piece = unpacker.decompress(data, min(left + 1, _PIECE))
            except zlib.error as error:
                raise SourceError(shown, "it is compressed, and damaged") from error
            left -= len(piece)
            if left < 0:
                raise SourceError(shown, f"it unpacks to more than {largest // 1_000_000} MB")
            pieces.append(piece)
            data = unpacker.unconsumed_tail
            if not piece and not unpacker.eof:
                raise SourceError(shown, "it is compressed, and its end is missing")
        data = unpacker.unused_data.lstrip(b"\0")
    return b"".join(pieces)
