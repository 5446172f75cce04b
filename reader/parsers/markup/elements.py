"""What each element of HTML is to a reader of text. Tables only, and the few questions asked of them."""

from __future__ import annotations

import re

from reader.model.inlines import InlineKind
from reader.parsers.markup.tree import Element

INLINES = {
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "dfn": InlineKind.EMPHASIS,
    "cite": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
    "code": InlineKind.CODE,
    "kbd": InlineKind.CODE,
    "samp": InlineKind.CODE,
    "tt": InlineKind.CODE,
    "s": InlineKind.STRIKE,
    "strike": InlineKind.STRIKE,
    "del": InlineKind.STRIKE,
    "a": InlineKind.LINK,
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that stand on lines of their own; all others are words in a line."""
UNSEEN = frozenset(
    "script style template noscript head nav button select option optgroup textarea input datalist progress meter svg "
    "canvas iframe object embed applet audio video map area source track param link meta base noframes frame frameset "
    "rp dialog title amp-ad amp-embed amp-sidebar amp-consent amp-analytics amp-user-notification amp-sticky-ad".split()
)
"""Elements that are no text of the page: programs, controls, ways through the site."""

_SEEN_BY_EARS_ONLY = frozenset(
    "sr-only screen-reader-text screen-reader-only visually-hidden visuallyhidden visually-hidden-focusable "
    "element-invisible a11y-hidden u-visually-hidden sronly".split()
)
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_LONGEST_STYLE = 2000


def is_hidden(element: Element) -> bool:
    """Tell whether a browser would show nothing of the element, by its own attributes."""
    if element.tag in UNSEEN:
        return not (element.tag == "dialog" and element.get("open") is not None)
    if not element.attrib:
        return False
    hidden = element.get("hidden")
    if hidden is not None and hidden != "until-found":
        return True
    # pandoc hides a caption from ears that equals the picture's description; eyes see it.
    if element.get("aria-hidden") == "true" and element.tag != "figcaption":
        return True
    if not _SEEN_BY_EARS_ONLY.isdisjoint(classes_of(element)):
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN_STYLE.search(style[:_LONGEST_STYLE]))


def classes_of(element: Element) -> list[str]:
    """Return the names in an element's class attribute, at most fifty."""
    names: list[str] = (element.get("class") or "")[:5000].lower().split()
    return names[:50]


def types_of(element: Element) -> set[str]:
    """Return what an element says it is: `epub:type` and `role`, without the roles' “doc-”."""
    said = f"{element.get('epub:type') or ''} {element.get('role') or ''}"
    return {word.removeprefix("doc-") for word in said[:1000].lower().split()}
