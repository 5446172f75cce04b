"""Which format bytes are in, told by what they hold; a name decides where that is silent.

Markdown is told by clear signs only: a text with a few stars is a text.
"""

from __future__ import annotations

import re

from reader.sources.decode import encoding_by_marks
from reader.sources.formats import FORMATS, Format, format_by_extension, format_by_media_type

_HEAD_BYTES = 16_000
_FIRST_BYTES = 256
_ZIP = b"PK\x03\x04"
# A byte-order mark read as Latin-1 or as itself, and blank space.
_BLANK = "\ufeff\xef\xbb\xbf \t\r\n\f"
_NAMES_OF_TEXT = frozenset({"text", "markdown"})
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


def tell_format(data: bytes, place: str, media_type: str = "") -> Format | None:
    """Tell a format by the content, else by the media type or the name; None for a text or Markdown: ask its text."""
    by_magic = next((format for format in FORMATS if format.magic and data.startswith(format.magic)), None)
    if by_magic:
        return by_magic
    if data.startswith(_ZIP):
        from reader.sources.archive import tell_archive  # zipfile, 11 ms

        return tell_archive(data)
    promised = format_by_media_type(media_type) or format_by_extension(place)
    told = _tell_by_signs(data, promised)
    if told:
        return told
    # What has no sign in its letters is told by its bytes alone; what is named a text has signs of its own.
    is_silent = promised is None or not promised.begins
    return None if is_silent else promised


def _tell_by_signs(data: bytes, promised: Format | None) -> Format | None:
    first = _decode_head(data[:_FIRST_BYTES]).lstrip(_BLANK).lower()
    tried = [format for format in FORMATS if format.begins and first.startswith(format.begins)]
    if not tried:
        return None
    head = _decode_head(data[:_HEAD_BYTES]).lstrip(_BLANK).replace("\r\n", "\n")
    is_named_text = promised is not None and promised.name in _NAMES_OF_TEXT
    for format in tried:
        if _shows(format.sign, head) or (not is_named_text and format.weak_sign and _shows(format.weak_sign, head)):
            return format
    return None


def _shows(sign: str, head: str) -> bool:
    return re.match(sign, head, re.IGNORECASE | re.DOTALL) is not None


def _decode_head(data: bytes) -> str:
    """Decode enough of the bytes to see signs, which are ASCII in every encoding but the wide ones."""
    return data.decode(encoding_by_marks(data) or "latin-1", "replace")


def name_text_format(place: str, text: str, media_type: str = "") -> str:
    """Name the format of a text that is no other: by its name when it says so, else “markdown” on clear signs."""
    promised = format_by_media_type(media_type) or format_by_extension(place)
    if promised and promised.name in _NAMES_OF_TEXT:
        return promised.name
    return _sniff_text(text[:_SNIFFED_CHARACTERS])


def _sniff_text(text: str) -> str:
    weight = sum(sum(1 for _ in re.finditer(sign, text)) * worth for sign, worth in _MARKDOWN_SIGNS)
    return "markdown" if weight >= _ENOUGH else "text"


def is_for_a_pager(data: bytes) -> bool:
    """Tell whether a program wrote this for a pager: bold by overstrike, colours, or the header of a manual page."""
    head = data[:_HEAD_BYTES]
    if b"\x08" in head and re.search(rb"_\x08[^\n\x08]|([^\n\x08])\x08\1|[\x80-\xbf]\x08[\xc2-\xf4]", head):
        return True
    if b"\x1b[" in head and re.search(rb"\x1b\[[\d;:]*[mK]", head):
        return True
    first = head.lstrip()[:_FIRST_BYTES].split(b"\n", 1)[0]
    return b")" in first and re.match(rb"(\S+\([0-9n]\w*\))\s.*\s\1\s*$", first) is not None
