"""What a terminal can do. Knows what its name promises; margins and synchronised frames are asked for elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Capabilities(NamedTuple):
    """What may be sent besides text, colours and cursor moves."""

    erases_to_background: bool = False
    """Erased cells take the background colour (“bce”); elsewhere only cells without a background are erased."""
    repeats: bool = False
    """REP is known to work."""
    scrolls: bool = False
    """Scroll region (DECSTBM), SU and SD."""
    margins: bool = False
    """Left and right margins (DECLRMM); the terminal says so when asked for mode 69."""
    synchronises: bool = False
    """Frames between `CSI ? 2026 h` and `l` appear at once."""

    def with_margins(self) -> Capabilities:
        """Give the same with left and right margins."""
        return self._replace(margins=True)

    def with_synchronisation(self) -> Capabilities:
        """Give the same with synchronised frames."""
        return self._replace(synchronises=True)


# mosh and Apple's Terminal say xterm-256color too, and neither knows REP: only names of their own promise it.
_FAMILIES = (
    (
        ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "contour", "tmux"),
        Capabilities(True, True, True),
    ),
    (("xterm", "rxvt", "konsole", "vte", "gnome", "st-", "iterm", "mintty"), Capabilities(True, False, True)),
    (("screen", "putty"), Capabilities(False, False, True)),
)


def capabilities_of(environ: Mapping[str, str]) -> Capabilities:
    """Judge a terminal by its name in TERM; an unknown one gets the least."""
    name = environ.get("TERM", "")
    for names, capabilities in _FAMILIES:
        if name.startswith(names):
            return capabilities
    return Capabilities()
