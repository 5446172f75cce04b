"""Every word on every screen can be read in every theme: the colours as painted, measured as WCAG measures them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from rich.terminal_theme import TerminalTheme

from reader.ui.theming import theme_names

from .story import Story, story

AA = 4.5
_DIM = [(0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)]
SIXTEEN = TerminalTheme(_DIM[0], _DIM[7], _DIM, [tuple(min(255, part + 85) for part in colour) for colour in _DIM])
"""What most terminals show for the numbers of the theme that leaves that to them."""
_DRAWN = set(" │─▌▎◆›•·…|-*")
"""Signs that say nothing, or what is also said otherwise."""
ARTICLE = """\
# A Title of an Article

*By Ada Finch*

The harbour office said that “the ferry” runs, with **strong** and *soft* words, `code` and [a link](https://example.org).

“It rains,” said Bo Lindt, the keeper of the lamp. “Nobody knows why,” someone may have added once.

> “A quotation set apart, of nobody at all.”

## A Section

- an item with “unknown words” in it

| a header | another |
| --- | --- |
| a cell | and one |

```
code of several words
```
"""
TOURS = (
    [],
    [")"],
    ["3", ")"],
    ["/", *"the", "enter"],
    ["/", *"the", "enter", ")", "n"],
    ["v", "3", "e"],
    [")", "v", "2", "}"],
    ["/", *"rain", "enter", "v", "}"],
    ["2", "}", "v", "2", "e", "h", "/", *"harbour", "enter"],
    [")", "v", "e", "h", ")", "v", "e"],
    ["v", "e", "N", *"note"],
    ["v", "e", "N", *"note", "enter", "tab"],
    ["shift+tab"],
    ["tab", "j"],
    ["?"],
    [":", *"quote"],
    ['"', *"it"],
    ["x"],
    ["="],
    ["5"],
)


def ratio(style: Style) -> float:
    """The contrast of the words of a style, 1 to 21."""
    if style.color is None or style.bgcolor is None:
        return 0.0
    one, other = (colour.get_truecolor(SIXTEEN) for colour in (style.color, style.bgcolor))
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    shares = [part / 255 for part in colour]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def faint(told: Story) -> dict[str, float]:
    """The words on the screen that stand out too little, and how much they do."""
    return {
        segment.text.strip(): round(ratio(segment.style), 2)
        for strip in told.strips
        for segment in strip
        if segment.style is not None and set(segment.text) - _DRAWN and ratio(segment.style) < AA
    }


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("theme", theme_names())
async def test_all_words_stand_out(article: Path, theme: str) -> None:
    found = {}
    async with story(article, size=(120, 40), theme=theme) as told:
        for keys in TOURS:
            await told.press(*keys)
            if words := faint(told):
                found[" ".join(keys)] = words
            await told.press("escape", "escape", "g")

    assert {} == found


def test_there_are_six_themes_at_least() -> None:
    assert {"day", "night", "contrast", "sepia", "mono", "terminal"} <= set(theme_names())
