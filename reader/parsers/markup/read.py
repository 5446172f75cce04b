"""The walk over a tree of HTML that writes what a reader sees of it. It recurses into cells of data only."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from lxml import etree

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.inlines import InlineKind
from reader.parsers.markup import preformatted
from reader.parsers.markup.elements import BLOCKS, HEADINGS, INLINES, is_hidden
from reader.parsers.markup.lists import BULLET, Numbering
from reader.parsers.markup.notes import Notes, find_notes
from reader.parsers.markup.quotemarks import MARKS, marks_of
from reader.parsers.markup.tables import cells_of, is_data
from reader.parsers.markup.tree import Element, parse_tree, texts_in
from reader.parsers.markup.words import collapse, lowered, raised
from reader.parsers.markup.writer import MarkupWriter
from reader.sources.safe import make_safe

_Leave = Callable[[], None]
_LONGEST_HEADING = 500
_MOST_PARTS = 100
"""Looked at of a heading: headings that nobody closes stand in each other."""
_LONGEST_SIGNATURE = 200
_LONGEST_TARGET = 4000
_DASHES = ("-", "–", "—", "―", "~")
_NOT_FOLLOWED = ("javascript:", "data:", "vbscript:", "blob:")
_FILE_NAME = re.compile(r"[\w%.-]+\.\w{2,5}|[\w-]*\d{3,}[\w-]*", re.ASCII)
_NEARBY = 50
"""Elements looked at to tell whether there are words."""
_RULE = "---"


@dataclass(frozen=True, slots=True)
class Written:
    """What `read_markup` knows when it has written."""

    anchors: Mapping[str, int]
    """Where each `id` (and `<a name>`) stands: the offset of the first text in or behind it."""
    wrote_any: bool
    """False when there was no text to show."""


def read_markup(
    markup: str | Element,
    builder: DocumentBuilder,
    *,
    base: str = "",
    language: str = "",
    level_shift: int = 0,
    kinds: Mapping[Element, BlockKind | None] | None = None,
) -> Written:
    """Write what a reader sees of HTML (its text, or a tree of `parse_tree`) into a document.

    `base` is the address that relative links lead from. `language` decides the marks of `<q>` where no `lang` does.
    `level_shift` makes every heading so much deeper (of a chapter under a part). `kinds` says what single elements are,
    whatever their tag (a title, a byline, a turn's paragraph), None that they are not to be shown; for these the
    elements of a tree are needed.

    Call it several times on one builder for the parts of a book. Everything it writes is safe to show. It gives the
    builder no source offsets: a tree does not know them.
    """
    root = parse_tree(markup) if isinstance(markup, str) else markup
    writer = MarkupWriter(builder)
    _Walk(writer, find_notes(root), base, language, level_shift, kinds or {}).run(root)
    writer.finish()
    return Written(writer.anchors, writer.wrote_any)


class _Walk:
    """Goes through the tree once: what an element begins it also ends, in reverse."""

    def __init__(
        self,
        writer: MarkupWriter,
        notes: Notes,
        base: str,
        language: str,
        level_shift: int,
        kinds: Mapping[Element, BlockKind | None],
    ) -> None:
        self._writer = writer
        self._notes = notes
        self._base = base
        self._language = language
        self._level_shift = level_shift
        self._kinds = kinds
        self._numberings: list[Numbering | None] = []
        self._quotes: list[Element] = []
        self._quote_depth = 0
        self._terms: list[_Terms] = []
        self._captioned: dict[Element, bool] = {}
        self._enter_by_tag: dict[str, Callable[[Element], _Leave | None]] = {
            **dict.fromkeys(HEADINGS, self._enter_heading),
            **dict.fromkeys(("ul", "ol", "menu", "dir"), self._enter_list),
            "li": self._enter_item,
            "blockquote": self._enter_quote,
            "figure": self._enter_figure,
            "figcaption": self._enter_caption,
            "caption": self._enter_caption,
            "footer": self._enter_footer,
            "cite": self._enter_cite,
            "table": self._enter_table,
            "dl": self._enter_terms,
            "dt": self._enter_term,
            "dd": self._enter_definition,
            "q": self._enter_q,
            "a": self._enter_link,
            "img": self._enter_image,
            "amp-img": self._enter_image,
            "math": self._enter_math,
            "sup": self._enter_small,
            "sub": self._enter_small,
            "rt": self._enter_reading,
            "br": self._enter_break,
            "hr": self._enter_rule,
            "pre": self._enter_preformatted,
        }

    def run(self, root: Element) -> None:
        """Write an element and all in it."""
        leaves: list[_Leave | None] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                leave = self._enter(element)
                leaves.append(leave)
                if leave is None:
                    walk.skip_subtree()
                elif element.text:
                    self._writer.add_text(element.text)
            else:
                leave = leaves.pop()
                if leave is not None:
                    leave()
                if element.tail and element is not root:
                    self._writer.add_text(element.tail)

    def _enter(self, element: Element) -> _Leave | None:
        """Begin an element; returns what ends it, or None when nothing in it is to be walked."""
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                self._writer.note_anchor(name)
        if is_hidden(element):
            return None
        if element in self._kinds:
            return self._enter_kind(self._kinds[element])
        if element in self._notes.bodies:
            return self._enter_footnote(self._notes.bodies[element])
        enter = self._enter_by_tag.get(element.tag)
        if enter is not None:
            return enter(element)
        if element.get("role") == "heading":
            return self._enter_heading(element)
        if element.tag in INLINES:
            return self._begin_inline(INLINES[element.tag])
        return self._enter_block() if element.tag in BLOCKS else _nothing

    # -- blocks ----------------------------------------------------------------------------------

    def _enter_block(self) -> _Leave:
        self._writer.end_block()
        return self._writer.end_block

    def _enter_kind(self, kind: BlockKind | None) -> _Leave | None:
        return None if kind is None else self._begin_kind(kind)

    def _begin_kind(self, kind: BlockKind, level: int = 0) -> _Leave:
        self._writer.end_block()
        before = self._writer.set_kind(kind, level)

        def leave() -> None:
            self._writer.close_block()
            self._writer.set_kind(*before)

        return leave

    def _begin_container(self, kind: BlockKind, label: str = "") -> _Leave:
        if self._writer.is_one_line:
            return self._enter_block()
        self._writer.open_container(kind, label)
        return self._writer.close_container

    def _enter_heading(self, element: Element) -> _Leave:
        length = sum(map(len, texts_in(element, _MOST_PARTS)))
        if self._writer.is_one_line or length > _LONGEST_HEADING or any(True for _ in element.iter("p", "ul", "table")):
            return self._enter_block()
        level = HEADINGS.get(element.tag) or _level(element.get("aria-level"))
        return self._begin_kind(BlockKind.HEADING, max(1, min(level + self._level_shift, 6)))

    def _enter_list(self, element: Element) -> _Leave:
        if any(item in self._notes.bodies for item in element.iterchildren("li")):
            return self._enter_block()
        self._numberings.append(Numbering(element))
        close = self._begin_container(BlockKind.LIST)

        def leave() -> None:
            close()
            self._numberings.pop()

        return leave

    def _enter_item(self, element: Element) -> _Leave:
        numbering = self._numberings[-1] if self._numberings else None
        if numbering is not None:
            return self._begin_container(BlockKind.ITEM, numbering.label(element))
        close_list = self._begin_container(BlockKind.LIST)
        close_item = self._begin_container(BlockKind.ITEM, BULLET)

        def leave() -> None:
            close_item()
            close_list()

        return leave

    def _enter_footnote(self, mark: str) -> _Leave:
        return self._begin_container(BlockKind.FOOTNOTE, f"[{collapse(mark)}] ")

    def _enter_rule(self, element: Element) -> _Leave | None:
        if not self._writer.is_one_line:
            self._writer.add_block(BlockKind.RULE, _RULE)
        return None

    def _enter_preformatted(self, element: Element) -> _Leave | None:
        text = preformatted.text_of(element)
        paragraphs = preformatted.paragraphs_of(element, text)
        if not text.strip():
            return None
        if self._writer.is_one_line or paragraphs is not None:
            for paragraph in paragraphs or [text]:
                self._writer.end_block()
                self._writer.add_text(paragraph)
            self._writer.end_block()
        else:
            self._writer.add_code(text, make_safe(preformatted.language_of(element)))
        return None

    # -- quotations ------------------------------------------------------------------------------

    def _enter_quote(self, element: Element) -> _Leave:
        if self._quotes and element.getparent() is self._quotes[-1] and self._quotes[-1].tag == "figure":
            return self._enter_block()
        return self._begin_quote(element)

    def _begin_quote(self, element: Element) -> _Leave:
        self._quotes.append(element)
        close = self._begin_container(BlockKind.QUOTE)

        def leave() -> None:
            close()
            self._quotes.pop()

        return leave

    def _enter_figure(self, element: Element) -> _Leave:
        """Begin a figure; one that holds a block quote and its source is a block quote as a whole."""
        is_quotation = element.find("blockquote") is not None and element.find("figcaption") is not None
        return self._begin_quote(element) if is_quotation else self._enter_block()

    def _enter_caption(self, element: Element) -> _Leave:
        if self._quotes and element.getparent() is self._quotes[-1]:
            return self._begin_signature(element)
        return self._enter_block() if self._writer.is_one_line else self._begin_kind(BlockKind.CAPTION)

    def _enter_footer(self, element: Element) -> _Leave:
        return self._begin_signature(element) if self._is_end_of_quote(element) else self._enter_block()

    def _enter_cite(self, element: Element) -> _Leave:
        if self._is_end_of_quote(element) and not self._is_in_signature(element):
            return self._begin_signature(element)
        return self._begin_inline(INLINES["cite"])

    def _is_end_of_quote(self, element: Element) -> bool:
        """Tell whether nothing of the block quote stands behind the element."""
        quote = self._quotes[-1] if self._quotes else None
        while quote is not None and element is not None and element is not quote:
            if (element.tail or "").strip() or any(_has_words(later) for later in islice(element.itersiblings(), 5)):
                return False
            element = element.getparent()
        return quote is not None and element is quote

    def _is_in_signature(self, element: Element) -> bool:
        return any(around.tag in {"footer", "figcaption"} for around in element.iterancestors())

    def _begin_signature(self, element: Element) -> _Leave:
        """Begin the line that says whose words a block quote holds, behind a dash."""
        self._writer.end_block()
        text = "".join(texts_in(element, 100)).strip()
        if text and len(text) <= _LONGEST_SIGNATURE and not text.startswith(_DASHES):
            self._writer.add_text("— ")
        return self._writer.end_block

    def _enter_q(self, element: Element) -> _Leave:
        text = next((piece.strip() for piece in texts_in(element, 20) if piece.strip()), "")
        if text[:1] in MARKS or not text:
            return _nothing
        opening, closing = marks_of(self._language_of(element), self._quote_depth)
        self._writer.add_opening(opening)
        self._quote_depth += 1

        def leave() -> None:
            self._quote_depth -= 1
            self._writer.add_glued(closing)

        return leave

    def _language_of(self, element: Element) -> str:
        while element is not None:
            language = element.get("lang") or element.get("xml:lang")
            if language:
                return str(language)
            element = element.getparent()
        return self._language

    # -- tables, definitions ---------------------------------------------------------------------

    def _enter_table(self, element: Element) -> _Leave | None:
        if self._writer.is_one_line or not is_data(element):
            return self._enter_block()
        for caption in islice(element.iterchildren("caption"), 1):
            leave = self._begin_kind(BlockKind.CAPTION)
            self.run(caption)
            leave()
        self._writer.open_container(BlockKind.TABLE)
        for row in cells_of(element):
            self._writer.open_container(BlockKind.ROW)
            before = self._writer.set_kind(BlockKind.CELL)
            for index, cell in enumerate(row):
                self._writer.add_cell(index == 0, cell.info)
                if cell.element is not None:
                    self.run(cell.element)
            self._writer.set_kind(*before)
            self._writer.close_container()
        self._writer.close_container()
        return None

    def _enter_terms(self, element: Element) -> _Leave:
        close = self._begin_container(BlockKind.LIST)
        terms = _Terms(self._writer.depth)
        self._terms.append(terms)

        def leave() -> None:
            self._end_term(terms)
            self._terms.remove(terms)
            close()

        return leave

    def _enter_term(self, element: Element) -> _Leave:
        """Begin a term; the definitions behind it stand in its item."""
        terms = self._terms[-1] if self._terms else None
        if terms is not None and not self._writer.is_one_line:
            if terms.has_definition:
                self._end_term(terms)
            if not terms.is_open and self._writer.depth == terms.depth:
                self._writer.open_container(BlockKind.ITEM, BULLET)
                terms.is_open = True
        self._writer.end_block()
        close = self._begin_inline(InlineKind.STRONG)

        def leave() -> None:
            close()
            self._writer.end_block()

        return leave

    def _enter_definition(self, element: Element) -> _Leave:
        if self._terms:
            self._terms[-1].has_definition = True
        return self._enter_block()

    def _end_term(self, terms: _Terms) -> None:
        if terms.is_open and self._writer.depth == terms.depth + 1:
            self._writer.close_container()
            terms.is_open = terms.has_definition = False

    # -- words in a line -------------------------------------------------------------------------

    def _begin_inline(self, kind: InlineKind, target: str = "") -> _Leave:
        self._writer.open_inline(kind, target)
        return self._writer.close_inline

    def _enter_link(self, element: Element) -> _Leave | None:
        if element in self._notes.back_links:
            return None
        mark = self._notes.marks.get(element)
        if mark is not None:
            self._writer.add_reference(f"[{collapse(mark)}]")
            return None
        target = self._target(element.get("href"))
        return self._begin_inline(InlineKind.LINK, target) if target else _nothing

    def _target(self, written: str | None) -> str:
        """Return where a link leads, in full where a base is known; nothing for one that leads to a program."""
        bare = re.sub(r"[\t\n\r]", "", written or "").strip()
        if not bare or len(bare) > _LONGEST_TARGET or bare.lower().startswith(_NOT_FOLLOWED):
            return ""
        try:
            return make_safe(urljoin(self._base, bare) if self._base and not bare.startswith("#") else bare)
        except ValueError:
            return make_safe(bare)

    def _enter_image(self, element: Element) -> _Leave | None:
        description = collapse(element.get("alt") or "").strip()
        if not description or _FILE_NAME.fullmatch(description) or self._has_caption(element):
            return None
        target = self._target(element.get("src") or element.get("data-src"))
        is_alone = not self._writer.is_one_line and _stands_alone(element)
        leave = self._begin_kind(BlockKind.CAPTION) if is_alone else _nothing
        end_image = self._begin_inline(InlineKind.IMAGE, target)
        self._writer.add_text(description)
        end_image()
        leave()
        return None

    def _has_caption(self, image: Element) -> bool:
        figure = next((around for around in islice(image.iterancestors(), 6) if around.tag == "figure"), None)
        if figure is None:
            return False
        if figure not in self._captioned:
            self._captioned[figure] = any(map(_has_words, figure.iter("figcaption")))
        return self._captioned[figure]

    def _enter_math(self, element: Element) -> _Leave | None:
        written = element.get("alttext")
        if not written:
            return _nothing
        self._writer.add_text(written)
        return None

    def _enter_small(self, element: Element) -> _Leave | None:
        """Write a raised or lowered number as such; what holds more than words is walked."""
        if len(element) or not (element.text or "").strip():
            return _nothing
        write = raised if element.tag == "sup" else lowered
        self._writer.add_text(write(element.text.strip()))
        return None

    def _enter_reading(self, element: Element) -> _Leave | None:
        """Write how a Chinese character is read behind it, in brackets."""
        text = "".join(element.itertext()).strip()
        if text:
            self._writer.add_text(f"({text})")
        return None

    def _enter_break(self, element: Element) -> _Leave | None:
        self._writer.break_line()
        return None


@dataclass(slots=True, eq=False)
class _Terms:
    """A list of definitions that is being written."""

    depth: int
    is_open: bool = False
    has_definition: bool = False


def _nothing() -> None:
    """End what began nothing."""


def _level(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) == 1 else 2


def _has_words(element: Element) -> bool:
    return any(piece.strip() for piece in texts_in(element, _NEARBY))


def _stands_alone(image: Element) -> bool:
    around = image.getparent()
    while around is not None and around.tag in {"a", "picture", "span"}:
        around = around.getparent()
    return around is None or not _has_words(around)
