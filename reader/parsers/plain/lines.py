"""The source as lines and as groups of lines between blank ones. Knows white space, not words."""

from __future__ import annotations

from reader.patterns import late_pattern

_BLANK_LINES = late_pattern(r"\n(?:[^\S\n]*\n)+")
_TAB_STOP = 4


class Line:
    """One line without the white space around it. Not frozen: a book has twenty thousand, made in half the time."""

    __slots__ = ("indent", "newline", "offset", "text")

    def __init__(self, text: str, offset: int, newline: int, indent: int) -> None:
        self.text = text
        self.offset = offset
        """Where `text` starts in the source."""
        self.newline = newline
        """Where the newline before the line stands in the source; -1 for the first line."""
        self.indent = indent
        """Columns of white space before `text`, tabs counted to the next stop."""

    @property
    def end(self) -> int:
        """Where `text` ends in the source."""
        return self.offset + len(self.text)


class Group:
    """Lines with no blank line between them, as they stand in the source."""

    __slots__ = ("raw", "start")

    def __init__(self, raw: str, start: int) -> None:
        self.raw = raw
        self.start = start

    @property
    def is_single(self) -> bool:
        """Tell whether the group is one line."""
        return "\n" not in self.raw

    @property
    def first(self) -> str:
        """The first line without the white space around it."""
        return self.raw.partition("\n")[0].strip()

    def lines(self) -> list[Line]:
        """Cut the group into lines."""
        lines = []
        start = self.start
        for raw in self.raw.split("\n"):
            lines.append(cut_line(raw, start))
            start += len(raw) + 1
        return lines


def cut_line(raw: str, start: int) -> Line:
    """Make a line of the raw one that starts at `start` in the source."""
    text = raw.strip()
    blank = len(raw) - len(raw.lstrip()) if text else 0
    return Line(text, start + blank, start - 1, _columns(raw[:blank]))


def find_groups(text: str, *, every_line: bool = False) -> list[Group]:
    """Find the groups of a source; with `every_line` each line is a group, blank lines around it or not."""
    if every_line:
        return _groups_of_lines(text)
    groups: list[Group] = []
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        _append_group(groups, text[start : gap.start()], start)
        start = gap.end()
    _append_group(groups, text[start:], start)
    return groups


def _append_group(groups: list[Group], raw: str, start: int) -> None:
    """Append what stands between two gaps, if it is not blank; only the source's ends can hold a blank line here."""
    body = raw.rstrip()
    if not body:
        return
    blank = body[: len(body) - len(body.lstrip())].rfind("\n") + 1
    groups.append(Group(body[blank:], start + blank))


def _groups_of_lines(text: str) -> list[Group]:
    groups: list[Group] = []
    start = 0
    for raw in text.split("\n"):
        _append_group(groups, raw, start)
        start += len(raw) + 1
    return groups


def _columns(blank: str) -> int:
    return len(blank.expandtabs(_TAB_STOP)) if "\t" in blank else len(blank)
