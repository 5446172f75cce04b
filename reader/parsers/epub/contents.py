"""A book's own contents list: which title stands where, and how deep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.parsers.epub.archive import Archive, resolve
from reader.parsers.epub.package import Package
from reader.parsers.epub.xml import Element, attribute, find_all, find_first, local_name, parse_xml, text_of

_MOST_ENTRIES = 20_000
_MOST_IN_A_FILE = 2000
_MOST_AT_ONE_PLACE = 3
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents list."""

    title: str
    path: str
    """Of the file in the archive."""
    fragment: str
    """The id of the element in it; empty for the file as a whole."""
    level: int
    """From 1."""


def read_contents(archive: Archive, package: Package) -> dict[str, list[Entry]]:
    """Read the contents list by file: that of EPUB 3, else that of EPUB 2."""
    for path, read in ((package.nav, _read_nav), (package.ncx, _read_ncx)):
        data = archive.read(path) if path else None
        entries = list(read(parse_xml(data), path)) if data else []
        if entries:
            return _by_file(entries[:_MOST_ENTRIES], archive)
    return {}


def _by_file(entries: list[Entry], archive: Archive) -> dict[str, list[Entry]]:
    files: dict[str, list[Entry]] = {}
    at_target: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        path = archive.find(entry.path) or entry.path
        at_target[path, entry.fragment] += 1
        named = files.setdefault(path, [])
        if at_target[path, entry.fragment] <= _MOST_AT_ONE_PLACE and len(named) < _MOST_IN_A_FILE:
            named.append(entry)
    return files


def _read_nav(root: Element | None, path: str) -> Iterator[Entry]:
    navs = list(find_all(root, "nav"))
    nav = next((nav for nav in navs if "toc" in attribute(nav, "type").split()), navs[0] if navs else None)
    for link in find_all(nav, "a"):
        level = sum(local_name(around) == "ol" for around in link.iterancestors())
        yield from _entry(text_of(link), attribute(link, "href"), path, level)


def _read_ncx(root: Element | None, path: str) -> Iterator[Entry]:
    for point in find_all(find_first(root, "navMap"), "navPoint"):
        level = 1 + sum(local_name(around) == "navPoint" for around in point.iterancestors())
        label = next((child for child in point if local_name(child) == "navLabel"), None)
        content = next((child for child in point if local_name(child) == "content"), None)
        if content is not None:
            yield from _entry(text_of(label), attribute(content, "src"), path, level)


def _entry(title: str, reference: str, path: str, level: int) -> Iterator[Entry]:
    if title and reference:
        target, fragment = resolve(path, reference)
        yield Entry(title, target, fragment, min(max(level, 1), _DEEPEST))
