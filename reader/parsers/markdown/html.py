"""What a reader sees of HTML inside Markdown: the text between the tags, none of the tags."""

from __future__ import annotations

import re
from html import unescape

from reader.sources.safe import make_safe

_UNSEEN = re.compile(
    r"<!--(?:-?>|.*?(?:-->|\Z))|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<(?P<name>script|style)\b.*?(?:</(?P=name)\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6]|/blockquote|/pre|hr)\b[^<>]*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]\s*>(?=\s*<t[dh]\b)", re.IGNORECASE)
# Bounded and possessive, so that quotation marks nobody closes cannot make it slow.
_TAG = re.compile(
    r"""</?[a-zA-Z](?:[^<>"']++|"[^"]{0,1000}+"|'[^']{0,1000}+'){0,200}+>|</?[a-zA-Z][^<>]*+>|<![a-zA-Z][^<>]*+>"""
)


def visible_lines(html: str) -> list[str]:
    """Cut HTML into the lines of text it shows, entities still as written."""
    apart = _CELL_END.sub("\t", _BREAK.sub("\n", _UNSEEN.sub("", html)))
    seen = _TAG.sub("", apart)
    return [line.strip() for line in seen.split("\n") if line.strip()]


def is_break(tag: str) -> bool:
    """Tell whether a tag begins a new line."""
    return bool(_BREAK.match(tag))


def decode_entities(text: str) -> str:
    """Decode the entities of a text and make safe what they stand for."""
    return make_safe(unescape(text)) if "&" in text else text
