"""From cues to what each voice says: tags taken off, lines that roll up the screen taken once, voices told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from reader.parsers.captions.cues import Cue
from reader.sources.safe import make_safe

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,100})>")
_TAG = re.compile(
    r"</?(?:v|i|b|u|c|s|ruby|rt|lang|font|span|br|em|strong|\d\d[\d:.]*)\b[^<>]{0,200}>|\{\\[^{}]{0,100}\}",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*(?:[-–—‐]\s*(?=\S)|>>+\s*)")
_LABEL = re.compile(r"\s*(?:\(([^()]{2,40})\)|\[([^][]{2,40})\]|([^\W\d_][^:<>\[\]()]{0,40}?))\s*:(?=\s|$)\s*")
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|St)\. ?)?[^\W\d_a-z][\w.’'-]*"
    r"(?: (?:[^\W\d_a-z][\w.’'-]*|[#\d]+|de|von|van|da|al|bin)){0,3}"
)
_NO_NAMES = frozenset("note warning caption captions subtitles translation time date music source tip update".split())
_SAME_SCREEN_SECONDS = 0.15
_LAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is said."""

    text: str
    """Safe to show, tags taken off."""
    source_offset: int | None
    """Where it stands in the source; None when tags or entities were taken out of it."""
    voice: str | None
    """Who is named before it; empty where only another voice begins, None where nothing says so."""
    start: float
    """Seconds."""
    end: float


def read_speech(cues: Sequence[Cue]) -> list[Line]:
    """Return the lines that are said, each once, with the voices named before them."""
    named = any(_VOICE.search(raw) for cue in cues for raw, _ in cue.lines)
    # Where voices are tagged, what no tag covers is another's. Where names stand before lines, they hold on.
    lines = list(_without_rolling(line for cue in cues for line in _lines_of(cue, "" if named else None)))
    names = Counter(name for line in lines if (name := _label_name(line.text)))
    return [_with_voice(line, names) for line in lines]


def _lines_of(cue: Cue, nobody: str | None) -> Iterator[Line]:
    voice = nobody
    for raw, offset in cue.lines:
        at = 0
        for match in _VOICE.finditer(raw):
            yield from _line(raw[at : match.start()], offset + at, voice, cue)
            voice, at = make_safe(unescape(match[1])).strip(), match.end()
        yield from _line(raw[at:], offset + at, voice, cue)


def _line(raw: str, offset: int, voice: str | None, cue: Cue) -> Iterator[Line]:
    said = _TAG.sub("", raw)
    text = make_safe(unescape(said)) if "&" in said else said
    bare = text.strip()
    if bare:
        source = offset + raw.index(bare) if text == raw and offset >= 0 else None
        yield Line(bare, source, voice, cue.start, cue.end)


def _without_rolling(lines: Iterator[Line]) -> Iterator[Line]:
    """Leave out lines that still stand from the screen before, and the beginning of one that grows word by word."""
    last: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        shown = [old for old in last if line.start - old.end <= _SAME_SCREEN_SECONDS and line.start > old.start]
        if any(old.text == line.text for old in shown):
            last = [Line(old.text, None, None, old.start, line.end) if old.text == line.text else old for old in last]
            continue
        if waiting is not None:
            grows = waiting in shown and len(waiting.text) > 1 and line.text.startswith(waiting.text)
            if not grows:
                yield waiting
        waiting = line
        last = [*last[-_LAST_LINES:], line]
    if waiting is not None:
        yield waiting


def _label_name(text: str) -> str:
    """Return the name that a line begins with, before a colon."""
    match = _LABEL.match(_DASH.sub("", text, count=1))
    return next((name for name in match.groups() if name), "").strip() if match else ""


def _with_voice(line: Line, names: Counter[str]) -> Line:
    if line.voice is not None:
        return line
    dash = _DASH.match(line.text)
    label = _LABEL.match(line.text, dash.end() if dash else 0)
    voice = "" if dash else None
    at = dash.end() if dash and dash[0].lstrip().startswith(">") else 0
    if label:
        name = next(name for name in label.groups() if name).strip()
        if _is_name(name, names[name]):
            voice, at = name, label.end()
    source = None if line.source_offset is None else line.source_offset + at
    return Line(line.text[at:], source, voice, line.start, line.end)


def _is_name(name: str, count: int) -> bool:
    """Tell whether a label is a name: in capitals, or written as a name and not only once."""
    if name.casefold() in _NO_NAMES or not _NAME.fullmatch(name.title() if name.isupper() else name):
        return False
    return (name.isupper() and len(name) > 1) or count > 1
