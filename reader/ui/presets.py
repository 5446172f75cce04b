"""The keys of other programs, where they differ from less's: what an action has instead of its own keys.

A key that stands here is taken from whichever action had it, so that no key does two things.
"""

from __future__ import annotations

PRESETS: dict[str, dict[str, tuple[str, ...]]] = {
    "less": {},
    "vim": {
        "top": ("g g", "home"),
        "next-section": ("] ]",),
        "previous-section": ("[ [",),
        "next-pane": ("ctrl+w w", "tab"),
        "previous-pane": ("ctrl+w W", "shift+tab"),
        "body-alone": ("ctrl+w o", "z"),
        "copy": ("y y",),
        "quit": ("Z Z", "Z Q", "ctrl+c", "Q"),
    },
    # Alt with a sign arrives as the sign alone: M-< M-> M-{ M-} work by < > { }.
    "emacs": {
        "line-down": ("ctrl+n", "down", "j"),
        "line-up": ("ctrl+p", "up", "k"),
        "page-down": ("ctrl+v", "space", "pagedown"),
        "page-up": ("alt+v", "pageup", "b"),
        "half-down": ("d",),
        "half-up": ("u",),
        "top": ("<", "home", "g"),
        "end": (">", "end", "G"),
        "next-section": ("ctrl+c ctrl+n", "]"),
        "previous-section": ("ctrl+c ctrl+p", "["),
        "mark": ("ctrl+x r space", "m"),
        "to-mark": ("ctrl+x r j", "'"),
        "back": ("backspace", "H"),
        "forward": ("L",),
        "find": ("ctrl+s", "/"),
        "previous-match": ("ctrl+r", "N"),
        "next-pane": ("ctrl+x o", "tab"),
        "body-alone": ("ctrl+x 1", "z"),
        "copy": ("alt+w", "y"),
        "next-article": ("ctrl+x right", "J"),
        "previous-article": ("ctrl+x left", "K"),
        "help": ("f1", "?"),
        "commands": ("alt+x", ":"),
        "suspend": ("ctrl+x ctrl+z", "ctrl+z"),
        "cancel": ("ctrl+g", "escape"),
        "close": ("ctrl+x k", "q"),
        "quit": ("ctrl+x ctrl+c", "Q"),
    },
}
