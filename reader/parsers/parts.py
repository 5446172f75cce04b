"""Where a big source may be cut so that its first page can be shown before the rest is parsed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from reader.patterns import late_pattern
from reader.sources.formats import BY_NAME
from reader.sources.source import Source

HEAD_CHARACTERS = 20_000
"""What a parser may look at to decide the shape of a whole document; a first part is never shorter."""

_BLANK_LINES = late_pattern(r"\n(?:[^\S\n]*\n)+")
_LONG_BOOK = 100_000
"""Bytes of the archive: some 300,000 characters."""
_CUT_BETWEEN_PARAGRAPHS = frozenset({"text", "markdown"})
_MOST_CUTS_TRIED = 2000
_SHORTEST_LAST_LINE = 40
_SENTENCE_ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"')
_FOOTNOTE = late_pattern(r"^[ >]*\[\^[^\]\n]+\]:|\^\[", re.MULTILINE)
_DEFINITION = late_pattern(r"^[ \t>]*\[([^]]{1,999})\]:", re.MULTILINE)
_LABEL = late_pattern(r"\[([^][]{1,999})\]")
_FENCE = late_pattern(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


def first_part(source: Source, characters: int = 30_000) -> Source | None:
    """Cut the head of a text or of Markdown between two paragraphs, of a book between two chapters.

    None when the source is not at least twice as long.
    But for its last block, the head's text is a prefix of the whole document's.
    """
    least = max(characters, HEAD_CHARACTERS)
    if BY_NAME[source.format].has_chapters and len(source.data) >= _LONG_BOOK:
        return replace(source, most_characters=characters)
    if len(source.text) < 2 * least or source.format not in _CUT_BETWEEN_PARAGRAPHS:
        return None
    cuts = islice(_BLANK_LINES.finditer(source.text, least), _MOST_CUTS_TRIED)
    cut = next((cut for cut in cuts if _is_between_paragraphs(source, cut)), None)
    if cut is None:
        return None
    if source.format == "markdown" and _needs_the_rest(source.text, cut.start(), cut.end()):
        return None
    return replace(source, text=source.text[: cut.start() + 1])


def _needs_the_rest(text: str, head_end: int, rest_start: int) -> bool:
    """Tell whether a Markdown head reads otherwise without the rest: links defined there, footnotes at the end."""
    if "]:" not in text:
        return False
    if _FOOTNOTE.search(text):
        return True
    used = {_normal_label(label[1]) for label in _LABEL.finditer(text, 0, head_end)}
    return any(_normal_label(label[1]) in used for label in _DEFINITION.finditer(text, rest_start))


def _normal_label(label: str) -> str:
    return " ".join(label.split()).casefold()


def _is_between_paragraphs(source: Source, gap: re.Match[str]) -> bool:
    """Tell whether a sentence of a paragraph ends before the gap and another begins behind it."""
    text = source.text
    before = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].rstrip()
    after = text[gap.end() : gap.end() + 1]
    is_safe = len(before) >= _SHORTEST_LAST_LINE and before.endswith(_SENTENCE_ENDS) and after.isalpha()
    if source.format != "markdown":
        return is_safe
    # A heading ends whatever stood before it.
    return (is_safe or after == "#") and not _ends_in_fence(text[: gap.start()])


def _ends_in_fence(head: str) -> bool:
    open_fence = ""
    for fence in _FENCE.finditer(head):
        if not open_fence:
            open_fence = fence[1]
        elif fence[1].startswith(open_fence):
            open_fence = ""
    return bool(open_fence)
