"""Which format a text is in, by its name or, when the name does not say, by signs in its first lines."""

from __future__ import annotations

import re
from pathlib import PurePath

FORMATS = ("text", "markdown")

_BY_EXTENSION = {
    ".txt": "text",
    ".text": "text",
    ".asc": "text",
    ".log": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
}
_SNIFFED_CHARACTERS = 20_000
_ENOUGH = 2
# Signs of Markdown that prose does not show by chance, and what each occurrence weighs. Bullets and rules are no sign:
# a news text has them too. Compiled only when a name does not tell, 2 ms.
_MARKDOWN_SIGNS = (
    (r"\A---\n(?:[\w-]+:.*\n)+(?:---|\.\.\.)\n", 2),
    (r"\A\+\+\+\n(?:[\w-]+ *=.*\n)+\+\+\+\n", 2),
    (r"(?:\A|\n\n)#{1,6} [^\n]{1,120}(?=\n\n)", 1),
    (r"!?\[[^][\n]{1,200}\]\((?:https?://|/|#|\.{1,2}/|mailto:)[^()\s]{0,500}\)", 1),
    (r"\n\[[^][\n]{1,100}\]: https?://", 1),
    (r"(?:\A|\n)```[\w+-]*\n", 1),
    (r"\*\*\w[^*\n]{0,200}\w\*\*", 0.5),
    (r"\n\|? ?:?-{3,}:? ?\|[-:| ]{0,200}\n", 2),
)


def sniff_format(place: str, text: str) -> str:
    """Name the format: by the extension when it says so, else “markdown” only on clear signs."""
    by_extension = _BY_EXTENSION.get(PurePath(place).suffix.lower())
    return by_extension or _sniff_text(text[:_SNIFFED_CHARACTERS])


def _sniff_text(text: str) -> str:
    weight = sum(sum(1 for _ in re.finditer(sign, text)) * worth for sign, worth in _MARKDOWN_SIGNS)
    return "markdown" if weight >= _ENOUGH else "text"
