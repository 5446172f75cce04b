"""What a feed's strings say in words: markup taken off, dates as days."""

from __future__ import annotations

import html
import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from reader.sources.safe import make_safe

_SUMMARY_CHARACTERS = 2000
_READ_CHARACTERS = 200_000
_MARKUP = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|<[/!?]?([a-zA-Z]*)[^<>]*>")
_INLINE = frozenset("a abbr b cite code em font i mark q s small span strong sub sup u wbr".split())
_ENDS = {"<!--": "-->", "<script": "</script", "<style": "</style"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def first_words(markup: str) -> str:
    """Return what markup says, on one line, as much of it as a list may need."""
    words = on_one_line(html.unescape(_without_tags(markup[:_READ_CHARACTERS])))
    if len(words) <= _SUMMARY_CHARACTERS:
        return words
    return words[:_SUMMARY_CHARACTERS].rpartition(" ")[0] + " …"


def _without_tags(markup: str) -> str:
    """Leave tags, comments and scripts out; only a tag inside a line leaves no space."""
    pieces: list[str] = []
    end = 0
    waited_for = ""
    for tag in _MARKUP.finditer(markup):
        if not waited_for:
            pieces.append(markup[end : tag.start()])
            pieces.append("" if (tag[1] or "").lower() in _INLINE else " ")
        end = tag.end()
        if not waited_for or tag[0].lower().startswith(waited_for):
            begun = tag[0].lower()
            waited_for = "" if waited_for else next((_ENDS[sign] for sign in _ENDS if begun.startswith(sign)), "")
    return "".join(pieces) + ("" if waited_for else markup[end:])


def on_one_line(words: str) -> str:
    """Return words without the white space around and the line ends between, safe to show."""
    return make_safe(" ".join(words.split()))


def day_of(date: str) -> str:
    """Return a date as YYYY-MM-DD; one that cannot be read stays as it is."""
    words = on_one_line(date)
    if found := _DAY.match(words):
        return found[0]
    try:
        moment: datetime = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return words[:40]
    return moment.date().isoformat()
