"""What was read and from where: the decoded text, made safe to show."""

from __future__ import annotations

from reader.model.sourcemap import SourceMap
from reader.values import value


@value
class Source:
    """One readable thing before it is parsed."""

    place: str
    """The path, URL or “-” as the person gave it, safe to show."""
    text: str
    """The decoded text without a byte-order mark, every line end a newline, made safe (`sources.safe`)."""
    format: str
    """A name of the table in `sources.formats`."""
    encoding: str = "utf-8"
    """The codec that decoded it; empty where the parser decodes."""
    safe_map: SourceMap | None = None
    """From `text` back to the decoded text where making it safe changed its length; None when offsets are equal."""
    data: bytes = b""
    """The bytes, unpacked, for a format whose parser wants them; `text` is empty then."""
    size: int = 0
    """Bytes of the file as it was read."""
    charset: str = ""
    """What a server said the encoding is; what the bytes say may win."""
    accessed: str = ""
    """The day it was fetched, as YYYY-MM-DD; empty for what stands on this machine."""
    most_characters: int = 0
    """Of a book: parse only the chapters until there are so many characters, for its first page; 0 means all."""
