"""Which marks a `<q>` gets: those of its language, outer and inner."""

from __future__ import annotations

_ENGLISH = ("“", "”", "‘", "’")
_LOW_HIGH = ("„", "“", "‚", "‘")
_ANGLES = ("«", "»", "“", "”")
_LOW_CLOSING = ("„", "”", "‚", "’")
_BY_LANGUAGE = {
    "bg": _LOW_HIGH,
    "cs": _LOW_HIGH,
    "da": ("“", "”", "‘", "’"),
    "de": _LOW_HIGH,
    "el": _ANGLES,
    "es": _ANGLES,
    "fi": ("”", "”", "’", "’"),
    "fr": ("«\u00a0", "\u00a0»", "“", "”"),
    "hu": _LOW_CLOSING,
    "is": _LOW_HIGH,
    "it": _ANGLES,
    "ja": ("「", "」", "『", "』"),
    "no": ("«", "»", "‘", "’"),
    "nb": ("«", "»", "‘", "’"),
    "nn": ("«", "»", "‘", "’"),
    "pl": _LOW_CLOSING,
    "pt": _ANGLES,
    "ro": _LOW_CLOSING,
    "ru": ("«", "»", "„", "“"),
    "sk": _LOW_HIGH,
    "sl": _LOW_HIGH,
    "sv": ("”", "”", "’", "’"),
    "uk": ("«", "»", "„", "“"),
    "zh": ("“", "”", "‘", "’"),
}
MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」『』")
"""Characters that mark a quotation already."""


def marks_of(language: str, depth: int) -> tuple[str, str]:
    """Return the opening and the closing mark for a quotation inside `depth` others."""
    marks = _BY_LANGUAGE.get(language.lower().partition("-")[0].partition("_")[0], _ENGLISH)
    inner = 2 * (depth % 2)
    return marks[inner], marks[inner + 1]
