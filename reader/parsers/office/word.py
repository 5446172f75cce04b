"""Word, OpenDocument and RTF: to HTML by pandoc, then read as such."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import accumulate
from zipfile import ZipFile

from reader.errors import SourceError
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.markup import parse_tree
from reader.parsers.office.converted import read_converted
from reader.parsers.office.converter import pandoc_to_html
from reader.sources.archive import UNREADABLE
from reader.sources.safe import make_safe
from reader.sources.source import Source

_ABOUT = {"docx": "docProps/core.xml", "odt": "meta.xml"}
_OPEN_GROUPS = 1000
_DEEPEST_GROUP = 1000
"""A converter takes a second for a few thousand, and ever longer for more; what is written by hand needs a dozen."""
_LARGEST_ABOUT = 1_000_000
_LARGEST_UNPACKED = 100_000_000
_BRACE = re.compile(rb"\\[\\{}]|[{}]")
# pandoc drops a letter of “\\u8217?s” unless a space ends the number.
_UNSPACED_UNICODE = re.compile(rb"(\\u-?\d{1,6})(?=[^\d\s\\{}])")


def parse(source: Source) -> Document:
    """Parse an office text; raises `SourceError` when it cannot be converted."""
    data = source.data
    if source.format == "rtf":
        if data.count(b"{") > data.count(b"}") * 2 + _OPEN_GROUPS:
            raise SourceError(source.place, "it is damaged: its groups have no end")
        if _depth_of(data) > _DEEPEST_GROUP:
            raise SourceError(source.place, "it is damaged: its groups stand too deep in each other")
        data = _UNSPACED_UNICODE.sub(rb"\1 ", data)
    elif _unpacked_size(data) > _LARGEST_UNPACKED:
        raise SourceError(source.place, f"it unpacks to more than {_LARGEST_UNPACKED // 1_000_000} MB of text")
    return read_converted(pandoc_to_html(data, source.format, source.place), source, known=_about(source))


def _depth_of(data: bytes) -> int:
    steps = (1 if brace == b"{" else -1 for brace in _BRACE.findall(data) if brace in (b"{", b"}"))
    return max(accumulate(steps), default=0)


def _unpacked_size(data: bytes) -> int:
    """Return how large the texts of an archive say they are; where they lie, the converter's memory is bounded."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return sum(file.file_size for file in archive.infolist() if file.filename.endswith((".xml", ".rels")))
    except UNREADABLE:
        return 0


def _about(source: Source) -> Metadata:
    """Read what the file says of itself: its title, for a text that shows none."""
    try:
        with ZipFile(BytesIO(source.data)) as archive, archive.open(_ABOUT[source.format]) as file:
            root = parse_tree(file.read(_LARGEST_ABOUT).decode("utf-8", "replace"))
    except (*UNREADABLE, KeyError):
        return Metadata()
    titles = [" ".join("".join(element.itertext()).split()) for element in root.iter("title", "{*}title", "dc:title")]
    return Metadata(title=make_safe(next(filter(None, titles), "")))
