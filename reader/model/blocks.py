"""The blocks a document is built of, in CommonMark's words and a few of the newspaper's."""

from __future__ import annotations

from enum import StrEnum

from reader.model.span import Span
from reader.values import value


class BlockKind(StrEnum):
    """What a block is; `CONTAINERS` hold other blocks, the rest hold text."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    CODE = "code"
    RULE = "rule"
    LIST = "list"
    ITEM = "item"
    QUOTE = "block-quote"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    TURN = "turn"
    """What one voice of a transcript says until the next one speaks; holds paragraphs."""
    FOOTNOTE = "footnote"


CONTAINERS = frozenset(
    {
        BlockKind.LIST,
        BlockKind.ITEM,
        BlockKind.QUOTE,
        BlockKind.TABLE,
        BlockKind.ROW,
        BlockKind.TURN,
        BlockKind.FOOTNOTE,
    }
)


@value
class Block:
    """One block; blocks stand in document order, a container before what it holds."""

    kind: BlockKind
    span: Span
    depth: int = 0
    """How many containers stand around it; what a container holds is one deeper than itself."""
    level: int = 0
    """Of a heading: 1 to 6. Else 0."""
    label: Span | None = None
    """What stands before the content and belongs to the block: an item's bullet or number with
    its space, a turn's “NAME: ”, a footnote's “[1] ”."""
    info: str = ""
    """Of code: its language. Of a cell: “header” or an alignment (“left”, “right”, “center”)."""
