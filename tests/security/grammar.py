"""What the program itself may write to a terminal. Whatever else steers one comes from a document."""

from __future__ import annotations

import re
from base64 import b64decode

_NUMBER = r"\d{0,3}"
_OWN_SEQUENCES = "|".join(
    (
        rf"\x1b\[(?:{_NUMBER}(?:;{_NUMBER}){{0,15}})?m",  # looks
        rf"\x1b\[{_NUMBER}(?:;{_NUMBER})?[ABCDGHKJPXSTLMr@d]",  # moves, clearing, scrolling
        r"\x1b\[\?(?:1|25|47|69|100[0-6]|1015|1016|1049|2004|2026|2027|2031|2048|7)[hl]",  # modes
        r"\x1b\[\?(?:69|2026|2048|2027)\$p|\x1b\[[56]n|\x1b\[c",  # questions
        r"\x1b\[>\d{0,2}u|\x1b\[<u|\x1b\[\?u",  # how keys are told
        r"\x1b\[\d{0,3};\d{0,3}s|\x1b7|\x1b8|\x1bM",  # margins, the cursor kept
        r"\x1b\]22;default\x07",  # the pointer's shape
        r"\x1b\]1[0-2];\?(?:\x07|\x1b\\)|\x1b\]8;;\x1b\\",  # which colours there are; no link goes on
    )
)
_OWN = re.compile(_OWN_SEQUENCES)
_COPIED = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
STOLEN = "stolen"
"""What the planted sequences would copy."""
_CURSOR = re.compile("[\r\x08\x0b\x0f]")


def unsafe_in(text: str) -> list[str]:
    """Return the characters that might steer a terminal, with a few behind each."""
    return [text[found.start() : found.start() + 24] for found in _UNSAFE.finditer(text)][:5]


def strange_in(written: bytes) -> list[str]:
    """Return what in a terminal's raw bytes is not the program's own; what was copied is looked into."""
    text = written.decode("utf-8", "surrogateescape")
    copied = [b64decode(found).decode("utf-8", "replace") for found in _COPIED.findall(text)]
    left = _CURSOR.sub("", _OWN.sub("", _COPIED.sub("", text)))
    stolen = [words for words in copied if words == STOLEN]
    return stolen + unsafe_in(left) + [trouble for words in copied for trouble in unsafe_in(words)]
