"""A small terminal emulator: what the painter may send, strictly, and what Textual writes. No history, no charsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.cells import split_graphemes

_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|\x1b\[(?P<mark>[<=>?]?)(?P<params>[\d;]*)(?P<inter>[ $]?)(?P<final>[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<esc>[M=>])"
    r"|(?P<control>[\x07\x08\n\x0b\r])",
)
_BEGINNING = re.compile(r"\x1b(\[[<=>?]?[\d;]*[ $]?|\][^\x07\x1b]*\x1b?)?\Z")
_OFF = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}, 55: {53}}
_SEEN_ON_BLANKS = {4, 7, 9, 21, 51, 52, 53}


@dataclass(frozen=True)
class Look:
    foreground: str = ""
    background: str = ""
    attributes: frozenset[int] = frozenset()
    link: str = ""


@dataclass(frozen=True)
class Glyph:
    text: str = " "
    look: Look = Look()

    def seen(self) -> Glyph:
        """Give what a person can tell apart: a blank shows its background, and lines, and nothing else."""
        look = self.look
        if self.text != " " or look.attributes & _SEEN_ON_BLANKS or look.link:
            return self
        return Glyph(" ", Look(background=look.background))


class Emulator:
    """Feed it text; look at `seen()`. It raises ValueError on a sequence that it does not know."""

    def __init__(
        self, width: int, height: int, *, margins: bool = True, bce: bool = True, narrow_emoji: bool = False
    ) -> None:
        self.has_margins, self.bce, self.narrow_emoji = margins, bce, narrow_emoji
        self.resize(width, height, Glyph())
        self.look = Look()
        self.modes: set[int] = {7, 25}
        self.unpainted: list[str] = []
        self._rest = ""

    def resize(self, width: int, height: int, leftover: Glyph) -> None:
        """Take a new size; every cell is left with something unforeseen."""
        self.width, self.height = width, height
        self.grid = [[leftover] * width for _ in range(height)]
        self.row = self.column = 0
        self.pending = False
        self._reset_region()
        self.left, self.right = 0, width

    def _reset_region(self) -> None:
        self.top, self.bottom = 0, self.height

    def seen(self) -> list[list[Glyph]]:
        return [[glyph.seen() for glyph in row] for row in self.grid]

    def lines(self) -> list[str]:
        return ["".join(glyph.text for glyph in row) for row in self.grid]

    def feed(self, data: str) -> None:
        position = 0
        data = self._rest + data
        self._rest = ""
        while position < len(data):
            token = _TOKEN.match(data, position)
            if token is None:
                if _BEGINNING.match(data, position):  # the rest of a sequence comes with the next read
                    self._rest = data[position:]
                    return
                raise ValueError(f"not known: {data[position : position + 30]!r}")
            position = token.end()
            if token["text"] is not None:
                self._draw(token["text"])
            elif token["final"] is not None:
                self._csi(token["mark"], token["params"], token["inter"], token["final"])
            elif token["osc"] is not None:
                self._osc(token["osc"], token[0])
            elif token["esc"] == "M":
                self._reverse_index()
            elif token["control"] is not None:
                self._control(token["control"])

    # Text

    def _draw(self, text: str) -> None:
        spans, _ = split_graphemes(text)
        for start, end, width in spans:
            if not width:
                self._combine(text[start:end])
            elif self.narrow_emoji and (end - start > 1 or text[start] > "\U0001f000"):
                self._put(text[start:end], 1)
            else:
                self._put(text[start:end], width)
        self.last = text[spans[-1][0] :]

    def _combine(self, marks: str) -> None:
        column = self.column if self.pending else self.column - 1
        row = self.grid[self.row]
        while column > 0 and not row[column].text:
            column -= 1
        if column >= 0:
            row[column] = Glyph(row[column].text + marks, row[column].look)

    def _put(self, glyph: str, width: int) -> None:
        if 7 in self.modes and (self.pending or self.column + width > self.width):
            self.column, self.pending = 0, False
            self._line_feed()
        start = min(self.column, self.width - width)
        row = self.grid[self.row]
        self._split_wide(start)
        self._split_wide(start + width)
        row[start] = Glyph(glyph, self.look)
        for column in range(start + 1, start + width):
            row[column] = Glyph("", self.look)
        self.pending = start + width >= self.width
        self.column = min(start + width, self.width - 1)

    def _split_wide(self, column: int) -> None:
        row = self.grid[self.row]
        if 0 < column < self.width and not row[column].text:
            row[column - 1] = Glyph(" ", row[column - 1].look)
            row[column] = Glyph(" ", row[column].look)

    # Cursor

    def _control(self, control: str) -> None:
        if control in "\n\v":
            if control == "\n":  # the tty driver adds the carriage return
                self.column = 0
            self._line_feed()
        elif control == "\r":
            self.column = 0
        elif control == "\b":
            self.column = max(0, self.column - 1)
        if control != "\x07":
            self.pending = False

    def _line_feed(self) -> None:
        if self.row == self.bottom - 1:
            self._scroll(1)
        else:
            self.row = min(self.row + 1, self.height - 1)

    def _reverse_index(self) -> None:
        if self.row == self.top:
            self._scroll(-1)
        else:
            self.row = max(self.row - 1, 0)
        self.pending = False

    # Sequences

    def _csi(self, mark: str, params: str, inter: str, final: str) -> None:
        numbers = [int(number or 0) for number in params.split(";")]
        first = numbers[0] or 1
        second = numbers[1] if len(numbers) > 1 else 0
        if mark or inter:
            self._private(mark, numbers, final)
        elif final == "m":
            self._sgr(params)
        elif final == "H":
            self._go(first - 1, (second or 1) - 1)
        elif final in "ABCDGd":
            self._go(*self._target(final, first))
        elif final in "KXJ":
            self._erase(final, first, numbers[0])
        elif final in "ST":
            self._scroll(first if final == "S" else -first)
        elif final == "b":
            self._draw(self.last * first)
        elif final == "r":
            self.top, self.bottom = first - 1, second or self.height
            self._go(0, 0)
        elif final == "s" and 69 in self.modes:
            self.left, self.right = first - 1, second or self.width
            self._go(0, 0)
        elif final not in "nc":
            raise ValueError(f"not known: CSI {params}{final}")

    def _target(self, final: str, count: int) -> tuple[int, int]:
        rows = {"A": -count, "B": count}.get(final, 0)
        columns = {"C": count, "D": -count}.get(final, 0)
        return {"G": (self.row, count - 1), "d": (count - 1, self.column)}.get(
            final, (self.row + rows, self.column + columns)
        )

    def _go(self, row: int, column: int) -> None:
        self.row = max(0, min(row, self.height - 1))
        self.column = max(0, min(column, self.width - 1))
        self.pending = False

    def _private(self, mark: str, numbers: list[int], final: str) -> None:
        if mark != "?" or final not in "hl":
            return
        for mode in numbers:
            if mode == 69 and not self.has_margins:
                continue
            (self.modes.add if final == "h" else self.modes.discard)(mode)
            if mode == 1049:
                self.grid = [[Glyph()] * self.width for _ in range(self.height)]
            if mode == 69:
                self.left, self.right = 0, self.width

    def _sgr(self, params: str) -> None:
        look, codes = self.look, iter(params.split(";"))
        foreground, background, attributes = look.foreground, look.background, set(look.attributes)
        for text in codes:
            code = int(text or 0)
            if code == 0:
                foreground, background, attributes = "", "", set()
            elif code in (38, 48):
                kind = next(codes)
                colour = ";".join([kind, *(next(codes) for _ in range(3 if kind == "2" else 1))])
                foreground, background = (colour, background) if code == 38 else (foreground, colour)
            elif 30 <= code <= 39 or 90 <= code <= 97:
                foreground = "" if code == 39 else text
            elif 40 <= code <= 49 or 100 <= code <= 107:
                background = "" if code == 49 else text
            elif code in _OFF:
                attributes -= _OFF[code]
            else:
                attributes.add(code)
        self.look = Look(foreground, background, frozenset(attributes), look.link)

    def _osc(self, command: str, sequence: str) -> None:
        if command.startswith("8;"):
            target = command.split(";", 2)[2]
            look = self.look
            self.look = Look(look.foreground, look.background, look.attributes, command if target else "")
        else:
            self.unpainted.append(sequence)

    def _blank(self) -> Glyph:
        return Glyph(" ", Look(background=self.look.background) if self.bce else Look())

    def _erase(self, final: str, count: int, kind: int) -> None:
        if final == "J":
            if kind != 2:
                raise ValueError(f"not known: CSI {kind}J")
            self.grid = [[self._blank()] * self.width for _ in range(self.height)]
            return
        end = self.width if final == "K" else min(self.width, self.column + count)
        self._split_wide(self.column)
        self._split_wide(end)
        self.grid[self.row][self.column : end] = [self._blank()] * (end - self.column)

    def _scroll(self, count: int) -> None:
        # The rows that come to light are filled with something that no program may rely on.
        old = [row[self.left : self.right] for row in self.grid]
        for row in range(self.top, self.bottom):
            inside = self.top <= row + count < self.bottom
            fresh = [Glyph("?")] * (self.right - self.left)
            self.grid[row][self.left : self.right] = old[row + count] if inside else fresh
