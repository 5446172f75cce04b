"""Which blocks of a page are its title and its byline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from reader.parsers.html.leaves import Leaf, letters_of

_NEAR = 15
_LONGEST_BESIDE_NAME = 60
_LEAST_SHARE = 0.6
_LEAST_PREFIX = 10


def find_title(leaves: Sequence[Leaf], title: str) -> Leaf | None:
    """Find the heading that is the article's title: one that says what the page gives as title, the highest of these.

    Where no heading does, the only `<h1>` over the article is it.
    """
    first = next((index for index, leaf in enumerate(leaves) if leaf.is_kept and not leaf.is_heading), len(leaves) - 1)
    over = [leaf for leaf in islice(leaves, first + 1) if leaf.is_heading]
    wanted = letters_of(title)
    alike = [leaf for leaf in over if _says(leaf.letters, wanted)]
    if alike:
        return min(reversed(alike), key=lambda leaf: leaf.element.tag)
    highest = [leaf for leaf in over if leaf.element.tag == "h1"]
    return highest[0] if len(highest) == 1 and sum(leaf.element.tag == "h1" for leaf in leaves) == 1 else None


def find_byline(leaves: Sequence[Leaf], author: str, title: Leaf | None) -> Leaf | None:
    """Find the short line near the title that names the author."""
    name = letters_of(author.partition(",")[0])
    if not name or title is None:
        return None
    place = leaves.index(title)
    near = leaves[place + 1 : place + _NEAR]
    return next(
        (leaf for leaf in near if name in leaf.letters and len(leaf.letters) < len(name) + _LONGEST_BESIDE_NAME), None
    )


def _says(heading: str, title: str) -> bool:
    """Tell whether a heading says the title, which may have the site's name behind it, or be cut."""
    if not title or not heading:
        return False
    shorter, longer = sorted((heading, title), key=len)
    if shorter == longer:
        return True
    return len(shorter) >= _LEAST_PREFIX and shorter in longer and len(shorter) >= _LEAST_SHARE * len(longer)
