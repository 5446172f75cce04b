"""What trafilatura takes for the article of a page, and what the page says of itself. Nothing else knows trafilatura.

Its text only tells which text belongs: it drops headings, lists and block quotes, which are taken from the page.
"""

from __future__ import annotations

import logging
import re
import sys
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

_HEAD_CHARACTERS = 200_000
_CONTROLS = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|7f)|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|127))(?![0-9a-f]);?", re.IGNORECASE
)
_MANY_ELEMENTS = 8_000
"""trafilatura compares itself with two others that are quadratic: each needs 6 s for 30,000 elements of some pages."""
_FIELDS = ("title", "author", "date", "sitename", "url", "description")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Decoded strings as they were found, not yet safe to show."""

    text: str = ""
    """The article, a line for each of its paragraphs; empty when none was found."""
    said: dict[str, str] = field(default_factory=dict)
    """What the page says of itself: title, author, date, sitename, url, description."""


def clean(markup: str, address: str = "") -> Cleaned:
    """Find the article's text and what the page says of itself; what the cleaner trips over is empty."""
    tree = _tree_of(markup)
    return Cleaned(_text_of(tree), _said_by(tree, address))


def read_head(markup: str, address: str = "") -> Cleaned:
    """Read only what the page says of itself, at its beginning."""
    return Cleaned("", _said_by(_tree_of(markup[:_HEAD_CHARACTERS]), address))


# A cleaner that trips over a page must not keep it from its reader, whatever it raises: then all of the page is shown.


def _tree_of(markup: str) -> Any:
    if "trafilatura" not in sys.modules:  # the log of a library is no news for a reader of articles
        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    from trafilatura.utils import load_html

    try:
        # trafilatura gives up a page in which an entity stands for a control character.
        return load_html(_CONTROLS.sub("\ufffd", markup))
    except Exception:
        return None


def _text_of(tree: Any) -> str:
    from trafilatura import bare_extraction

    try:
        is_large = sum(1 for _ in islice(tree.iter(), _MANY_ELEMENTS)) == _MANY_ELEMENTS
        found = bare_extraction(tree, include_comments=False, include_tables=True, fast=is_large)
    except Exception:
        return ""
    return getattr(found, "text", None) or ""


def _said_by(tree: Any, address: str) -> dict[str, str]:
    from trafilatura.metadata import extract_metadata

    try:
        said = extract_metadata(tree, address or None, extensive=False)
    except Exception:
        return {}
    fields = {name: getattr(said, name, None) for name in _FIELDS}
    return {name: value for name, value in fields.items() if isinstance(value, str) and value}
