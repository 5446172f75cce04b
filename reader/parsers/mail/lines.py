"""The paragraphs of a message's plain text, and how deep each is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_QUOTED = re.compile(r"(?:>[ \t]?)+(?![-=]+>)")
_UNQUOTED_FROM = ">From "
_SIGNATURE = "-- "
_ITEM = re.compile(r"\s{0,8}(?P<label>[-*•+–·]|\(?(?:\d{1,3}|[a-z])[.)])[ \t]+(?=\S)")
_NEVER_JOINED = re.compile(r"\s{4,}\S|[-=_*~#]{3,}\s*$|\S{1,30}:\s|.*\t")
# A line as short was ended on purpose: a line of a poem, a greeting, an address.
_LEAST_WRAPPED = 45
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or the item of a list."""

    depth: int
    """How many `>` stand before its lines."""
    text: str
    """Lines that were only wrapped are joined, others stand apart by newlines."""
    label: str = ""
    """Of an item: its bullet or number."""
    is_signature: bool = False


def read_paragraphs(text: str, *, is_flowed: bool = False, has_spaces_deleted: bool = False) -> list[Paragraph]:
    """Cut a text into paragraphs; everything behind the line “-- ” is the signature."""
    lines = [_unquote(line, is_flowed) for line in text.split("\n")]
    if is_flowed:
        lines = list(_join_flowed(lines, has_spaces_deleted))
    found: list[Paragraph] = []
    is_signature = False
    for (depth, is_blank), group in groupby(lines, key=lambda line: (line[0], not line[1].strip())):
        if is_blank:
            continue
        is_signature = is_signature and depth == 0
        paragraph: list[str] = []
        for _, line in group:
            if line in (_SIGNATURE, "--") and depth == 0:
                found.extend(_cut(depth, paragraph, is_flowed, is_signature))
                paragraph, is_signature = [], True
            else:
                paragraph.append(line)
        found.extend(_cut(depth, paragraph, is_flowed, is_signature))
    return found


def _unquote(line: str, is_flowed: bool) -> tuple[int, str]:
    """Count the marks of quoting before a line and take them off."""
    if line.startswith(_UNQUOTED_FROM):
        return 0, line[1:]
    quoted = _QUOTED.match(line)
    if not quoted:
        return 0, line[1:] if is_flowed and line.startswith(" ") else line
    rest = line[quoted.end() :]
    return min(quoted[0].count(">"), _DEEPEST), rest


def _join_flowed(lines: list[tuple[int, str]], has_spaces_deleted: bool) -> Iterator[tuple[int, str]]:
    waiting: tuple[int, str] | None = None
    for depth, line in lines:
        if waiting is not None and waiting[0] == depth:
            depth, line = depth, waiting[1] + line
        elif waiting is not None:
            yield waiting
        waiting = None
        if line.endswith(" ") and line != _SIGNATURE:
            waiting = depth, line[:-1] if has_spaces_deleted else line
        else:
            yield depth, line
    if waiting is not None:
        yield waiting


def _cut(depth: int, lines: list[str], is_flowed: bool, is_signature: bool) -> Iterator[Paragraph]:
    """Cut lines without a blank one between them at the items of a list, and join what was only wrapped."""
    joined: list[str] = []
    label = ""
    longest = max((len(line.rstrip()) for line in lines), default=0)
    for number, line in enumerate(lines):
        item = None if is_signature else _ITEM.match(line)
        if item and (number == 0 or label or not joined or joined[-1].endswith(":")):
            if joined:
                yield Paragraph(depth, "\n".join(joined), label, is_signature)
            label, joined = item["label"], [line[item.end() :].strip()]
        elif joined and not is_flowed and not is_signature and _goes_on(lines[number - 1], line, longest):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    if joined:
        yield Paragraph(depth, "\n".join(joined), label, is_signature)


def _goes_on(before: str, line: str, longest: int) -> bool:
    """Tell whether a line is only wrapped: the next word did not fit into the one before."""
    if _NEVER_JOINED.match(line) or _NEVER_JOINED.match(before):
        return False
    first_word = line.split(maxsplit=1)[0]
    return len(before.rstrip()) >= _LEAST_WRAPPED and len(before.rstrip()) + 1 + len(first_word) > longest - 8
