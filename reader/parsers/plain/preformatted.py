"""Lines whose white space means something: tables drawn with bars or aligned columns, code, rules."""

from __future__ import annotations

from collections.abc import Sequence

from reader.parsers.plain.lines import Line
from reader.parsers.plain.words import ends_in_stop
from reader.patterns import late_pattern

_RULE = late_pattern(r"(?:(?P<mark>[*_=#~•·-])(?: *(?P=mark)){2,}|[—–]{3,}|⁂|❦)$")
_UNDERLINE = late_pattern(r"(?:={3,}|-{3,}|~{3,})$")
# case: table-with-bars.txt, bars-in-prose.txt
_TABLE_BORDER = late_pattern(r"[+|][-=+|: ]{3,}[+|]$")
_GAP = late_pattern(r"(?<=\S)(?: {2,}|\t+)(?=\S)")
_CODE_SIGN = late_pattern(
    r"[{};]\s*$|^\s*[}\])]|=>|->|::|==|!=|&&|\|\||\w\(.*\)\s*[;:{]?$|^\s*(?:def|class|import|from|return|if|for|while|"
    r"function|var|let|const|#include|public|private|echo|sudo|git|pip)\b.*[:;({=/]|^\s*[$>%] \S|^\s*\w+ ?= ?\S"
)
_LEAST_COLUMN_LINES = 3
_LEAST_BARS = 2
_CODE_SHARE = 0.5


def is_rule(line: str) -> bool:
    """Tell whether the line is a rule between two parts of a text: “* * *”, “---”."""
    return bool(_RULE.match(line))


def underline_level(line: str, over: str) -> int:
    """Return the heading level a line drawn under `over` gives it, 0 when it is no underline."""
    if not _UNDERLINE.match(line) or not over or is_rule(over) or ends_in_stop(over):
        return 0  # case: rule-under-paragraph.txt
    is_as_long = len(over) - 3 <= len(line) <= len(over) + 12
    return (1 if line[0] == "=" else 2) if is_as_long else 0


def find_table_lines(texts: Sequence[str]) -> list[bool]:
    """Tell of each line whether it is a row or border of a table drawn with bars; one with two bars may be prose."""
    bars = [text.count("|") for text in texts]
    return [
        (text.startswith(("|", "+")) and (text.endswith("|") or bool(_TABLE_BORDER.match(text))))
        or (count >= _LEAST_BARS and count in (*bars[max(0, index - 1) : index], *bars[index + 1 : index + 2]))
        for index, (text, count) in enumerate(zip(texts, bars, strict=True))
    ]


def is_aligned(lines: Sequence[Line]) -> bool:
    """Tell whether the lines have a column gap in common, as a table set with spaces has."""
    # case: table-with-columns.txt
    if len(lines) < _LEAST_COLUMN_LINES:
        return False
    shared: set[int] | None = None
    for line in lines:
        edges = {gap.end() + line.indent for gap in _GAP.finditer(line.text)}
        edges |= {-gap.start() - line.indent for gap in _GAP.finditer(line.text) if "\t" not in gap[0]}
        edges |= {1_000_000 + index for index, gap in enumerate(_GAP.findall(line.text)) if "\t" in gap}
        shared = edges if shared is None else shared & edges
        if not shared:
            return False
    return True


def is_code(lines: Sequence[Line]) -> bool:
    """Tell whether the lines look like a program or a shell session."""
    return sum(bool(_CODE_SIGN.search(line.text)) for line in lines) >= _CODE_SHARE * len(lines)
