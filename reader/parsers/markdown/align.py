"""Where the words of a Markdown source stand in it. Tokens know their lines only; the words are found in these."""

from __future__ import annotations

from itertools import accumulate

_CLOSERS = {"(": ")", "[": "]"}
_MARKS_BEFORE_TARGET = frozenset("*_~`")


class Aligner:
    """A cursor that goes through the source with the tokens; what it finds stands there verbatim."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        body = source[start:]
        self._line_starts = [start, *(start + end for end in accumulate(len(line) + 1 for line in body.split("\n")))]
        self._cursor = start
        self._end = len(source)

    def enter(self, lines: tuple[int, int] | list[int] | None) -> None:
        """Go to the lines of a block; a cursor already inside them (the cells of a row) stays.

        A block that says no lines (a footnote written where it is referred to) is found nowhere.
        """
        if lines is None:
            self._cursor = self._end
            return
        start, end = self._line_starts[lines[0]], self._line_start(lines[1])
        if not start <= self._cursor <= end:
            self._cursor = start
        self._end = end

    def find(self, piece: str) -> int | None:
        """Find a piece of text at or behind the cursor, in the block's lines, and go behind it."""
        offset = self._source.find(piece, self._cursor, self._end)
        if offset < 0:
            return None
        self._cursor = offset + len(piece)
        return offset

    def line(self, number: int) -> tuple[str, int]:
        """Return a line of the source without its newline, and where it starts."""
        start = self._line_start(number)
        return self._source[start : max(start, self._line_start(number + 1) - 1)], start

    def pass_target(self) -> None:
        """Go behind the target of a link or an image, `](…)` or `][…]`, in which words of the text may stand too."""
        offset = self._cursor
        while self._source[offset : offset + 1] in _MARKS_BEFORE_TARGET:
            offset += 1
        if self._source.startswith("]", offset):
            self._cursor = offset + 1
            self.pass_brackets()

    def pass_brackets(self) -> None:
        """Go behind the brackets that open at the cursor, if any do."""
        opener = self._source[self._cursor : self._cursor + 1]
        if opener in _CLOSERS and self._cursor < self._end:
            self._cursor = self._closing(opener, _CLOSERS[opener])

    def _closing(self, opener: str, closer: str) -> int:
        """Find the end of a target: its closing bracket, those inside it counted; the cursor when there is none."""
        depth = 0
        offset = self._cursor
        while offset < self._end:
            character = self._source[offset]
            if character == "\\":
                offset += 1
            elif character == "<" and opener == "(":
                offset = max(offset, self._source.find(">", offset, self._end))
            elif character == opener:
                depth += 1
            elif character == closer:
                depth -= 1
                if not depth:
                    return offset + 1
            offset += 1
        return self._cursor

    def _line_start(self, number: int) -> int:
        return self._line_starts[min(number, len(self._line_starts) - 1)]
