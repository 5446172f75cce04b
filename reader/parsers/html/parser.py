"""A page to a document: its article, or all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.html.about import base_of, language_of, metadata_of, title_of
from reader.parsers.html.choice import choose, kept_letters
from reader.parsers.html.cleaner import Cleaned, clean, read_head
from reader.parsers.html.clutter import remove_certain_clutter
from reader.parsers.html.heads import find_byline, find_captions, find_title
from reader.parsers.html.hidden import show_what_was_kept, tree_of
from reader.parsers.html.leaves import Leaf, find_leaves, letters_of
from reader.parsers.markup import Element, parse_tree, read_markup
from reader.sources.source import Source

_NOT_TOLD = "The article could not be told from its page: all of the page is shown."
_TOO_LONG = "The page is too long to tell the article from it: all of the page is shown."
_LONGEST = 10_000_000
_CUT = f"Only the first {_LONGEST // 1_000_000} million characters of the page are shown."
_MOST_ELEMENTS = 30_000
"""trafilatura needs 2 s for so many; a long article of an encyclopedia has 20,000."""
_STARS = re.compile(r"[*⁂•·~#_–—-](?:\s*[*⁂•·~#_–—-]){0,20}")
_MOSTLY = 0.5
_FEW = 2
_LITTLE = 250
_TIMES_MORE = 4
_MOSTLY_LINKED = 0.5


def parse(source: Source) -> Document:
    """Parse a page and keep its article; all of the page, with a warning, when that cannot be told."""
    root = parse_tree(source.text[:_LONGEST])
    if _is_huge(root):
        return _write_all(root, source, "html", [], (_TOO_LONG,))
    cleaned = clean(source.text[:_LONGEST], _address(source))
    metadata = metadata_of(root, cleaned.said)
    remove_certain_clutter(root)
    leaves = _choose(root, cleaned)
    if _is_too_little(leaves):
        if not leaves and cleaned.text:
            return _write(tree_of(cleaned.text, metadata.title), source, cleaned, metadata, {}, "html", ())
        menus = sum(leaf.link_share > _MOSTLY_LINKED for leaf in leaves)
        warnings = (_NOT_TOLD,) if menus > _FEW else ()
        for leaf in leaves:
            leaf.is_kept = True
        return _write(root, source, cleaned, metadata, _heads(leaves, metadata), "html", warnings)
    kinds = _heads(leaves, metadata)
    return _write(root, source, cleaned, metadata, {**_dropped(leaves, root), **kinds}, "html", ())


def parse_page(source: Source) -> Document:
    """Parse a page, all of it."""
    root = parse_tree(source.text[:_LONGEST])
    leaves = [] if _is_huge(root) else find_leaves(root)
    return _write_all(root, source, "page", leaves, ())


def _is_huge(root: Element) -> bool:
    return sum(1 for _ in islice(root.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS


def _write_all(
    root: Element, source: Source, format: str, leaves: Sequence[Leaf], warnings: tuple[str, ...]
) -> Document:
    cleaned = read_head(source.text, _address(source))
    metadata = metadata_of(root, cleaned.said)
    return _write(root, source, cleaned, metadata, _heads(leaves, metadata), format, warnings)


def _address(source: Source) -> str:
    return source.place if source.place.startswith(("http://", "https://")) else ""


def _choose(root: Element, cleaned: Cleaned) -> Sequence[Leaf]:
    """Find the leaves of a page and mark the article's, also those that the page hides until a program shows them."""
    leaves = find_leaves(root)
    choose(leaves, cleaned.text, title_of(root, cleaned.said), root)
    if kept_letters(leaves) < _MOSTLY * len(letters_of(cleaned.text)) and show_what_was_kept(root, cleaned.text):
        leaves = find_leaves(root)
        choose(leaves, cleaned.text, title_of(root, cleaned.said), root)
    return leaves


def _is_too_little(leaves: Sequence[Leaf]) -> bool:
    """Tell whether hardly anything was kept of a page that has more than links."""
    kept = kept_letters(leaves)
    seen = sum(len(leaf.letters) for leaf in leaves if leaf.link_share <= _MOSTLY_LINKED)
    return kept == 0 or (kept < _LITTLE and seen > _TIMES_MORE * kept)


def _heads(leaves: Sequence[Leaf], metadata: Metadata) -> dict[Element, BlockKind | None]:
    """Say which leaves are the title, the byline and captions; the first two are kept from now on."""
    kinds: dict[Element, BlockKind | None] = {}
    title = find_title(leaves, metadata.title)
    byline = find_byline(leaves, metadata.byline, title)
    kinds.update({leaf.element: BlockKind.CAPTION for leaf in find_captions(leaves) if leaf.is_kept})
    for leaf, kind in ((title, BlockKind.TITLE), (byline, BlockKind.BYLINE)):
        if leaf is not None:
            leaf.is_kept = True
            kinds[leaf.element] = kind
    return kinds


def _dropped(leaves: Sequence[Leaf], root: Element) -> dict[Element, BlockKind | None]:
    """Say which elements hold nothing of the article: the topmost ones are enough."""
    whole = {leaf.element for leaf in leaves if leaf.is_kept}
    partly: set[Element] = set()
    for element in whole:
        around = element.getparent()
        while around is not None and around not in partly:
            partly.add(around)
            around = around.getparent()
    return {
        child: None
        for element in partly
        for child in element
        if child not in whole and child not in partly and not _divides(child, whole, partly)
    }


def _divides(element: Element, whole: set[Element], partly: set[Element]) -> bool:
    """Tell whether an element is a rule between two parts that are kept, drawn or made of asterisks."""
    if element.tag != "hr" and not _STARS.fullmatch((element.text or "").strip()):
        return False
    return all(part in whole or part in partly for part in (element.getprevious(), element.getnext()))


def _write(
    root: Element,
    source: Source,
    cleaned: Cleaned,
    metadata: Metadata,
    kinds: Mapping[Element, BlockKind | None],
    format: str,
    warnings: tuple[str, ...],
) -> Document:
    warnings = (*warnings, _CUT) if len(source.text) > _LONGEST else warnings
    builder = DocumentBuilder()
    base = base_of(root, source.place, cleaned.said)
    read_markup(root, builder, base=base, language=language_of(root), kinds=kinds)
    return builder.build(metadata, format=format, warnings=warnings)
