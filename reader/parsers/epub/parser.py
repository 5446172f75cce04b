"""A book to a document: its chapters in reading order, its contents list as headings, nothing that stops it."""

from __future__ import annotations

from reader.errors import SourceError
from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.epub.archive import Archive
from reader.parsers.epub.contents import read_contents
from reader.parsers.epub.headings import first_blocks, name_sections, same_words
from reader.parsers.epub.package import Package, read_package
from reader.parsers.markup import Element, parse_tree, read_markup
from reader.sources.declared import find_declared_charset
from reader.sources.decode import decode
from reader.sources.safe import make_safe
from reader.sources.source import Source

_MOST_WARNINGS = 20


def parse(source: Source) -> Document:
    """Parse a book; raises `SourceError` when it is none, or encrypted."""
    return _Book(source).read(source.most_characters)


class _Book:
    def __init__(self, source: Source) -> None:
        self._place = source.place
        self._archive = Archive(source.data, source.place)
        self._package: Package = read_package(self._archive, source.place)
        self._contents = read_contents(self._archive, self._package)
        self._builder = DocumentBuilder()
        self._shift = 0
        self._unread = 0

    def read(self, characters: int) -> Document:
        """Write chapter after chapter, until there are so many characters; 0 means all."""
        metadata = self._package.metadata
        is_begun = is_front = False
        for path in self._chapters():
            if characters and self._builder.offset > characters:
                break
            root = self._load(path)
            if root is None:
                continue
            kinds: dict[Element, BlockKind | None] = {}
            if not is_begun:
                kinds = _front_kinds(root, metadata)
                if not _is_title_page(root, metadata):
                    self._write_title(metadata)
            elif is_front:
                kinds = _repeated_title(root, metadata)
            is_front = not is_begun and all(element in kinds for element, _ in first_blocks(root, 9))
            is_begun = True
            self._shift = name_sections(root, self._contents.get(path, ()), self._shift)
            read_markup(root, self._builder, language=self._package.language, level_shift=self._shift, kinds=kinds)
        if not self._builder.offset:
            raise SourceError(self._place, "there is nothing in the book to read, perhaps only pictures")
        if self._unread > _MOST_WARNINGS:
            self._package.warnings.append(f"{self._unread - _MOST_WARNINGS} more chapters cannot be read.")
        return self._builder.build(metadata, format="epub", warnings=tuple(self._package.warnings))

    def _chapters(self) -> list[str]:
        """Return the pages to read; those skipped only when something else is left."""
        kept = [path for path in self._package.chapters if path not in self._package.skipped]
        return kept or self._package.chapters

    def _load(self, path: str) -> Element | None:
        """Return a chapter's tree; None, and a warning, when there is none."""
        if path in self._package.encrypted:
            self._warn(path, "is encrypted")
            return None
        data = self._archive.read(path)
        if data is None:
            self._warn(path, "cannot be read" if self._archive.find(path) else "is missing")
            return None
        text, _ = decode(data, find_declared_charset(data))
        return parse_tree(make_safe(text))

    def _warn(self, path: str, what: str) -> None:
        self._unread += 1
        if self._unread > _MOST_WARNINGS:
            return
        titles = [entry.title for entry in self._contents.get(path, ())]
        name = f"“{titles[0]}”" if titles else make_safe(path)
        self._package.warnings.append(f"The chapter {name} {what}.")

    def _write_title(self, metadata: Metadata) -> None:
        for kind, text in ((BlockKind.TITLE, metadata.title), (BlockKind.BYLINE, metadata.byline)):
            if text:
                self._builder.break_block()
                self._builder.open(kind)
                self._builder.add(text)
                self._builder.close()


def _is_title_page(root: Element, metadata: Metadata) -> bool:
    """Tell whether the first page begins with the title of the book."""
    return any(same_words(text, metadata.title) for _, text in first_blocks(root, 3)) if metadata.title else True


def _front_kinds(root: Element, metadata: Metadata) -> dict[Element, BlockKind | None]:
    """Say which elements of the title page are the title, the authors, the date."""
    kinds: dict[Element, BlockKind | None] = {}
    known = [metadata.byline, *metadata.byline.split(", "), metadata.date, metadata.source]
    for element, text in first_blocks(root, 6):
        if same_words(text, metadata.title) and BlockKind.TITLE not in kinds.values():
            kinds[element] = BlockKind.TITLE
        elif kinds and any(same_words(text.removeprefix("by ").removeprefix("By "), name) for name in known):
            kinds[element] = BlockKind.BYLINE
    return kinds


def _repeated_title(root: Element, metadata: Metadata) -> dict[Element, BlockKind | None]:
    """Leave out the title over the text when it stood on the page before, as an article's does."""
    return {element: None for element, text in first_blocks(root, 1) if same_words(text, metadata.title)}
