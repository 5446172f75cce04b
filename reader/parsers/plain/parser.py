"""Plain text to a document: group by group, front matter first, each part given to the rule that knows it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.parsers.plain import turns
from reader.parsers.plain.divide import Part, PartKind, divide
from reader.parsers.plain.frontmatter import FrontMatter
from reader.parsers.plain.headings import (
    CHAPTER_LEVEL,
    SECTION_LEVEL,
    chapter_level,
    has_chapter_number,
    is_chapter_title,
    is_chapter_without_title,
    is_heading_shaped,
    lone_number,
    numbered_level,
)
from reader.parsers.plain.items import label_of
from reader.parsers.plain.lines import Group, Line, cut_line, find_groups
from reader.parsers.plain.paragraphs import is_one_paragraph, is_wrapped, split_paragraphs
from reader.parsers.plain.preformatted import is_code, underline_level
from reader.parsers.plain.shape import find_shape, is_full
from reader.parsers.plain.words import ends_sentence, is_title_case, is_upper_case
from reader.parsers.plain.writer import BlockWriter
from reader.patterns import late_pattern
from reader.sources.source import Source

# What may begin a line that is no paragraph's; a group without it takes the short way.
_SPECIAL = r"(?:\s|[•●◦‣▪▫■□○∙·*+–>|=~_#(⁂❦—\d-]|[a-z][.)]\s)"
_SPECIAL_FIRST_LINE = late_pattern(_SPECIAL)
_SPECIAL_LATER_LINE = late_pattern(r"\n" + _SPECIAL)
_SPECIAL_INSIDE = ("   ", "\t", "|", " \n")
_SHORT_LINE = 80
_SHORT_GROUP = 240
_CODE_INDENT = 4
# As in Markdown: marks beyond it are shown as text.
_DEEPEST_QUOTE = 50
_MOST_TITLE_LINES = 4
_MOST_CAPTION_LINES = 2
_LEAST_BODY_UNDER_SENTENCE_CASE = 60


def parse(source: Source) -> Document:
    """Parse a plain text."""
    return _PlainParser(source.text).parse()


class _PlainParser:
    """Walks the groups of a source once; what it has seen decides how the next group reads."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shape = find_shape(text)
        self._groups = find_groups(text, every_line=self._shape.is_line_a_paragraph)
        self._index = 0
        self._writer = BlockWriter()
        self._front = FrontMatter()
        self._last_line = ""
        """The last line of the paragraph before, empty after a heading."""
        self._has_chapters = False
        self._has_capitals = False
        self._number = 0
        """The last number that stood alone as a heading."""
        self._write_part: dict[PartKind, Callable[[list[Line]], None]] = {
            PartKind.TEXT: self._write_text,
            PartKind.RULE: self._write_rules,
            PartKind.UNDERLINED: self._write_underlined,
            PartKind.LIST: self._write_list,
            PartKind.QUOTE: self._write_quote,
            PartKind.TABLE: self._write_verbatim,
            PartKind.TURNS: self._write_turns,
        }

    def parse(self) -> Document:
        """Write every group."""
        while self._index < len(self._groups):
            group = self._groups[self._index]
            self._index += 1
            self._write_group(group)
        self._writer.end_turn()
        return self._writer.builder.build(self._front.metadata(), format="text")

    def _write_group(self, group: Group) -> None:
        if self._is_prose(group):
            self._write_prose(group)
            return
        lines = group.lines()
        if self._front.is_open and self._write_front(lines):
            return
        if self._write_chapter(lines) or self._write_heading(lines) or self._write_inside_item(lines):
            return
        self._front.pass_paragraph(group.raw)
        for part in self._divide(lines):
            if part.kind is not PartKind.LIST:
                self._writer.end_lists()
            self._write_part[part.kind](part.lines)

    def _is_prose(self, group: Group) -> bool:
        """Tell at little cost that a group can be nothing but paragraphs: most of a book."""
        is_short = len(group.raw) <= _SHORT_GROUP and (group.is_single or self._front.is_open)
        if is_short or self._shape.turn_styles or _is_special(group.raw):
            return False
        return group.is_single or not chapter_level(group.first)

    def _divide(self, lines: list[Line]) -> list[Part]:
        label = label_of(lines[0].text)
        following = self._following()
        after = label_of(following.first) if following else None
        goes_on = label is not None and (
            self._writer.goes_on_with(label) or (after is not None and label.is_followed_by(after))
        )
        return divide(lines, self._shape, goes_on=goes_on)

    def _following(self, distance: int = 0) -> Group | None:
        index = self._index + distance
        return self._groups[index] if index < len(self._groups) else None

    # -- what stands over the text ---------------------------------------------------------------

    def _write_front(self, lines: list[Line]) -> bool:
        following = self._following()
        if self._front.expects_title:
            return self._write_title(lines, following)
        under = following.first if following else ""
        kind = self._front.kind_of(
            [line.text for line in lines], under, is_list_next=is_body(following) and self._starts_list(following)
        )
        if kind is None:
            return False
        for line in lines:
            self._writer.leaf(kind, [line])
            self._front.read(line.text)
        return True

    def _starts_list(self, group: Group | None) -> bool:
        return group is not None and label_of(group.first) is not None

    def _write_title(self, lines: list[Line], following: Group | None) -> bool:
        if chapter_level(lines[0].text) or self._is_voice(lines[0].text):
            self._front.close()
            return False
        if len(lines) > 1 and underline_level(lines[1].text, lines[0].text):
            self._front.take_title(lines[0].text)
            self._writer.leaf(BlockKind.TITLE, lines[:1])
            self._write_rest(lines[2:])
            return True
        under = following.first if following else ""
        if len(lines) == 1 and self._front.is_above_title(lines[0].text, under):
            self._writer.leaf(BlockKind.BYLINE, lines)
            return True
        count = self._front.title_lines([line.text for line in lines], under) if under or len(lines) > 1 else 0
        if not count:
            self._front.skip_title()
            return self._write_front(lines)
        self._front.take_title(" ".join(line.text for line in lines[:count]))
        self._writer.leaf(BlockKind.TITLE, lines[:count])
        self._write_rest(lines[count:])
        return True

    def _is_voice(self, line: str) -> bool:
        return turns.label_of(line, self._shape.turn_styles).strip() in self._shape.voices

    def _write_rest(self, lines: list[Line]) -> None:
        """Write the lines that stand right under the title."""
        if lines and not self._write_front(lines):
            for part in self._divide(lines):
                self._write_part[part.kind](part.lines)

    # -- headings --------------------------------------------------------------------------------

    def _write_chapter(self, lines: list[Line]) -> bool:
        first = lines[0].text
        level = chapter_level(first)
        if not level or self._is_contents(lines, level):
            return False
        self._has_chapters = True
        title = self._chapter_title(lines)
        self._add_heading(title, level, is_joined=False)
        rest = [line for line in lines if line not in title]
        if rest:
            self._write_text(rest)
        return True

    def _is_contents(self, lines: list[Line], level: int) -> bool:
        """Tell whether the line is one of a table of contents: another of its level follows at once."""
        # case: book-contents.txt, book-contents-spaced.txt
        if not has_chapter_number(lines[0].text):
            return False
        if len(lines) > 1:
            return chapter_level(lines[1].text) == level
        following = self._following()
        return following is not None and following.is_single and chapter_level(following.first) == level

    def _chapter_title(self, lines: list[Line]) -> list[Line]:
        """Find the lines of a chapter's heading: its number, and its title on the next line or in the next group."""
        if not is_chapter_without_title(lines[0].text):
            return lines[: _wrapped_title_lines(lines, self._shape.width)]
        if len(lines) > 1:
            is_title = len(lines) <= 3 and all(is_chapter_title(line.text) for line in lines[1:])
            return lines if is_title else lines[:1]
        following = self._following()
        if not following or not following.is_single or not self._following(1):
            return lines
        if chapter_level(following.first) or not is_chapter_title(following.first):
            return lines
        self._index += 1
        return [*lines, *following.lines()]

    def _write_heading(self, lines: list[Line]) -> bool:
        if len(lines) != 1:
            return False
        line = lines[0]
        level = self._number_level(line.text) or self._heading_level(line.text)
        if not level:
            return False
        self._has_capitals = self._has_capitals or is_upper_case(line.text)
        self._front.close()
        self._add_heading(lines, level)
        return True

    def _add_heading(self, lines: list[Line], level: int, *, is_joined: bool = True) -> None:
        self._front.close()
        self._writer.end_turn()
        self._writer.leaf(BlockKind.HEADING, lines, level=level, is_joined=is_joined)
        self._last_line = ""

    def _number_level(self, line: str) -> int:
        number = lone_number(line)
        if not number or number not in {1, self._number + 1} or not is_body(self._following()):
            return 0
        if self._last_line and not ends_sentence(self._last_line):
            return 0  # case: page-numbers.txt
        self._number = number
        return SECTION_LEVEL if self._has_chapters else CHAPTER_LEVEL

    def _heading_level(self, line: str) -> int:
        """Return the level of an inferred heading, 0 when what stands around the line speaks against one."""
        following = self._following()
        if following is None or not is_heading_shaped(line) or not self._has_room(line, following):
            return 0
        if turns.label_of(line, self._shape.turn_styles):
            return 0  # case: interview-names.txt
        if self._last_line and not ends_sentence(self._last_line) and len(self._last_line) <= _SHORT_LINE:
            return 0
        is_capital = is_upper_case(line)
        if line.endswith("?") and not (is_capital or self._shape.has_questions):
            return 0  # case: rhetorical-question.txt
        if self._has_chapters and not is_capital:
            return 0  # case: book-inscription.txt
        # case: headings-in-capitals.txt
        below_capitals = self._has_capitals and not is_capital
        return numbered_level(line) or CHAPTER_LEVEL + self._has_chapters + below_capitals

    def _has_room(self, line: str, following: Group) -> bool:
        """Tell whether text follows, or a heading of a lower kind and then text."""
        # case: short-paragraphs-many.txt, heading-then-subheading.txt, headings-sentence-case.txt
        if is_body(following):
            is_cased = is_upper_case(line) or is_title_case(line) or numbered_level(line) > 0
            return is_cased or len(following.raw) >= _LEAST_BODY_UNDER_SENTENCE_CASE or self._starts_list(following)
        is_higher = is_upper_case(line) > is_upper_case(following.first) or numbered_level(line) > 0
        return is_higher and is_heading_shaped(following.first) and is_body(self._following(1))

    # -- everything else -------------------------------------------------------------------------

    def _write_inside_item(self, lines: list[Line]) -> bool:
        """Write a further paragraph of the item that is open."""
        is_inside = all(self._writer.is_inside_item(line.indent) for line in lines)
        if not is_inside or label_of(lines[0].text):
            return False
        self._write_paragraphs(lines)
        return True

    def _write_prose(self, group: Group) -> None:
        """Write a group that has no special line and no blank at either end of a line."""
        self._front.pass_paragraph(group.raw)
        self._writer.end_lists()
        lines = group.raw.split("\n")
        if len(lines) == 1 or is_one_paragraph(lines, self._shape.width):
            self._writer.raw_paragraph(group.raw, group.start)
            self._last_line = lines[-1]
        else:
            self._write_paragraphs(group.lines())

    def _write_text(self, lines: list[Line]) -> None:
        if len(lines) <= _MOST_CAPTION_LINES and all(self._front.is_caption_anywhere(line.text) for line in lines):
            for line in lines:
                self._writer.leaf(BlockKind.CAPTION, [line])
        # case: indented-code.txt, indented-quote.txt, poem-in-article.txt
        elif min(line.indent for line in lines) < self._shape.indent + _CODE_INDENT:
            self._write_paragraphs(lines)
        elif is_code(lines):
            self._write_verbatim(lines)
        elif len(lines) > 1 and is_wrapped([line.text for line in lines], 0):
            self._writer.quote_to(1)
            self._write_paragraphs(lines, width=0)
            self._writer.quote_to(0)
        else:
            self._write_paragraphs(lines)

    def _write_paragraphs(self, lines: list[Line], width: int | None = None) -> None:
        for paragraph in split_paragraphs(lines, self._shape.width if width is None else width):
            self._writer.leaf(BlockKind.PARAGRAPH, paragraph.lines, is_joined=paragraph.is_joined)
        self._last_line = lines[-1].text

    def _write_rules(self, lines: list[Line]) -> None:
        self._writer.end_turn()
        for line in lines:
            self._writer.rule(line)
        self._last_line = ""

    def _write_underlined(self, lines: list[Line]) -> None:
        self._add_heading(lines[:1], underline_level(lines[1].text, lines[0].text))

    def _write_verbatim(self, lines: list[Line]) -> None:
        self._writer.verbatim(lines, self._text)
        self._last_line = ""

    def _write_list(self, lines: list[Line]) -> None:
        for run in _runs(lines, lambda line: label_of(line.text) is not None):
            label = label_of(run[0].text)
            if label is not None:
                self._writer.item(label, run)
        self._last_line = ""

    def _write_turns(self, lines: list[Line]) -> None:
        for run in _runs(lines, lambda line: bool(turns.label_of(line.text, self._shape.turn_styles))):
            self._writer.turn(turns.label_of(run[0].text, self._shape.turn_styles), run)
        self._last_line = ""

    def _write_quote(self, lines: list[Line]) -> None:
        """Write lines marked with “>”: one block quote a mark, the marks left out."""
        depth = 0
        waiting: list[Line] = []
        for line in lines:
            marks, inner = _unquote(line)
            if waiting and (marks != depth or not inner.text):
                self._write_paragraphs(waiting)
                waiting = []
            self._writer.quote_to(marks)
            depth = marks
            if inner.text:
                waiting.append(inner)
        if waiting:
            self._write_paragraphs(waiting)
        self._writer.quote_to(0)


def _is_special(raw: str) -> bool:
    return bool(
        any(sign in raw for sign in _SPECIAL_INSIDE)
        or _SPECIAL_FIRST_LINE.match(raw)
        or _SPECIAL_LATER_LINE.search(raw)
    )


def is_body(group: Group | None) -> bool:
    """Tell whether a group is text that may stand under a heading, rather than another short line."""
    if group is None:
        return False
    first = group.first
    if not group.is_single or len(first) > _SHORT_LINE or ends_sentence(first) or label_of(first):
        return True
    return first.startswith(("“", '"', "„", "«", ">", "|", "—")) or ":" in first[:40]


def _wrapped_title_lines(lines: list[Line], width: int) -> int:
    """Count the lines of a chapter's heading that is too long for one: all but the last are full."""
    if not width or len(lines) > _MOST_TITLE_LINES:
        return 1
    is_wrapped = all(is_full(line.text, after.text, int(width * 0.8)) for line, after in pairwise(lines))
    return len(lines) if is_wrapped else 1


def _runs(lines: list[Line], is_start: Callable[[Line], bool]) -> list[list[Line]]:
    """Cut lines before each one that starts something; the first always does."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or is_start(line):
            runs.append([line])
        else:
            runs[-1].append(line)
    return runs


def _unquote(line: Line) -> tuple[int, Line]:
    """Count the marks before a quoted line and cut them off."""
    body = line.text
    depth = 0
    while body.startswith(">") and depth < _DEEPEST_QUOTE:
        depth += 1
        body = body[1:].lstrip()
    inner = cut_line(body, line.end - len(body))
    inner.newline = line.newline
    return depth, inner
