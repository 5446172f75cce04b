"""The turns of transcripts and interviews: “NAME: ”, “Q: ”, “MR. SMITH: ” at the start of a line."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from reader.patterns import late_pattern

# case: transcript-capitals.txt, transcript-names.txt, interview-letters.txt, transcript-timestamps.txt
_LABEL = late_pattern(
    r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s{1,4})?"  # 00:12:31
    r"(?P<name>[^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){0,4})"
    r"(?P<role>, [^:\n()]{1,60})?"
    r"(?: ?[(\[][^()\[\]\n]{1,40}[)\]])?"  # (voice-over)
    r":(?:\s+|$)"
)
# case: transcript-court.txt
_COURT_LABEL = late_pattern(r"(?P<name>[QA])\.\s+(?=\S)")
_NAME_PARTICLES = frozenset("de da der den del la le van von bin al of the and".split())
# Labels that begin a line of an article without anybody speaking.
# case: note-is-no-turn.txt
_NOT_A_VOICE = frozenset(
    "note correction update updated clarification photo photos image credit caption source sources title author date "
    "subject from to cc re by editor’s editor's translator contact media tel phone email e-mail web website ps p.s "
    "release language character encoding posted published summary abstract keywords related read more warning example "
    "watch also http https ingredients directions address price details location when where who what why how "
    "message-id content-type content-disposition mime-version received return-path reply-to sender "
    "attention tags category topics isbn".split()
)
_LONGEST_LABEL = 100
_LEAST_TURNS = 3
_LEAST_NAMED_TURNS = 4


class TurnStyle(Enum):
    """How a transcript writes who speaks; a document shows which of them it uses."""

    LETTER = "Q:"
    COURT = "Q."
    CAPITALS = "MR. SMITH:"
    NAME = "Jane Doe:"


def label_of(line: str, styles: frozenset[TurnStyle]) -> str:
    """Cut the label off the start of a line, its white space included; empty when the line begins no turn."""
    found = _find_label(line)
    return found[0] if found and found[2] in styles else ""


def find_turn_styles(lines: list[str]) -> frozenset[TurnStyle]:
    """Find the styles several lines show: enough turns, two voices, one of which comes back."""
    may_have_labels = [line for line in lines if ":" in line[:_LONGEST_LABEL] or line.startswith(("Q.", "A."))]
    if len(may_have_labels) < _LEAST_TURNS:
        return frozenset()  # most articles: the patterns need not be made
    labels = [found for found in map(_find_label, may_have_labels) if found]
    return frozenset(
        style for style in TurnStyle if _is_shown(style, [name for _, name, its in labels if its is style])
    )


def find_voices(lines: list[str], styles: frozenset[TurnStyle]) -> frozenset[str]:
    """Find the labels that come back."""
    labels = Counter(label for label in (label_of(line, styles).strip() for line in lines) if label)
    return frozenset(label for label, count in labels.items() if count > 1)


def _is_shown(style: TurnStyle, names: list[str]) -> bool:
    least = _LEAST_NAMED_TURNS if style is TurnStyle.NAME else _LEAST_TURNS
    voices = Counter(names)
    return len(names) >= least and len(voices) >= 2 and max(voices.values()) >= 2


def _find_label(line: str) -> tuple[str, str, TurnStyle] | None:
    if ":" not in line[:_LONGEST_LABEL]:
        court = _COURT_LABEL.match(line)
        return (court[0], court["name"], TurnStyle.COURT) if court else None
    match = _LABEL.match(line)
    if not match:
        return None
    style = _style_of(match["name"], match["role"] or "")
    rest = line[match.end() :]
    if style is TurnStyle.NAME and rest and not any(map(str.isalpha, rest)):
        return None  # case: results-are-no-turns.txt
    return (match[0], match["name"], style) if style else None


def _style_of(name: str, role: str) -> TurnStyle | None:
    words = name.split()
    if words[0].lower().rstrip(".") in _NOT_A_VOICE:
        return None
    if len(name) == 1:
        return TurnStyle.LETTER if name.isupper() else None
    if name.isupper():
        return TurnStyle.CAPITALS
    named = all(word[0].isupper() or word[0].isdigit() or word in _NAME_PARTICLES for word in words)
    return TurnStyle.NAME if named and not role else None
