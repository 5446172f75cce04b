"""Frames as Textual writes them, drawn by hypothesis."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

LOOKS = [
    "",
    "1",
    "3",
    "4",
    "7",
    "1;31",
    "38;2;10;20;30;48;2;9;9;9",
    "48;2;9;9;9",
    "2;38;5;17;48;5;3",
    "44",
    "1;44",
    "9;32;44",
]
SURE = "ab z.,“é─█漢字かハ"
DOUBTFUL = "é\u0301x☃⚠\ufe0f😀👩\u200d🚀🇩ש\u00ad"

looks = st.sampled_from(LOOKS)
words = st.text(alphabet=SURE, min_size=1, max_size=12)
# Rich gives a joiner or a selector that is cut off from its letter another width than with it.
odd_words = st.text(alphabet=SURE + DOUBTFUL, max_size=12).map(lambda text: text.strip("\u200d\ufe0f\u0301"))


@dataclass(frozen=True)
class Size:
    width: int
    height: int


sizes = st.builds(Size, st.integers(2, 40), st.integers(1, 12))


def styled(text: str, look: str) -> str:
    return f"\x1b[{look}m{text}\x1b[0m" if look else text


def piece(row: int, column: int, segments: list[tuple[str, str]], room: int) -> str:
    """Write segments after a move, cut to the room that they have."""
    out = [f"\x1b[{row + 1};{column + 1}H"]
    for text, look in segments:
        width = cell_len(text)
        fitting = set_cell_size(text, room) if width > room else text
        room -= cell_len(fitting)
        out.append(styled(fitting, look))
    return "".join(out)


@st.composite
def frames(draw: st.DrawFn, size: Size, texts: st.SearchStrategy[str] = words) -> str:
    """Draw some pieces anywhere."""
    pieces = []
    for _ in range(draw(st.integers(1, 8))):
        row, column = draw(st.integers(0, size.height - 1)), draw(st.integers(0, size.width - 1))
        # The first segment begins with a letter: a mark would join whatever stands to the left of the widget.
        segments = [("a", draw(looks)), *draw(st.lists(st.tuples(texts, looks), max_size=4))]
        pieces.append(piece(row, column, segments, size.width - column))
    return "".join(pieces) + "\x1b[1;1H"


@st.composite
def full_frames(draw: st.DrawFn, size: Size, texts: st.SearchStrategy[str] = words) -> str:
    """Draw every cell of a screen."""
    rows = []
    for row in range(size.height):
        segments = [*draw(st.lists(st.tuples(texts, looks), max_size=4)), (" " * size.width, draw(looks))]
        rows.append(piece(row, 0, segments, size.width))
    return "\n".join(rows) + "\x1b[1;1H"


@dataclass(frozen=True)
class Pane:
    """A column of lines that scrolls."""

    left: int
    width: int
    top: int
    height: int
    lines: list[tuple[str, str]]

    def frame(self, first: int) -> str:
        rows = []
        for row in range(self.height):
            text, look = self.lines[(first + row) % len(self.lines)]
            padded = text + " " * max(0, self.width - cell_len(text))
            rows.append(piece(self.top + row, self.left, [(padded, look)], self.width))
        return "\n".join(rows) + "\x1b[1;1H"


@st.composite
def panes(draw: st.DrawFn, size: Size) -> list[Pane]:
    """Cut the screen into panes side by side, below one row and above another."""
    cuts = sorted(draw(st.sets(st.integers(1, size.width - 1), max_size=2)) | {0, size.width})
    lines = st.lists(st.tuples(st.text(alphabet=SURE, min_size=8, max_size=40), looks), min_size=20, max_size=30)
    return [Pane(left, right - left, 1, size.height - 2, draw(lines)) for left, right in pairwise(cuts)]
