"""The corpora and the scorer that measure the engine; they stand beside the checkout and are never copied."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from reader.model.blocks import Block, BlockKind
from reader.model.document import Document
from reader.model.span import Span

SHARED = Path(__file__).parents[3] / "shared"
CORPORA = SHARED / "corpora"
_TOOLS = SHARED / "tools/quotes"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t\xa0]*\n))*")
_WRAP = re.compile(r"(?<!\n)\n(?![ \t\xa0]*\n|\n)")


def load_corpus(name: str) -> list[dict[str, Any]]:
    """Load a corpus of articles with their quotations."""
    with (CORPORA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def use_scorer() -> None:
    """Make the scorer's modules (`score`, `marks`, `names`, `variants`) importable."""
    if not _TOOLS.exists():
        sys.exit(f"the scorer is not at {_TOOLS}")
    sys.path.insert(0, str(_TOOLS))


def bare_document(text: str) -> Document:
    """Make a document of paragraphs without a parser; wrapped lines are joined, so that no offset moves."""
    joined = _WRAP.sub(" ", text)
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(match.start(), match.start() + len(match.group().rstrip())))
        for match in _PARAGRAPH.finditer(joined)
    )
    return Document(text=joined, blocks=blocks)
