"""Mail to a document: subject, sender and date, the text with what it quotes, the names of what hangs on it."""

from __future__ import annotations

from dataclasses import replace

from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.model.span import Span
from reader.parsers.mail.lines import Paragraph, read_paragraphs
from reader.parsers.mail.message import Body, Mail, read_mail
from reader.sources.source import Source

_BULLETS = "-*•+–·"


def parse(source: Source) -> Document:
    """Parse a message."""
    mail = read_mail(source.data, source.charset)
    builder = DocumentBuilder()
    _write_head(builder, mail, BlockKind.TITLE)
    _write_bodies(builder, mail)
    for name in mail.attachments:
        _write_leaf(builder, BlockKind.CAPTION, f"Attachment: {name}")
    extra = tuple((name, value) for name, value in (("to", mail.recipients),) if value)
    metadata = Metadata(title=mail.subject, byline=mail.sender, date=mail.date, extra=extra)
    document = builder.build(metadata, format="mail", warnings=tuple(dict.fromkeys(mail.warnings)))
    return replace(document, encoding=mail.encoding)


def _write_head(builder: DocumentBuilder, mail: Mail, kind: BlockKind) -> None:
    if mail.subject:
        _write_leaf(builder, kind, mail.subject)
    for line in (mail.sender, mail.date):
        if line:
            _write_leaf(builder, BlockKind.BYLINE, line)


def _write_bodies(builder: DocumentBuilder, mail: Mail) -> None:
    for body in mail.bodies:
        if body.message is not None:
            _write_message(builder, body.message)
        elif body.is_html:
            _write_html(builder, body)
        else:
            _write_text(builder, body)


def _write_message(builder: DocumentBuilder, mail: Mail) -> None:
    """Write a message that hangs on this one as a block quote."""
    builder.break_block()
    builder.open(BlockKind.QUOTE)
    _write_head(builder, mail, BlockKind.PARAGRAPH)
    _write_bodies(builder, mail)
    builder.close()


def _write_html(builder: DocumentBuilder, body: Body) -> None:
    from reader.parsers.markup import read_markup  # lxml, for messages that have no text

    read_markup(body.text, builder)


def _write_text(builder: DocumentBuilder, body: Body) -> None:
    paragraphs = read_paragraphs(body.text, is_flowed=body.is_flowed, has_spaces_deleted=body.has_spaces_deleted)
    depth = 0
    for index, paragraph in enumerate(paragraphs):
        depth = _quote_to(builder, depth, paragraph.depth)
        if not paragraph.label:
            _write_leaf(builder, BlockKind.PARAGRAPH, paragraph.text)
            continue
        if not _are_one_list(paragraphs[max(index - 1, 0)], paragraph) or index == 0:
            builder.break_block()
            builder.open(BlockKind.LIST)
        _write_item(builder, paragraph)
        if not _are_one_list(paragraph, *paragraphs[index + 1 : index + 2]):
            builder.close()
    _quote_to(builder, depth, 0)


def _are_one_list(item: Paragraph, following: Paragraph | None = None) -> bool:
    if following is None or not item.label or not following.label or item.depth != following.depth:
        return False
    return (item.label in _BULLETS) == (following.label in _BULLETS)


def _quote_to(builder: DocumentBuilder, depth: int, wanted: int) -> int:
    """Open or close block quotes until so many are open."""
    while depth > wanted:
        builder.close()
        depth -= 1
    while depth < wanted:
        builder.break_block()
        builder.open(BlockKind.QUOTE)
        depth += 1
    return depth


def _write_item(builder: DocumentBuilder, item: Paragraph) -> None:
    builder.break_block("\n")
    builder.open(BlockKind.ITEM)
    label = builder.add("•" if item.label in _BULLETS else item.label)
    label = Span(label.start, builder.add(" ").end)
    builder.open(BlockKind.PARAGRAPH)
    builder.add(item.text)
    builder.close()
    builder.close(label=label)


def _write_leaf(builder: DocumentBuilder, kind: BlockKind, text: str) -> None:
    builder.break_block()
    builder.open(kind)
    builder.add(text)
    builder.close()
