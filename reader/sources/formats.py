"""Every format we open: its names, the signs it is told by, and the parser that reads it.

A new format is one row here and one file with `parse(source) -> Document`; `docs/formats.md` shows how. Rows are tried
in their order. Nothing is compiled or imported for a text whose first letters are no format's.
"""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """One format; a name in it decides only where the content is silent."""

    name: str
    parser: str
    """The module with `parse(source) -> Document`; imported when a source of the format comes."""
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    magic: tuple[bytes, ...] = ()
    """What its bytes begin with."""
    member: str = ""
    """The file that shows what a ZIP archive is, by its path or by what a file `mimetype` says."""
    begins: tuple[str, ...] = ()
    """What its text begins with, in lower case, white space left out; only then `sign` is looked for."""
    sign: str = ""
    """A pattern for the first 16,000 characters; case does not count."""
    weak_sign: str = ""
    """A pattern that counts only where the name says neither text nor Markdown."""
    declares_charset: bool = False
    """Its first lines may name the encoding, as HTML's and XML's do."""
    takes_bytes: bool = False
    """The parser wants `Source.data`, and `Source.text` is empty."""
    has_chapters: bool = False
    """The parser heeds `Source.most_characters`."""


WHOLE_PAGE = "page"
"""The format of a web page of which all is wanted; what is no web page is read as what it is."""

PAGED = "terminal"
"""The format of what programs write for a pager: overstrike, colours, manual pages."""

_HEADERS = "return-path received delivered-to from date subject to cc message-id mime-version reply-to sender x- arc- "
_HEADERS += "dkim-signature content-type authentication-results envelope-to list- user-agent in-reply-to references"
_PROLOGUE = r"\A\s*(?:<\?xml[^>]{0,200}\?>\s*|<\?xml-stylesheet[^>]{0,500}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*"

FORMATS = (
    Format(
        "epub",
        "reader.parsers.epub.parser",
        (".epub",),
        ("application/epub+zip",),
        member="META-INF/container.xml",
        takes_bytes=True,
        has_chapters=True,
    ),
    Format(
        "docx",
        "reader.parsers.office.word",
        (".docx", ".docm"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        member="word/document.xml",
        takes_bytes=True,
    ),
    Format(
        "odt",
        "reader.parsers.office.word",
        (".odt", ".ott"),
        ("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template"),
        takes_bytes=True,
    ),
    Format("pdf", "reader.parsers.office.pdf", (".pdf",), ("application/pdf",), magic=(b"%PDF-",), takes_bytes=True),
    Format(
        "rtf",
        "reader.parsers.office.word",
        (".rtf",),
        ("application/rtf", "text/rtf"),
        magic=(b"{\\rtf",),
        takes_bytes=True,
    ),
    Format(
        "feed",
        "reader.parsers.feed",
        (".rss", ".atom"),
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"),
        begins=("<?xml", "<rss", "<feed", "<rdf:rdf", "<!--", "{"),
        sign=_PROLOGUE
        + r"<(?:rss\b|feed\b[^>]{0,500}atom|rdf:rdf\b[^>]{0,1000}purl\.org/rss)"
        + r'|\A\s*\{(?:(?!\n\n).){0,500}"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org',
        declares_charset=True,
    ),
    Format(
        "html",
        "reader.parsers.html",
        (".html", ".htm", ".xhtml", ".shtml"),
        ("text/html", "application/xhtml+xml"),
        begins=("<",),
        sign=_PROLOGUE + r"<(?:!doctype\s+html|html|head|body|title|meta\s)\b",
        weak_sign=_PROLOGUE + r"<(?:article|main|section|div|p|h[1-6]|table|span|blockquote|ul|ol|center|font|link|"
        r"style|script|base|nav|header|figure)\b[^<>]{0,2000}>",
        declares_charset=True,
    ),
    # What somebody asks for who misses something; it is never told.
    Format(WHOLE_PAGE, "reader.parsers.html.page", (), (), declares_charset=True),
    Format(
        "captions",
        "reader.parsers.captions.parser",
        (".srt", ".vtt"),
        ("text/vtt", "application/x-subrip"),
        begins=("webvtt", *"0123456789"),
        sign=r"\A\s*(?:WEBVTT(?=\s|\Z)|(?:\d{1,6}\s*\n)?\d{1,3}:\d\d(?::\d\d)?[.,]\d{1,3}[ \t]*-->[ \t]*\d)",
    ),
    Format(
        "mail",
        "reader.parsers.mail.parser",
        (".eml", ".mhtml", ".mht"),
        ("message/rfc822", "multipart/related"),
        begins=tuple(_HEADERS.split()),
        sign=r"\A\s*(?:From [^\n]*\n)?(?=(?:[^\n]+\n){0,200}?(?:From|Sender):)"
        r"(?=(?:[^\n]+\n){0,200}?(?:Message-ID|Received|MIME-Version|To|Subject|Delivered-To):)"
        r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?:\r?\n|\Z)",
        takes_bytes=True,
    ),
    # What `man` and `git` write for a pager; told in `sniff.is_for_a_pager`, on standard input alone.
    Format(PAGED, "reader.parsers.terminal.parser", (), (), takes_bytes=True),
    Format("text", "reader.parsers.plain.parser", (".txt", ".text", ".asc", ".log"), ()),
    Format(
        "markdown",
        "reader.parsers.markdown.parser",
        (".md", ".markdown", ".mdown", ".mkd"),
        ("text/markdown", "text/x-markdown"),
    ),
)
"""The table."""

BY_NAME = {format.name: format for format in FORMATS}

REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "it is a ZIP archive; unpack it and open what is in it"),
    (b"PK\x05\x06", "it is an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "it is an old Office document; save it as .docx first"),
    (b"\x89PNG", "it is a picture, not a text"),
    (b"\xff\xd8\xff", "it is a picture, not a text"),
    (b"GIF8", "it is a picture, not a text"),
    (b"RIFF", "it is a picture or a sound, not a text"),
    (b"ID3", "it is a sound, not a text"),
    (b"OggS", "it is a sound or a film, not a text"),
    (b"\x00\x00\x00\x18ftyp", "it is a film, not a text"),
    (b"\x00\x00\x00\x20ftyp", "it is a film, not a text"),
    (b"\xfd7zXZ", "it is compressed with xz; unpack it first"),
    (b"BZh", "it is compressed with bzip2; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "it is compressed with zstd; unpack it first"),
    (b"7z\xbc\xaf", "it is a 7z archive; unpack it and open what is in it"),
    (b"Rar!", "it is a RAR archive; unpack it and open what is in it"),
    (b"SQLite format 3\x00", "it is a database, not a text"),
    (b"\x7fELF", "it is a program, not a text"),
)
"""What is told by its first bytes and never opened, and why."""


def format_by_extension(place: str) -> Format | None:
    """Return the format a file's name promises; “.gz” behind it does not count."""
    name = place.lower().removesuffix(".gz")
    return next((format for format in FORMATS if name.endswith(format.extensions)), None)


def format_by_media_type(media_type: str) -> Format | None:
    """Return the format a server's media type promises; None where it says no more than “text”."""
    bare = media_type.partition(";")[0].strip().lower()
    return next((format for format in FORMATS if bare in format.media_types), None)


def opens(name: str) -> bool:
    """Tell whether a file of such a name is one we open, as a folder's list asks."""
    return format_by_extension(name) is not None
