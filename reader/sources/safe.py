"""Which characters could steer a terminal, and the visible marks shown in their place.

The one boundary: what was decoded passes here before it becomes a document, a title or a message. Measured: Textual's
and rich's own stripping let ESC pass, and six readers let a text file set the clipboard.
"""

from __future__ import annotations

import re

from reader.model.sourcemap import SourceMap

# C0 but tab and newline, DEL, C1, the bidi controls, the line and paragraph separators, lone surrogates.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"


def make_safe(text: str) -> str:
    """Show every character that could steer a terminal as a mark: ESC as “␛”, U+202E as “‹U+202E›”."""
    return UNSAFE.sub(_mark, text) if UNSAFE.search(text) else text


def make_safe_mapped(text: str) -> tuple[str, SourceMap | None]:
    """Make text safe and say where its characters stood before; None when no offset changed."""
    safe = make_safe(text)
    return safe, (None if len(safe) == len(text) else _map_back(text))


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return _DELETE_PICTURE if code == 0x7F else f"‹U+{code:04X}›"


def _map_back(text: str) -> SourceMap:
    """Map the safe text to `text`: a long mark's first character to the one it stands for, the others to nothing."""
    text_starts, text_ends, source_starts = [0], [0], [0]
    grown = 0
    for match in UNSAFE.finditer(text):
        extra = len(_mark(match)) - 1
        if not extra:
            continue
        text_ends[-1] = match.end() + grown
        grown += extra
        text_starts.append(match.end() + grown)
        text_ends.append(match.end() + grown)
        source_starts.append(match.end())
    text_ends[-1] = len(text) + grown
    return SourceMap(tuple(text_starts), tuple(text_ends), tuple(source_starts))
