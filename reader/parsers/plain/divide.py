"""Cuts a group of lines into the parts that are blocks of different kinds: text, a list, a table, turns."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import NamedTuple

from reader.parsers.plain import turns
from reader.parsers.plain.items import Label, label_of
from reader.parsers.plain.lines import Line
from reader.parsers.plain.preformatted import find_table_lines, is_aligned, is_rule, underline_level
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


class Part(NamedTuple):
    """Lines of one kind that follow each other."""

    kind: PartKind
    lines: list[Line]


def divide(lines: list[Line], shape: Shape, *, goes_on: bool) -> list[Part]:
    """Cut the lines into parts; `goes_on` tells that a list around the group makes a lone label an item."""
    labels = _item_labels(lines, goes_on=goes_on)
    if not labels[0] and is_aligned(lines):
        return [Part(PartKind.TABLE, lines)]
    is_row = find_table_lines([line.text for line in lines])
    parts: list[Part] = []
    for index, line in enumerate(lines):
        over = lines[index - 1].text if index else ""
        kind = _kind_of(line.text, labels[index], shape, is_row=is_row[index])
        if underline_level(line.text, over):
            _underline(parts, line)
        elif parts and (parts[-1].kind is kind or (kind is PartKind.TEXT and _continues(parts[-1], line, shape))):
            parts[-1].lines.append(line)
        else:
            parts.append(Part(kind, [line]))
    return parts


def _kind_of(text: str, label: Label | None, shape: Shape, *, is_row: bool) -> PartKind:
    if is_rule(text):
        return PartKind.RULE
    if text.startswith(">"):
        return PartKind.QUOTE
    if is_row:
        return PartKind.TABLE
    if shape.turn_styles and turns.label_of(text, shape.turn_styles):
        return PartKind.TURNS
    return PartKind.LIST if label else PartKind.TEXT


def _item_labels(lines: list[Line], *, goes_on: bool) -> list[Label | None]:
    """Find the labels of items. One that prose may begin with too needs a neighbour: “1.” a “2.”, “–” another “–”."""
    labels = [label_of(line.text) for line in lines]
    if goes_on or not any(labels):
        return labels
    counts = Counter((label.style, label.number) for label in labels if label)
    is_dialogue = any(line.text.endswith(("!", "?", "!”", "?”")) for line in lines)
    return [label if label and _is_item(label, counts, is_dialogue=is_dialogue) else None for label in labels]


def _is_item(label: Label, counts: Counter[tuple[str, int]], *, is_dialogue: bool) -> bool:
    if label.is_sure:
        return True
    if label.number:
        return bool(counts[label.style, label.number - 1] or counts[label.style, label.number + 1])
    if label.style == "–" and is_dialogue:
        return False  # case: dialogue-in-dashes.txt
    return counts[label.style, 0] >= 2


def _underline(parts: list[Part], line: Line) -> None:
    """Make the last line of the last part a part of its own, with the line under it."""
    over = parts[-1].lines.pop()
    if not parts[-1].lines:
        parts.pop()
    parts.append(Part(PartKind.UNDERLINED, [over, line]))


def _continues(part: Part, line: Line, shape: Shape) -> bool:
    """Tell whether a line without a label goes on with the item or the turn before it."""
    if part.kind is PartKind.TURNS:
        return True  # case: label-alone.txt
    if part.kind is not PartKind.LIST:
        return False
    last = part.lines[-1]  # case: bullets-and-nested.txt, list-in-group.txt
    if line.indent > part.lines[0].indent or line.text[0].islower():
        return True
    return bool(shape.width) and len(last.text) + last.indent >= shape.width * 0.75 and not ends_sentence(last.text)
