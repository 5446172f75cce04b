"""What the first start shows: what this is, the commands to begin with, and the samples a key away. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.layout.wrap import wrap
from reader.ui.passages import cell_of
from reader.ui.signs import drawn, fit

_ABOUT = "Reads articles in the terminal and knows who said what."
_COMMANDS = (
    ("pullquote FILE", "read an article: sections, text, who said what"),
    ("pullquote add FILE or DIR", "keep articles in your library, which opens here"),
    ("pullquote verify “…”", "did anyone really say this?"),
)
_KEYS = (
    (") (", "from quote to quote"),
    ("] [", "from section to section"),
    ("/", "find words"),
    ('"', "look up quotes"),
    ("y", "copy one"),
    ("?", "all keys"),
)
_COMMAND_CELLS, _NARROW, _LOW = 26, 60, 18


class Sample(NamedTuple):
    """An article that comes with the program."""

    name: str
    title: str
    place: str


def welcome_rows(width: int, height: int, samples: Sequence[Sample], cursor: int) -> list[list[Run]]:
    """Write the screen; a small one keeps what it is and the samples."""
    is_low = height < _LOW
    rows: list[list[Run]] = [[("pullquote", ("heading",))]]
    rows += [[(_ABOUT[start:end], ("plain",))] for start, end in wrap(_ABOUT, 0, len(_ABOUT), width)]
    if not is_low:
        rows.append([])
        rows += [_command_row(command, about, width) for command, about in _COMMANDS] + [[]]
    rows.append([(fit("Try a sample: press its number, or Enter", width), ("note",))])
    rows += [] if is_low else [[]]
    rows += [_sample_row(number, sample, width, number - 1 == cursor) for number, sample in enumerate(samples, 1)]
    if not is_low:
        rows += [[], [("In an article", ("note",))], [], *_key_rows(width)]
    return rows[:height]


def _command_row(command: str, about: str, width: int) -> list[Run]:
    if width < _NARROW:
        return [("  ", ()), (fit(drawn(command), width - 2), ("speaker",))]
    return [("  ", ()), *cell_of(drawn(command), _COMMAND_CELLS, "speaker"), (drawn(about), ("plain",))]


def _sample_row(number: int, sample: Sample, width: int, is_chosen: bool) -> list[Run]:
    mark = drawn("▌ ") if is_chosen else "  "
    runs: list[Run] = [(mark, ()), (f"{number}  ", ("count",)), *cell_of(sample.name, 10, "speaker")]
    runs.append((fit(sample.title, max(0, width - 16)), ("plain",)))
    if not is_chosen:
        return runs
    used = sum(cell_len(text) for text, _ in runs)
    return [(text, ("cursor", *roles)) for text, roles in [*runs, (" " * max(0, width - used), ())]]


def _key_rows(width: int) -> list[list[Run]]:
    """Lay the keys out side by side, as many as there is room for."""
    key_cells, about_cells = 5, 24
    beside = max(1, width // (key_cells + about_cells + 4))
    rows: list[list[Run]] = []
    for first in range(0, len(_KEYS), beside):
        row: list[Run] = [("  ", ())]
        for key, about in _KEYS[first : first + beside]:
            row += [*cell_of(key, key_cells, "speaker"), *cell_of(about, about_cells, "plain")]
        rows.append(row)
    return rows
