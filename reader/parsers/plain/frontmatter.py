"""The lines between a document's start and its first paragraph, and the metadata they give."""

from __future__ import annotations

import re

from reader.model.blocks import BlockKind
from reader.model.metadata import Metadata
from reader.parsers.plain.front import (
    byline_of,
    date_of,
    dateline_of,
    field_of,
    is_agency,
    is_caption,
    is_credit,
    is_date,
    is_name,
    is_salutation,
    is_title,
)
from reader.parsers.plain.headings import is_heading_shaped, is_refused
from reader.parsers.plain.items import label_of
from reader.parsers.plain.words import ends_in_stop, ends_sentence, is_title_case, is_upper_case
from reader.patterns import late_pattern

_MOST_TITLE_LINES = 3
_OPENING_MARKS, _CLOSING_MARKS = ("“", '"', "„", "«"), ("”", '"', "“", "»")
# case: kicker.txt
_KICKERS = frozenset(
    "news|world|world news|politics|business|economy|money|opinion|editorial|comment|analysis|explainer|sport|sports|"
    "culture|arts|life|lifestyle|travel|food|technology|tech|science|health|environment|climate|education|local|"
    "national|nation|international|europe|asia|africa|us|u.s.|us news|uk|uk news|media|law|crime|exclusive|breaking|"
    "breaking news|live|feature|features|interview|obituary|obituaries|investigation|review".split("|")
)
# case: press-release.txt
_NOTICE = late_pattern(r"(?:for immediate release|embargoed|press release|news release|media release)\b", re.IGNORECASE)
_LONG_TITLE_LINE = 45
_MOST_LINES = 6
_LONGEST_LINE = 120
_LONGEST_SHORT_LINE = 80
_PARAGRAPHS_WITH_DATELINE = 3
_GROUPS_WITH_BYLINE = 6


class FrontMatter:
    """Reads title, byline, date and source; open until the first paragraph or heading."""

    def __init__(self) -> None:
        self.is_open = True
        self.expects_title = True
        self._fields: dict[str, str] = {}
        self._extra: list[tuple[str, str]] = []
        self._paragraphs = 0
        self._groups = 0

    def metadata(self) -> Metadata:
        """Return what was read."""
        return Metadata(**self._fields, extra=tuple(self._extra))

    def close(self) -> None:
        """End the front matter."""
        self.is_open = self.expects_title = False

    def pass_paragraph(self, paragraph: str) -> None:
        """Note a paragraph; the first ones may begin with a dateline, and a byline may still stand below them."""
        self.expects_title = False
        self._paragraphs += 1
        if self._paragraphs > _PARAGRAPHS_WITH_DATELINE:
            self.close()
            return
        source, date = dateline_of(" ".join(paragraph[:_LONGEST_LINE].split()))
        self._note("source", source)
        self._note("date", date)

    def take_title(self, title: str) -> None:
        """Note the title."""
        self.expects_title = False
        self._note("title", title)

    def skip_title(self) -> None:
        """Note that the document has no title."""
        self.expects_title = False

    def is_above_title(self, line: str, following: str) -> bool:
        """Tell whether the title is still to come: under “FOR IMMEDIATE RELEASE”, or under a newspaper's “POLITICS”."""
        if _NOTICE.match(line) and len(line) <= _LONGEST_SHORT_LINE:
            return True
        return line.lower() in _KICKERS and is_title(following) and not self._is_known(following)

    def title_lines(self, lines: list[str], following: str) -> int:
        """Count how many of a document's first lines are its title; `following` is what stands under them."""
        first = lines[0]
        if _is_no_title(first):
            return 0
        if len(lines) > 1 and not self._is_known(lines[1]) and len(lines[1]) <= _LONGEST_LINE:
            return len(lines) if _is_wrapped_title(lines) else 0
        return int(is_title(first, has_dateline=any(dateline_of(following[:_LONGEST_LINE]))))

    def kind_of(self, lines: list[str], following: str, *, is_list_next: bool) -> BlockKind | None:
        """Name the block kind of lines over the text: byline, caption, or None when the text begins."""
        first = lines[0]
        if len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
            return None
        self._groups += 1
        self.is_open = self._groups < _GROUPS_WITH_BYLINE
        if self._is_known(first):
            is_title_field = field_of(first)[0] == "title" and len(lines) == 1 and "title" not in self._fields
            return BlockKind.TITLE if is_title_field else BlockKind.BYLINE
        if is_name(first) and is_date(following):
            return BlockKind.BYLINE  # case: name-beside-date.txt
        if is_credit(first):
            return BlockKind.CAPTION
        if len(lines) > 1 or self._paragraphs:
            return None
        if label_of(first) or is_list_next or first.endswith("?") or len(first) > _LONGEST_SHORT_LINE:
            return None
        is_plain_line = is_heading_shaped(first) or not is_refused(first)
        return BlockKind.CAPTION if is_plain_line and first[0].isalpha() and is_caption(first) else None

    def is_caption_anywhere(self, line: str) -> bool:
        """Tell whether a line in the midst of the text is a picture's caption, by its credit."""
        return len(line) <= 2 * _LONGEST_LINE and is_credit(line)

    def read(self, line: str) -> None:
        """Note what a line over the text says."""
        self._note("byline", byline_of(line))
        is_beside_date = is_name(line) and not is_agency(line)
        self._note("byline", line if is_beside_date else "")
        self._note("date", date_of(line))
        self._note("source", line if is_agency(line) else "")
        field, name, value = field_of(line)
        if field == "title":
            self._fields[field] = value  # surer than the first line. case: gutenberg.txt
        elif field:
            self._note(field, value)
        elif name:
            self._extra.append((name.lower(), value))

    def _is_known(self, line: str) -> bool:
        return bool(byline_of(line) or is_date(line) or is_agency(line) or field_of(line)[1])

    def _note(self, field: str, value: str) -> None:
        if value:
            self._fields.setdefault(field, value)


def _is_wrapped_title(lines: list[str]) -> bool:
    """Tell whether several first lines are one title, or a title and the line under it."""
    if len(lines) > _MOST_TITLE_LINES or any(ends_in_stop(line) and line[-1] != ";" for line in lines[:-1]):
        return False
    if lines[0].endswith(";"):
        return True  # case: title-and-subtitle.txt
    is_cased = all(is_title_case(line) or is_upper_case(line) for line in lines)
    # case: title-of-two-lines.txt
    return not ends_in_stop(lines[-1]) and (is_cased or len(lines[0]) > _LONG_TITLE_LINE)


def _is_no_title(line: str) -> bool:
    """Tell whether a first line opens something else: a letter, a list, speech, a byline."""
    is_front = field_of(line)[1] or byline_of(line) or is_date(line) or is_salutation(line)
    is_speech = line.startswith(_OPENING_MARKS) and not (line.endswith(_CLOSING_MARKS) and not ends_sentence(line))
    return bool(is_front or label_of(line) or is_speech or line.startswith((">", "—", "–", "|")))
