"""What may not stand in XML or HTML, and character references to it, written as what may be shown instead.

Measured: libxml2 makes a surrogate of `&#55296;`, and lxml then fails on the text around it; of `&#27;` it makes ESC,
which no tree can be given back.
"""

from __future__ import annotations

import re

_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?")
_REFERENCE_BYTES = re.compile(rb"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = 0xFFFD
_CONTROL_PICTURES = 0x2400


def legal(markup: str) -> str:
    """Return markup that lxml can parse and write: “␛” for ESC and for `&#27;`, “�” for what has no picture."""
    text = _FORBIDDEN.sub(lambda found: chr(_instead(ord(found[0])) or _REPLACEMENT), markup)
    return _REFERENCE.sub(_legal_reference, text) if "&#" in text else text


def legal_bytes(markup: bytes) -> bytes:
    """Do so for references in bytes of an encoding that holds ASCII."""
    return _REFERENCE_BYTES.sub(_legal_reference_bytes, markup) if b"&#" in markup else markup


def _instead(code: int) -> int | None:
    """Return what stands for a character that may not; None for one that may."""
    if 0 < code < 0x20 and code not in {0x09, 0x0A, 0x0D}:
        return _CONTROL_PICTURES + code
    is_character = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and code not in {0xFFFE, 0xFFFF}
    return None if is_character else _REPLACEMENT


def _legal_reference(match: re.Match[str]) -> str:
    instead = _instead(int(match[1], 16) if match[1] else int(match[2]))
    return match[0] if instead is None else chr(instead)


def _legal_reference_bytes(match: re.Match[bytes]) -> bytes:
    instead = _instead(int(match[1], 16) if match[1] else int(match[2]))
    return match[0] if instead is None else b"&#%d;" % instead
