"""Which blocks of a page are its title and its byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from reader.parsers.html.leaves import Leaf, letters_of

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption)(?:$|[\s_-]|text)|(?:image|photo|img|media|picture)-?(?:caption|desc|legend)",
    re.I,
)
_LONGEST_CAPTION = 400
SITE = re.compile(r"\s+[|–—»:·-]+\s+")
"""What stands between an article's title and its site's name."""
_NEAR = 15
_LONGEST_BESIDE_NAME = 60
_SHARE_OVER = 0.2
_LEAST_SHARE = 0.6
_LEAST_PREFIX = 10


def find_title(leaves: Sequence[Leaf], title: str) -> Leaf | None:
    """Find the block that is the article's title: the highest of the headings that say what the page gives as title.

    Where no heading does, the only `<h1>` over the article is it, or a line that says the title word for word.
    """
    over = list(_over(leaves))
    headings = [leaf for leaf in over if leaf.is_heading]
    wanted = letters_of(title)
    for words in (wanted, letters_of(SITE.split(title, maxsplit=1)[0])):
        same = [leaf for leaf in headings if words and leaf.letters == words]
        if same:
            return min(reversed(same), key=_level)
    alike = [leaf for leaf in headings if _says(leaf.letters, wanted)]
    if alike:
        return min(reversed(alike), key=_level)
    highest = [leaf for leaf in headings if leaf.element.tag == "h1"]
    if len(highest) == 1 and sum(leaf.element.tag == "h1" for leaf in leaves) == 1:
        return highest[0]
    return next((leaf for leaf in over if wanted and leaf.letters == wanted and not leaf.linked), None)


def _level(leaf: Leaf) -> str:
    return str(leaf.element.tag)


def _over(leaves: Sequence[Leaf]) -> Iterator[Leaf]:
    """Yield the leaves down to where a good part of the article has been."""
    some = _SHARE_OVER * sum(len(leaf.letters) for leaf in leaves if leaf.is_kept)
    for leaf in leaves:
        yield leaf
        some -= len(leaf.letters) if leaf.is_kept and not leaf.is_heading else 0
        if some < 0:
            return


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


def find_captions(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Find the short blocks that a site calls captions, though they are no `<figcaption>`."""
    return [
        leaf for leaf in leaves if len(leaf.letters) < _LONGEST_CAPTION and not leaf.is_heading and is_caption(leaf)
    ]


def is_caption(leaf: Leaf) -> bool:
    """Tell whether a site calls the block a caption."""
    near = (leaf.element, *islice(leaf.element.iterancestors(), 2))
    if any(_CAPTION.search((element.get("class") or "")[:300]) for element in near):
        return True
    tags = {element.tag for element in near}
    return leaf.element.tag in {"p", "div"} and "figure" in tags and "blockquote" not in tags


def _says(heading: str, title: str) -> bool:
    """Tell whether a heading says the title, which may have the site's name behind it, or be cut."""
    if not title or not heading:
        return False
    shorter, longer = sorted((heading, title), key=len)
    if shorter == longer:
        return True
    return len(shorter) >= _LEAST_PREFIX and shorter in longer and len(shorter) >= _LEAST_SHARE * len(longer)
