"""How many colours a terminal of a name gets."""

from __future__ import annotations

import pytest

from reader.terminal.colours import Colours, colours_of


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "linux"}, Colours.SIXTEEN),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, Colours.SIXTEEN),
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "screen"}, Colours.SIXTEEN),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "tmux-256color"}, Colours.MANY),
        ({"TERM": "alacritty"}, Colours.MANY),
        ({"TERM": "xterm-ghostty"}, Colours.MANY),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.ALL),
        ({"TERM": "alacritty", "COLORTERM": "24bit"}, Colours.ALL),
        ({"TERM": "xterm-direct"}, Colours.ALL),
        ({"TERM": "xterm-256color", "COLORTERM": "yes"}, Colours.MANY),
        ({"TERM": "xterm-256color", "NO_COLOR": "1", "COLORTERM": "truecolor"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "0"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
        ({"TERM": "xterm-mono"}, Colours.NONE),
        ({"TERM": "a terminal nobody knows"}, Colours.SIXTEEN),
    ],
)
def test_name_and_environment_decide(environ: dict[str, str], expected: Colours) -> None:
    assert expected == colours_of(environ)
