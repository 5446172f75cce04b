"""What trafilatura takes for the article of a page, and what the page says of itself. Nothing else knows trafilatura.

Its text only tells which text belongs: it drops headings, lists and block quotes, which are taken from the page.
"""

from __future__ import annotations

import logging
import re
import sys
from dataclasses import dataclass, field
from itertools import islice

_MOST_ELEMENTS = 30_000
"""trafilatura needs 2 s for so many; a long article of an encyclopedia has 20,000."""
_HEAD_CHARACTERS = 200_000
_CONTROLS = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|7f)|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|127))(?![0-9a-f]);?", re.IGNORECASE
)
_FIELDS = ("title", "author", "date", "sitename", "url", "description")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Decoded strings as they were found, not yet safe to show."""

    text: str = ""
    """The article, a line for each of its paragraphs; empty when none was found."""
    said: dict[str, str] = field(default_factory=dict)
    """What the page says of itself: title, author, date, sitename, url, description."""
    is_huge: bool = False
    """True of a page for which the cleaner would need too long."""


def clean(markup: str, address: str = "") -> Cleaned:
    """Find the article's text and the page's metadata; both empty where the cleaner fails, the text of a huge page."""
    # A name in `sys.modules` shows the import was paid; the log of a library is no news for a reader of articles.
    if "trafilatura" not in sys.modules:
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    # trafilatura gives up a page in which an entity stands for a control character.
    markup = _CONTROLS.sub("\ufffd", markup)
    from trafilatura import bare_extraction
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    # A cleaner that trips over a page must not keep the page from its reader, whatever it raises: then all is shown.
    try:
        tree = load_html(markup)
        is_huge = tree is not None and sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS
        if is_huge:
            tree = load_html(markup[:_HEAD_CHARACTERS])
        if tree is None:
            return Cleaned()
        said = _said_by(extract_metadata(tree, address or None, extensive=False))
    except Exception:
        return Cleaned()
    try:
        if is_huge:
            return Cleaned("", said, is_huge=True)
        found = bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception:
        found = None
    return Cleaned(getattr(found, "text", None) or "", said)


def _said_by(metadata: object) -> dict[str, str]:
    fields = {name: getattr(metadata, name, None) for name in _FIELDS}
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}
