"""Which encoding bytes are in. What it cannot decode becomes a visible mark, never an error."""

from __future__ import annotations

import re

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE_BYTES = 4096
# Every second byte of western text in UTF-16 is a NUL; a file of bytes has them everywhere.
_NUL_SHARE_HIGH, _NUL_SHARE_LOW = 0.35, 0.02
# UTF-8 with a damaged spot has many good sequences for each bad one; cp1252 read as UTF-8 has hardly any.
_GOOD_PER_BAD = 2
_NON_ASCII = r"[^\x00-\x7f\ufffd]"


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text, line ends normalised to newlines, and the codec that gave it.

    A byte-order mark wins over what was declared, and so does UTF-8 that could not be so by chance.
    """
    encoding = encoding_by_marks(data)
    text, encoding = (data.decode(encoding, "replace"), encoding) if encoding else _decode_narrow(data, declared)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, encoding


def encoding_by_marks(data: bytes) -> str | None:
    """Name the encoding that a byte-order mark or the NULs of UTF-16 show; None where neither does."""
    return _marked_encoding(data) or _wide_encoding(data[:_SAMPLE_BYTES])


def _marked_encoding(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _wide_encoding(sample: bytes) -> str | None:
    half = len(sample) // 2
    if not half:
        return None
    first, second = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if second >= _NUL_SHARE_HIGH and first <= _NUL_SHARE_LOW:
        return "utf-16-le"
    if first >= _NUL_SHARE_HIGH and second <= _NUL_SHARE_LOW:
        return "utf-16-be"
    return None


def _decode_narrow(data: bytes, declared: str) -> tuple[str, str]:
    if declared:
        from reader.sources.declared import decode_declared  # codecs' names, for what declares one

        decoded = decode_declared(data, declared)
        if decoded:
            return decoded
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        repaired = data.decode("utf-8", "replace")
    bad = repaired.count("\ufffd")
    good = len(re.findall(_NON_ASCII, repaired))
    if good >= _GOOD_PER_BAD * bad:
        return repaired, "utf-8"
    from reader.sources.guess import guess_encoding  # its tables; nearly everything is UTF-8

    encoding = guess_encoding(data)
    return data.decode(encoding, "replace"), encoding
