"""The cues of SRT and WebVTT: when something is said, and the lines that are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_NUMBER = re.compile(r"\s*\d{1,7}\s*")
_MOST_LINES = 50
_NOT_SHOWN = ("NOTE", "STYLE", "REGION")
_TITLE = re.compile(r"WEBVTT(?:[ \t]+(?:-[ \t]*)?(.*))?")


@dataclass(slots=True)
class Cue:
    """What is shown at once."""

    start: float
    """Seconds."""
    end: float
    lines: list[tuple[str, int]] = field(default_factory=list)
    """Each with the offset it stands at in the source; below 0 where it was put together."""


def read_cues(text: str) -> tuple[str, list[Cue]]:
    """Read the title that a WebVTT may give and every cue, in the order of the file."""
    lines = _lines(text)
    match = _TITLE.match(lines[0][0].strip("\ufeff \t")) if lines else None
    cues: list[Cue] = []
    number: tuple[str, int] | None = None
    is_shown = match is None
    is_new_block = True
    for line, offset in lines[1 if match else 0 :]:
        timing = _TIMING.match(line)
        if timing:
            _take_number(cues, number)
            cues.append(Cue(_seconds(timing, 1), _seconds(timing, 5)))
            is_shown, number = True, None
        elif not line.strip():
            is_new_block = True
            continue
        elif is_new_block and match and line.startswith(_NOT_SHOWN):
            is_shown = False
        elif is_shown and cues:
            # A number may be a cue's own words; the timing line behind it tells.
            is_number = is_new_block and (match is not None or _NUMBER.fullmatch(line))
            number = (line, offset) if is_number else None
            cues[-1].lines.append((line, offset))
        is_new_block = False
    for cue in cues:
        if len(cue.lines) > _MOST_LINES:  # no screen holds them: it is another text
            cue.lines[_MOST_LINES:] = [(" ".join(line for line, _ in cue.lines[_MOST_LINES:]), -1)]
    return (match[1] or "").strip() if match else "", cues


def _take_number(cues: list[Cue], number: tuple[str, int] | None) -> None:
    """Take the line right above a timing, the next cue's number or name, out of the cue before."""
    if number is not None and cues and cues[-1].lines[-1:] == [number]:
        cues[-1].lines.pop()


def _lines(text: str) -> list[tuple[str, int]]:
    lines = []
    offset = 0
    for line in text.split("\n"):
        lines.append((line, offset))
        offset += len(line) + 1
    return lines


def _seconds(timing: re.Match[str], group: int) -> float:
    hours, minutes, seconds, fraction = (timing[group + part] or "0" for part in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")
