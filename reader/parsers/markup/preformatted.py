"""What stands in `<pre>`: code, or prose that somebody broke into lines by hand."""

from __future__ import annotations

import re

from reader.parsers.markup.elements import classes_of, is_hidden
from reader.parsers.markup.tree import Element

_LANGUAGE = re.compile(r"(?:lang(?:uage)?-|highlight-source-)([\w+#.-]{1,30})")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_COLUMNS = re.compile(r"\S {3,}\S|\t|[{};=<>|\\]|[-=_]{4}")
_WORDS_A_LINE = 6
_ODD_SHARE = 0.1


def text_of(element: Element) -> str:
    """Return the text as it stands, a `<br>` as a new line."""
    pieces: list[str] = []
    for part in element.iter():
        if part is not element and is_hidden(part):
            continue
        pieces.append("\n" if part.tag == "br" else part.text or "")
        if part is not element:
            pieces.append(part.tail or "")
    return "".join(pieces).strip("\r\n")


def language_of(element: Element) -> str:
    """Return the language of code that the element or the `<code>` in it names."""
    for part in (element, *element.iterchildren("code"), element.getparent()):
        names = classes_of(part) if part is not None else []
        found = next((match[1] for name in names if (match := _LANGUAGE.fullmatch(name))), "")
        if found:
            return found
    return ""


def paragraphs_of(element: Element, text: str) -> list[str] | None:
    """Return the paragraphs of prose; None when it is code, a drawing or a poem."""
    if any(True for _ in element.iter("code", "samp", "kbd")):
        return None
    lines = [line for line in text.split("\n") if line.strip()]
    words = sum(len(_WORDS.findall(line)) for line in lines)
    odd = sum(1 for line in lines if _COLUMNS.search(line))
    if words < _WORDS_A_LINE * len(lines) or odd > _ODD_SHARE * len(lines):
        return None
    return [paragraph for paragraph in _PARAGRAPHS.split(text) if paragraph.strip()]
