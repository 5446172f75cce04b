"""Lines that only a mail program broke, put together again (RFC 3676), and the signature below a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTED = re.compile(r"(?:>[ \t]?)*")
_SIGNATURE_LINE = re.compile(r"^-- ?$", re.MULTILINE)
_DASHES = "-- "


def unflow(text: str, *, has_spaces_deleted: bool = False) -> str:
    """Join the lines that end in a space with those behind them that are quoted as deep."""
    return "\n".join(_unflowed(text.split("\n"), has_spaces_deleted))


def split_signature(text: str) -> tuple[str, str]:
    """Cut a text at the line “-- ” that stands above the signature; the last one counts."""
    marks = list(_SIGNATURE_LINE.finditer(text))
    if not marks or not text[: marks[-1].start()].strip():
        return text, ""
    return text[: marks[-1].start()], text[marks[-1].end() :].strip()


def _unflowed(lines: list[str], has_spaces_deleted: bool) -> Iterator[str]:
    waiting: tuple[str, str] | None = None
    for line in lines:
        marks = _QUOTED.match(line)
        depth = marks[0].count(">") if marks else 0
        prefix = "> " * depth
        # Spaces before a line only keep it from looking quoted.
        words = line[marks.end() :] if depth and marks else line.removeprefix(" ")
        if waiting is not None and waiting[0] == prefix:
            words = waiting[1] + words
        elif waiting is not None:
            yield "".join(waiting)
        waiting = None
        if words.endswith(" ") and words != _DASHES:
            waiting = prefix, words[:-1] if has_spaces_deleted else words
        else:
            yield prefix + words
    if waiting is not None:
        yield "".join(waiting)
