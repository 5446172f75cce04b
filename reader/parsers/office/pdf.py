"""PDF: its lines by PDFium, in a process of their own, then read as paragraphs and headings."""

from __future__ import annotations

import json
import re
from html import escape
from importlib.util import find_spec
from itertools import groupby

from reader.errors import SourceError
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.office.converted import read_converted
from reader.parsers.office.converter import missing, run_module
from reader.parsers.office.pdf_lines import LOCKED
from reader.parsers.office.pdf_page import Line, Paragraph, find_paragraphs, known_words, label_of, text_of
from reader.sources.safe import make_safe
from reader.sources.source import Source

_FILE_NAMES = re.compile(r"\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi)\s*$|^microsoft word|^untitled", re.IGNORECASE)


def parse(source: Source) -> Document:
    """Parse a PDF; raises `SourceError` when it is locked, damaged or holds no text."""
    if find_spec("pypdfium2") is None:
        raise missing(source.place, "pdf")
    about: dict[str, str] = {}
    lines = []
    for record in run_module("reader.parsers.office.pdf_lines", source.data, source.place).splitlines():
        found = json.loads(record)
        if isinstance(found, dict):
            about.update({key: str(value) for key, value in found.items()})
        else:
            lines.append(Line(found[0], make_safe(found[1].replace("\ufffe", "-").replace("\x02", "-")), *found[2:]))
    if "error" in about:
        locked = "it is locked with a password" if about["error"] == LOCKED else "it is damaged, or no PDF"
        raise SourceError(source.place, locked)
    paragraphs = find_paragraphs(lines)
    if not paragraphs:
        raise SourceError(source.place, "there is no text in it, only pictures; make it readable with OCR first")
    title = make_safe(about.get("title", "").strip())
    known = Metadata(title="" if _FILE_NAMES.search(title) else title)
    return read_converted(_as_html(paragraphs, lines), source, known=known)


def _as_html(paragraphs: list[Paragraph], lines: list[Line]) -> str:
    known = known_words(lines)
    pieces = []
    for is_item, group in groupby(paragraphs, key=lambda paragraph: paragraph.is_item):
        if is_item:
            pieces.append(_list([label_of(text_of(paragraph, known)) for paragraph in group]))
            continue
        for paragraph in group:
            tag = f"h{min(paragraph.level, 6)}" if paragraph.level else "p"
            pieces.append(f"<{tag}>{escape(text_of(paragraph, known))}</{tag}>")
    return f"<body>{''.join(pieces)}</body>"


def _list(items: list[tuple[str, str]]) -> str:
    number = re.match(r"\d+", items[0][0])
    opening, closing = (f'<ol start="{number[0]}">', "</ol>") if number else ("<ul>", "</ul>")
    return opening + "".join(f"<li>{escape(text)}</li>" for _, text in items) + closing
