"""Mail to a document: subject, sender and date, the text with what it quotes, the names of what hangs on it."""

from __future__ import annotations

from dataclasses import replace

from reader.errors import SourceError
from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.parsers.mail.flowed import split_signature, unflow
from reader.parsers.mail.message import Body, Mail, read_mail
from reader.parsers.plain.parser import parse as parse_plain
from reader.sources.source import Source

# Below it a text's first line is no title any more, which a greeting would else be.
_ANY_TITLE = "A Message"


def parse(source: Source) -> Document:
    """Parse a message; raises `SourceError` for an empty one."""
    mail = read_mail(source.data, source.charset)
    builder = DocumentBuilder()
    _drop_repeated_title(mail)
    _write_head(builder, mail, BlockKind.TITLE)
    _write_bodies(builder, mail)
    for name in mail.attachments:
        _write_leaf(builder, BlockKind.CAPTION, f"Attachment: {name}")
    extra = tuple((name, value) for name, value in (("to", mail.recipients),) if value)
    metadata = Metadata(title=mail.subject, byline=mail.sender, date=mail.date, extra=extra)
    if not builder.offset:
        raise SourceError(source.place, "there is nothing in the message to read")
    document = builder.build(metadata, format="mail", warnings=tuple(dict.fromkeys(mail.warnings)))
    return replace(document, encoding=mail.encoding)


def _drop_repeated_title(mail: Mail) -> None:
    """Take the subject out of a text that begins with it, as an article that was sent does."""
    for index, body in enumerate(mail.bodies[:1]):
        first, _, rest = body.text.lstrip().partition("\n")
        if mail.subject and not body.is_html and " ".join(first.split()) == mail.subject and rest.strip():
            mail.bodies[index] = replace(body, text=rest)


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
            _write_text(builder, body, mail.subject)


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


def _write_text(builder: DocumentBuilder, body: Body, subject: str) -> None:
    """Write a plain text as any other is read: headings, lists and quotes are told by the shape of its lines."""
    text = unflow(body.text, has_spaces_deleted=body.has_spaces_deleted) if body.is_flowed else body.text
    text, signature = split_signature(text)
    if not text.strip():
        return
    for title in filter(None, (subject, _ANY_TITLE)):
        document = parse_plain(Source("", f"{title}\n\n{text.strip()}", "text"))
        if document.blocks and document.blocks[0].kind is BlockKind.TITLE and document.metadata.title == title:
            break
    builder.add_document(document, without_title=True)
    if signature:
        _write_leaf(builder, BlockKind.PARAGRAPH, signature)


def _write_leaf(builder: DocumentBuilder, kind: BlockKind, text: str) -> None:
    builder.break_block()
    builder.open(kind)
    builder.add(text)
    builder.close()
