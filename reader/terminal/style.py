"""What a cell looks like. Knows SGR parameters: how to read them, and the shortest change from one look to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import split_graphemes

OFF_CODES = {
    22: frozenset({1, 2}),
    23: frozenset({3}),
    24: frozenset({4, 21}),
    25: frozenset({5, 6}),
    27: frozenset({7}),
    28: frozenset({8}),
    29: frozenset({9}),
    54: frozenset({51, 52}),
    55: frozenset({53}),
}
"""SGR code → the attributes that it takes away."""

ON_CODES = frozenset().union(*OFF_CODES.values())
SEEN_ON_BLANKS = frozenset({4, 7, 9, 21, 51, 52, 53})
"""Attributes that show where there is no ink: lines and reverse video."""

# Characters on whose width all terminals agree. Emoji, newcomers and whatever combines are left out on purpose.
_NARROW = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u1e00-\u1f15\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u22ff\u2500-\u25fc\u2800-\u28ff"
)
_WIDE = (
    ("\u3001", "\u3020"), ("\u3041", "\u3096"), ("\u30a1", "\u30fa"),
    ("\u4e00", "\u9fff"), ("\uac00", "\ud7a3"), ("\uff01", "\uff60"),
)  # fmt: skip
_all_narrow = re.compile(f"[{_NARROW}]*").fullmatch


class SgrError(ValueError):
    """An SGR parameter that this module does not know."""


class Cell:
    """One column of a row. Equal cells are mostly the same object: compare with `is`."""

    __slots__ = ("glyph", "ink", "style", "sure", "width")

    def __init__(self, glyph: str, style: Style, width: int) -> None:
        self.glyph = glyph
        self.style = style
        self.width = width
        """0 is the right half of a wide character; its glyph is empty."""
        self.ink = glyph != " "
        self.sure = len(glyph) < 2 and (_all_narrow(glyph) is not None or _is_wide(glyph))
        """Do all terminals give this glyph the same width?"""


class Style:
    """Colours, attributes and hyperlink of a cell; made by `style_of`, which gives equal ones the same object."""

    __slots__ = ("_cells", "attributes", "background", "blank", "foreground", "link")

    def __init__(self, foreground: str, background: str, attributes: frozenset[int], link: str) -> None:
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
        self.link = link
        """The whole OSC 8 sequence that opens the link; empty for none."""
        self._cells: dict[str, Cell] = {}
        plain = not (foreground or attributes or link)
        shows = bool(attributes & SEEN_ON_BLANKS) or bool(link)
        self.blank: Style = self if plain or shows else style_of("", background, frozenset(), "")
        """How a blank cell of this style looks: its background alone, if nothing else of it can be seen."""

    def cells(self, text: str) -> list[Cell]:
        """Cut text into cells, as wide as Textual takes them to be."""
        if _all_narrow(text):
            known = self._cells
            return [known.get(glyph) or self._cell(glyph, 1) for glyph in text]
        return self._cells_of_graphemes(text)

    def joined(self, cell: Cell, marks: str) -> Cell:
        """Give a cell with marks put on it that came in a later piece of text."""
        return self._cell(cell.glyph + marks, cell.width)

    def _cell(self, glyph: str, width: int) -> Cell:
        owner = self.blank if glyph == " " else self
        cell = owner._cells.get(glyph) or Cell(glyph, owner, width)
        owner._cells[glyph] = self._cells[glyph] = cell
        return cell

    def _cells_of_graphemes(self, text: str) -> list[Cell]:
        cells: list[Cell] = []
        for start, end, width in split_graphemes(text)[0]:
            if width:
                cells.append(self._cell(text[start:end], min(width, 2)))
                cells.extend(self._cell("", 0) for _ in range(width - 1))
        return cells

    @property
    def space(self) -> Cell:
        """The blank cell of this style."""
        return self._cells.get(" ") or self._cell(" ", 1)


_styles: dict[tuple[str, str, frozenset[int], str], Style] = {}


def style_of(foreground: str, background: str, attributes: frozenset[int], link: str) -> Style:
    """Give the one style with these properties; colours are SGR parameters such as `38;2;1;2;3`."""
    key = (foreground, background, attributes, link)
    style = _styles.get(key)
    if style is None:
        if len(_styles) > 4096:  # a rainbow; forgetting costs a few bytes at worst, as equal cells then look different
            _styles.clear()
            _styles[PLAIN.foreground, PLAIN.background, PLAIN.attributes, PLAIN.link] = PLAIN
        style = _styles[key] = Style(*key)
    return style


PLAIN = style_of("", "", frozenset(), "")


@lru_cache(maxsize=4096)
def apply_sgr(style: Style, parameters: str) -> Style:
    """Give the style after `ESC [ parameters m`; raises SgrError on a code that is not known."""
    foreground, background, attributes = style.foreground, style.background, style.attributes
    codes = iter(parameters.split(";"))
    for text in codes:
        if ":" in text:
            raise SgrError(parameters)
        code = int(text or 0)
        if code == 0:
            foreground, background, attributes = "", "", frozenset()
        elif code in ON_CODES:
            attributes |= {code}
        elif code in OFF_CODES:
            attributes -= OFF_CODES[code]
        elif code == 38:
            foreground = _extended("38", codes)
        elif code == 48:
            background = _extended("48", codes)
        elif 30 <= code <= 39 or 90 <= code <= 97:
            foreground = "" if code == 39 else text
        elif 40 <= code <= 49 or 100 <= code <= 107:
            background = "" if code == 49 else text
        else:
            raise SgrError(parameters)
    return style_of(foreground, background, attributes, style.link)


def _extended(head: str, codes: Iterator[str]) -> str:
    kind = next(codes, "")
    count = {"2": 3, "5": 1}.get(kind, 0)
    values = [next(codes, "") for _ in range(count)]
    if not count or not all(values):
        raise SgrError(head)
    return ";".join([head, kind, *values])


@lru_cache(maxsize=4096)
def transition(now: Style | None, wanted: Style) -> str:
    """Write the shortest sequence that changes the pen from one style (None: not known) to another."""
    link = "" if now is not None and now.link == wanted.link else wanted.link or "\x1b]8;;\x1b\\"
    ways = [["", *_parameters(wanted)]]  # an empty first parameter means reset, one byte less than 0
    if now is not None:
        ways.append(_changes(now, wanted))
    codes = min((";".join(way) for way in ways if way), key=len) if all(ways) else None
    return link if codes is None else f"\x1b[{codes}m{link}"


def _parameters(style: Style) -> list[str]:
    colours = [colour for colour in (style.foreground, style.background) if colour]
    return [*map(str, sorted(style.attributes)), *colours]


def _changes(now: Style, wanted: Style) -> list[str]:
    kept, codes = now.attributes, []
    for off, gone in OFF_CODES.items():
        if kept & gone - wanted.attributes:
            kept -= gone
            codes.append(str(off))
    codes += map(str, sorted(wanted.attributes - kept))
    if now.foreground != wanted.foreground:
        codes.append(wanted.foreground or "39")
    if now.background != wanted.background:
        codes.append(wanted.background or "49")
    return codes


def _is_wide(character: str) -> bool:
    """Tell whether all terminals give the character two cells. A pattern of these ranges would take 1.5 ms to make."""
    return any(first <= character <= last for first, last in _WIDE)
