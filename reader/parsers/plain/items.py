"""The labels of list items: bullets, numbers, letters. A dash alone is no bullet, it may open speech."""

from __future__ import annotations

from typing import NamedTuple

from reader.patterns import late_pattern

# case: bullets-and-nested.txt, numbered-list.txt, lettered-list.txt, en-dash-list.txt
_LABEL = late_pattern(
    r"(?:(?P<bullet>[•●◦‣▪▫■□○∙·*+–-])"
    r"|(?P<open>\()?(?:(?P<number>\d{1,3})|(?P<letter>[a-z]))(?P<close>[.)]))"
    r"(?P<space>[ \t\u00a0]+)(?=\S)"
)
_SURE_BULLETS = frozenset("•●◦‣▪▫■□○∙")


class Label(NamedTuple):
    """What stands before an item."""

    text: str
    """With its white space."""
    style: str
    """What the labels of one list have in common: the bullet, or “1.”, “(a)”."""
    number: int = 0
    """Of numbers and letters, counted from 1."""

    @property
    def is_sure(self) -> bool:
        """Tell whether the label makes an item even when it stands alone."""
        return self.style in _SURE_BULLETS

    def is_followed_by(self, other: Label) -> bool:
        """Tell whether the other label is the next one of the same list."""
        return self.style == other.style and (not self.number or other.number == self.number + 1)


def label_of(line: str) -> Label | None:
    """Find the label at the start of a line."""
    match = _LABEL.match(line)
    if not match:
        return None
    if match["bullet"]:
        return Label(match[0], match["bullet"])
    if match["open"] and match["close"] == ".":
        return None
    number = int(match["number"]) if match["number"] else ord(match["letter"]) - ord("a") + 1
    kind = "1" if match["number"] else "a"
    return Label(match[0], f"{match['open'] or ''}{kind}{match['close']}", number)


def is_item(line: str) -> bool:
    """Tell whether the line begins with a bullet that nothing else begins with."""
    label = label_of(line)
    return label is not None and label.is_sure
