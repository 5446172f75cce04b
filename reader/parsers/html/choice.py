"""Which blocks of a page belong to its article: those the cleaner kept, and the structure it lost between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.parsers.html.clutter import is_clutter, is_label, is_pulled
from reader.parsers.html.heads import find_title, is_caption
from reader.parsers.html.leaves import Leaf, ancestors_within, letters_of, near, nearest
from reader.parsers.markup.tree import Element

_LONG = 25
"""Letters; a text as long hardly stands twice in a page by chance."""
_NEAR, _FAR = 300, 20_000
_MOST_SEARCHES = 3000
_PIECE = 30
_MOSTLY = 0.6
_SHARE_IN_CORE, _SHARE_IN_FRAME = 0.75, 0.98
_ONLY_LINKS = 0.9
_SHARE_OF_UNIT = {"ul": 0.5, "ol": 0.5, "dl": 0.5, "blockquote": 0.2, "figure": 0.2}
_UNITS = frozenset(_SHARE_OF_UNIT)
_MOST_BEFORE = 30
_LONG_WITHOUT_TAG = 60
"""Letters; shorter text that stands in no paragraph of its own is a label: “Advertisement”, “Story continues below”."""
_STRUCTURE = frozenset({"ul", "ol", "dl", "blockquote", "figcaption", "table", "pre"})
_BEHIND_THE_END = frozenset({"ul", "ol", "dl", "blockquote", "table", "pre"})
_BEFORE_THE_START = re.compile(
    r"(?:^|[\s_-])(?:dek|standfirst|sub-?(?:title|head\w*)|summary|lead|lede|intro\w*|teaser|key-?(?:points|takeaways)|excerpt"
    r"|highlights|deck|strapline)(?:$|[\s_-])",
    re.IGNORECASE,
)


def choose(leaves: Sequence[Leaf], cleaned: str, title: str, root: Element) -> None:
    """Mark the leaves that are the article, given the text that the cleaner kept and the title the page gives."""
    certain = _match(leaves, [letters_of(line) for line in cleaned.split("\n")])
    if not certain:
        return
    _drop_strays(leaves, _frame_of(certain, root, _SHARE_IN_CORE))
    kept = [leaf for leaf in certain if leaf.is_kept]
    if kept:
        frame = _frame_of(kept, root, _SHARE_IN_FRAME)
        _fill_before(leaves, find_title(leaves, title))
        _fill(leaves, frame)
        _drop_repeated(leaves, frame)


def kept_letters(leaves: Iterable[Leaf]) -> int:
    """Count the letters of the leaves that are the article."""
    return sum(len(leaf.letters) for leaf in leaves if leaf.is_kept)


# -- what the cleaner kept -----------------------------------------------------------------------


def _match(leaves: Sequence[Leaf], lines: Sequence[str]) -> list[Leaf]:
    """Mark the leaves whose text the cleaner kept; returns those long enough to be certain of."""
    text = "".join(lines)
    cursor, searches = 0, 0
    certain = []
    for leaf in leaves:
        letters = leaf.letters
        reach = cursor + len(letters) + (_NEAR if len(letters) < _LONG else _FAR)
        found = text.find(letters, cursor, reach)
        if found < 0 and len(letters) >= _LONG and searches < _MOST_SEARCHES:
            searches += 1
            found = text.find(letters)
        if found >= 0:
            leaf.is_kept = True
            cursor = max(cursor, found + len(letters))
        elif len(letters) >= 2 * _PIECE:
            window = text[max(0, cursor - _FAR // 10) : cursor + len(letters) + _FAR]
            leaf.is_kept = _share_found(letters, window) >= _MOSTLY
        if leaf.is_kept and len(letters) >= _LONG:
            certain.append(leaf)
    return certain


def _share_found(letters: str, window: str) -> float:
    pieces = [letters[start : start + _PIECE] for start in range(0, len(letters) - _PIECE + 1, _PIECE)]
    return sum(piece in window for piece in pieces) / len(pieces)


def _frame_of(certain: Sequence[Leaf], root: Element, share: float) -> Element:
    """Find the smallest element that holds such a share of what the cleaner kept."""
    held: dict[Element, int] = {}
    for leaf in certain:
        for around in ancestors_within(leaf.element, root):
            held[around] = held.get(around, 0) + len(leaf.letters)
    total = sum(len(leaf.letters) for leaf in certain)
    frame = root
    while True:
        inner = next((child for child in frame if held.get(child, 0) >= share * total), None)
        if inner is None or any(leaf.element is inner for leaf in certain):
            return frame
        frame = inner


def _drop_strays(leaves: Sequence[Leaf], frame: Element) -> None:
    """Drop what was kept outside the frame and is short or clutter, and the links at both ends."""
    inside = set(frame.iter())
    root = frame.getroottree().getroot()
    for leaf in leaves:
        if leaf.is_kept and leaf.element not in inside and (len(leaf.letters) < _LONG or is_clutter(leaf, root)):
            leaf.is_kept = False
    for ordered in (leaves, reversed(leaves)):
        for leaf in ordered:
            if leaf.is_kept and leaf.link_share < _ONLY_LINKS:
                break
            leaf.is_kept = False


def _drop_repeated(leaves: Sequence[Leaf], frame: Element) -> None:
    """Drop the quotations that a page pulls out of its text to show once more, and labels of what is left out."""
    text = "".join(leaf.letters for leaf in leaves if leaf.is_kept)
    for leaf in leaves:
        if leaf.is_kept and (is_label(leaf) or (is_pulled(leaf, frame) and text.count(leaf.letters) > 1)):
            leaf.is_kept = False


# -- what it lost --------------------------------------------------------------------------------


def _fill(leaves: Sequence[Leaf], frame: Element) -> None:
    """Keep what stands between kept blocks as part of the article, and the structure right before and behind."""
    kept = [index for index, leaf in enumerate(leaves) if leaf.is_kept]
    if not kept:
        return
    inside = set(frame.iter())
    parents = {leaves[index].element.getparent() for index in kept}
    for leaf in leaves[kept[0] : kept[-1]]:
        if not leaf.is_kept and not leaf.is_heading and leaf.element in inside and _belongs(leaf, parents, frame):
            leaf.is_kept = True
    _fill_after(leaves[kept[-1] + 1 :], inside, frame)
    _fill_units(leaves, frame)
    _fill_headings(leaves, inside, frame)


def _belongs(leaf: Leaf, parents: set[Element], frame: Element) -> bool:
    is_structure = nearest(leaf.element, _STRUCTURE, frame) is not None or is_caption(leaf)
    is_paragraph = leaf.element.tag == "p" or len(leaf.letters) >= _LONG_WITHOUT_TAG
    is_beside = is_paragraph and leaf.element.getparent() in parents
    return (is_structure or is_beside) and not is_clutter(leaf, frame)


def _fill_after(leaves: Sequence[Leaf], inside: set[Element], frame: Element) -> None:
    """Keep the lists, block quotes and tables right behind the last kept block, with the headings over them."""
    waiting: list[Leaf] = []
    for leaf in leaves:
        if leaf.element not in inside or is_clutter(leaf, frame):
            return
        if leaf.is_heading:
            waiting.append(leaf)
        elif nearest(leaf.element, _BEHIND_THE_END, frame) is not None:
            for heading in waiting:
                heading.is_kept = True
            waiting = []
            leaf.is_kept = True
        else:
            return


def _fill_before(leaves: Sequence[Leaf], title: Leaf | None) -> None:
    """Keep what stands between the title and the first kept block: a standfirst, key points, a picture's caption."""
    start = leaves.index(title) + 1 if title is not None else 0
    first = next((index for index in range(start, len(leaves)) if leaves[index].is_kept), 0)
    if title is None or not 0 < first - start <= _MOST_BEFORE:
        return
    around = set(leaves[first].element.iterancestors())
    frame = next(element for element in title.element.iterancestors() if element in around)
    inside = set(frame.iter())
    beside = {leaf.element.getparent() for leaf in leaves if leaf.is_kept}
    for leaf in leaves[start:first]:
        if leaf.element in inside and not leaf.is_heading:
            names = " ".join(part.get("class") or "" for part in near(leaf.element, frame))[:500]
            is_structure = nearest(leaf.element, _STRUCTURE, frame) is not None or is_caption(leaf)
            is_text = len(leaf.letters) >= _LONG_WITHOUT_TAG and leaf.element.getparent() in beside
            leads = bool(_BEFORE_THE_START.search(names)) and leaf.link_share < _ONLY_LINKS
            leaf.is_kept = leads or ((is_structure or is_text) and not is_clutter(leaf, frame))
    _fill_headings(leaves[start : first + 1], inside, frame)


def _fill_units(leaves: Sequence[Leaf], frame: Element) -> None:
    """Keep all of a list, a block quote or a figure of which the cleaner kept enough."""
    units: dict[Element, list[Leaf]] = {}
    for leaf in leaves:
        around = nearest(leaf.element, _UNITS, frame)
        if around is not None:
            units.setdefault(around, []).append(leaf)
    for unit, parts in units.items():
        if kept_letters(parts) >= _SHARE_OF_UNIT[unit.tag] * sum(len(leaf.letters) for leaf in parts):
            for leaf in parts:
                leaf.is_kept = True


def _fill_headings(leaves: Sequence[Leaf], inside: set[Element], frame: Element) -> None:
    """Keep a heading when what stands under it is kept."""
    is_next_kept = False
    for leaf in reversed(leaves):
        if not leaf.is_heading:
            is_next_kept = leaf.is_kept
        elif not leaf.is_kept:
            leaf.is_kept = is_next_kept and leaf.element in inside and not is_clutter(leaf, frame)
