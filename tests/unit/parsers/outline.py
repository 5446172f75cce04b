"""A document's blocks as lines of text, and the case files that say what they should be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.model.blocks import CONTAINERS, Block
from reader.model.document import Document

CASES = Path(__file__).parents[2] / "cases"
_LONGEST, _HEAD, _TAIL = 60, 36, 16


@dataclass(frozen=True)
class Case:
    """One case file: what it shows, a text, and the outline its document should have."""

    path: Path
    about: str
    text: str
    expected: list[str]


def find_cases(folder: str) -> list[Case]:
    return [read_case(path) for path in sorted((CASES / folder).glob("*.txt"))]


def read_case(path: Path) -> Case:
    about, _, rest = path.read_text(encoding="utf-8").partition("\n%% text\n")
    text, _, expected = rest.partition("\n%% outline\n")
    return Case(path, about, text, expected.rstrip("\n").split("\n"))


def outline_of(document: Document) -> list[str]:
    """Write a line a block, indented by its depth, then the metadata, then the inlines of Markdown."""
    lines = [_block_line(block, document.text) for block in document.blocks]
    metadata = document.metadata
    fields = [(name, getattr(metadata, name)) for name in ("title", "byline", "date", "source")]
    lines += [f"= {name}: {value}" for name, value in [*fields, *metadata.extra] if value]
    for inline in document.inlines:
        target = f" → {inline.target}" if inline.target else ""
        lines.append(f"~ {inline.kind}: {_show(inline.span.cut(document.text))}{target}")
    return lines


def _block_line(block: Block, text: str) -> str:
    name = "  " * block.depth + block.kind + (f" {block.level}" if block.level else "")
    name += f" ({block.info})" if block.info else ""
    name += f" [{_show(block.label.cut(text))}]" if block.label else ""
    return name if block.kind in CONTAINERS else f"{name}: {_show(block.span.cut(text))}"


def _show(text: str) -> str:
    shown = text.replace("\n", "⏎").replace("\t", "⇥")
    return shown if len(shown) <= _LONGEST else f"{shown[:_HEAD]}…{shown[-_TAIL:]}"
