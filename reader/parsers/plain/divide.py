"""Cuts a group of lines into the parts that are blocks of different kinds: text, a list, a table, turns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reader.parsers.plain import turns
from reader.parsers.plain.items import Label, label_of
from reader.parsers.plain.lines import Line
from reader.parsers.plain.preformatted import is_aligned, is_rule, is_table_line, underline_level
from reader.parsers.plain.shape import Shape
from reader.parsers.plain.words import ends_sentence


class PartKind(Enum):
    """What a run of lines is."""

    TEXT = auto()
    RULE = auto()
    UNDERLINED = auto()
    LIST = auto()
    QUOTE = auto()
    TABLE = auto()
    TURNS = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one kind that follow each other."""

    kind: PartKind
    lines: list[Line]


def divide(lines: list[Line], shape: Shape, *, goes_on: bool) -> list[Part]:
    """Cut the lines into parts; `goes_on` tells that a list around the group makes a lone label an item."""
    if is_aligned(lines) and not _label_at(lines, 0, goes_on=goes_on):
        return [Part(PartKind.TABLE, lines)]
    parts: list[Part] = []
    for index, line in enumerate(lines):
        kind = _kind_of(lines, index, shape, goes_on=goes_on)
        if kind is PartKind.UNDERLINED:
            _underline(parts, line)
        elif parts and (parts[-1].kind is kind or (kind is PartKind.TEXT and _continues(parts[-1], line, shape))):
            parts[-1].lines.append(line)
        else:
            parts.append(Part(kind, [line]))
    return parts


def _kind_of(lines: list[Line], index: int, shape: Shape, *, goes_on: bool) -> PartKind:
    text = lines[index].text
    if index and underline_level(text, lines[index - 1].text):
        return PartKind.UNDERLINED
    if is_rule(text):
        return PartKind.RULE
    if text.startswith(">"):
        return PartKind.QUOTE
    if is_table_line(text):
        return PartKind.TABLE
    if shape.turn_styles and turns.label_of(text, shape.turn_styles):
        return PartKind.TURNS
    return PartKind.LIST if _label_at(lines, index, goes_on=goes_on) else PartKind.TEXT


def _label_at(lines: list[Line], index: int, *, goes_on: bool) -> Label | None:
    """Find the label of an item. One that prose may begin with too needs a neighbour: “1.” a “2.”, “–” another “–”."""
    label = label_of(lines[index].text)
    if label is None or label.is_sure or goes_on:
        return label
    others = [other for other in (label_of(line.text) for line in lines) if other]
    is_listed = any(label.is_followed_by(other) or other.is_followed_by(label) for other in others)
    same = sum(other.style == label.style for other in others)
    if label.style == "–" and any(line.text.endswith(("!", "?", "!”", "?”")) for line in lines):
        return None  # case: dialogue-in-dashes.txt
    return label if (is_listed if label.number else same >= 2) else None


def _underline(parts: list[Part], line: Line) -> None:
    """Make the last line of the last part a part of its own, with the line under it."""
    over = parts[-1].lines.pop()
    if not parts[-1].lines:
        parts.pop()
    parts.append(Part(PartKind.UNDERLINED, [over, line]))


def _continues(part: Part, line: Line, shape: Shape) -> bool:
    """Tell whether a line without a label goes on with the item or the turn before it."""
    if part.kind is PartKind.TURNS:
        return True
    if part.kind is not PartKind.LIST:
        return False
    last = part.lines[-1]
    if line.indent > min(other.indent for other in part.lines) or line.text[0].islower():
        return True
    return bool(shape.width) and len(last.text) + last.indent >= shape.width * 0.75 and not ends_sentence(last.text)
