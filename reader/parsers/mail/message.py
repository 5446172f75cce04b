"""A message taken apart: its headers decoded, the parts one reads, the files that hang on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime

from reader.sources.decode import decode
from reader.sources.safe import make_safe

_DEEPEST = 20
_MOST_PARTS = 1000
_LONGEST_HEADER = 20_000
_STUB = re.compile(
    r"(?:does not|doesn.t|cannot|can.t|unable to) (?:support|display|show|view|read)|in (?:your|a) (?:web )?browser",
    re.IGNORECASE,
)
_SHORT_STUB = 400
_MBOX = b"From "


@dataclass(frozen=True, slots=True)
class Body:
    """One text of a message."""

    text: str
    is_html: bool = False
    is_flowed: bool = False
    """Lines that end in a space go on in the next (RFC 3676)."""
    has_spaces_deleted: bool = False
    """The space at the end of such a line is not part of the text."""
    message: Mail | None = None
    """A whole message that hangs on this one, as a forwarded one does; `text` is empty then."""


@dataclass(slots=True)
class Mail:
    """What one reads of a message."""

    subject: str = ""
    sender: str = ""
    recipients: str = ""
    date: str = ""
    bodies: list[Body] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    encoding: str = ""
    warnings: list[str] = field(default_factory=list)


class _Bounded(Compat32):
    """Reads headers as they stand, the beginning of what is too long to be one: decoding costs by the square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return a header's name and its value."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


_POLICY = _Bounded()


def read_mail(data: bytes, charset: str = "") -> Mail:
    """Take a message apart; of a mailbox file the first one."""
    data = data.lstrip(b"\r\n\xef\xbb\xbf")
    mail_warnings = []
    if data.startswith(_MBOX):
        messages = re.split(rb"\n\r?\n(?=From [^\n]*\d\d:\d\d[^\n]*\n)", data)
        data = re.sub(rb"^>(?=>*From )", b"", messages[0], flags=re.MULTILINE)
        if len(messages) > 1:
            mail_warnings.append(f"It holds {len(messages)} messages; the first is shown.")
    try:
        message: Message = message_from_bytes(data, policy=_POLICY)
    except RecursionError:  # parts in parts in parts: the standard library goes down with them
        message = BytesHeaderParser(policy=_POLICY).parsebytes(data)
        del message["Content-Type"]
        mail_warnings.append("Its parts are nested too deep to be told apart.")
    mail = _read(message, charset, 0)
    mail.warnings += mail_warnings
    return mail


def _read(message: Message, charset: str, depth: int) -> Mail:
    mail = Mail(
        subject=_header(message, "Subject"),
        sender=_people(message, "From") or _people(message, "Sender"),
        recipients=_people(message, "To"),
        date=_date(message),
    )
    _collect(message, mail, charset, depth)
    return mail


# -- headers ---------------------------------------------------------------------------------------


def _header(message: Message, name: str) -> str:
    return _decode_words(str(message.get(name, "")))


def _decode_words(written: str) -> str:
    """Decode “=?utf-8?q?…?=”; what is broken stays as it is written."""
    flat = " ".join(written.replace("\r", " ").replace("\n", " ").split())
    try:
        pieces = decode_header(flat)
    except (ValueError, LookupError, HeaderParseError):  # binascii's errors are of these
        pieces = [(flat, None)]
    words = []
    for piece, charset in pieces:
        raw = piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece
        words.append(decode(raw, charset or "")[0])
    return make_safe(" ".join("".join(words).split()))


def _people(message: Message, name: str) -> str:
    written = [str(value) for value in message.get_all(name, [])]
    try:
        addresses = getaddresses(written)
    except RecursionError:  # comments in comments in comments
        addresses = []
    people = [_decode_words(shown) or make_safe(address) for shown, address in addresses if shown or address]
    return ", ".join(people) or _header(message, name)


def _date(message: Message) -> str:
    written = _header(message, "Date")
    try:
        return parsedate_to_datetime(written).strftime("%Y-%m-%d %H:%M")
    except (ValueError, TypeError, IndexError, OverflowError):
        return written


# -- parts -----------------------------------------------------------------------------------------


def _collect(part: Message, mail: Mail, charset: str, depth: int) -> None:
    if depth > _DEEPEST or len(mail.bodies) + len(mail.attachments) > _MOST_PARTS:
        mail.warnings.append("A part that stands too deep is not shown.")
        return
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        _collect_alternative(part, mail, charset, depth)
    elif kind == "multipart/related":
        for inner in _parts(part)[:1]:
            _collect(inner, mail, charset, depth + 1)
    elif kind == "message/rfc822" and _parts(part):
        mail.bodies.append(Body("", message=_read(_parts(part)[0], charset, depth + 1)))
    elif part.is_multipart():
        for inner in _parts(part):
            _collect(inner, mail, charset, depth + 1)
    elif kind in {"text/plain", "text/html"} and not _is_attachment(part):
        mail.bodies.append(_body(part, mail, charset))
    else:
        mail.attachments.append(_name_of(part))


def _collect_alternative(part: Message, mail: Mail, charset: str, depth: int) -> None:
    """Take the plain text; the HTML when there is none, or when it only says that there is HTML."""
    readings = []
    for inner in _parts(part):
        reading = Mail()
        _collect(inner, reading, charset, depth + 1)
        readings.append(reading)
    chosen = next((reading for reading in readings if _is_readable(reading)), None)
    chosen = chosen or next((reading for reading in reversed(readings) if reading.bodies), None)
    if chosen is not None:
        mail.bodies += chosen.bodies
        mail.encoding = mail.encoding or chosen.encoding
    for reading in readings:
        mail.attachments += reading.attachments
        mail.warnings += reading.warnings


def _is_readable(reading: Mail) -> bool:
    text = "".join(body.text for body in reading.bodies if not body.is_html)
    return bool(text.strip()) and not (len(text) < _SHORT_STUB and _STUB.search(text))


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _body(part: Message, mail: Mail, charset: str) -> Body:
    data = part.get_payload(decode=True)
    raw = data if isinstance(data, bytes) else b""
    text, encoding = decode(raw, _parameter(part, "charset") or charset)
    mail.encoding = mail.encoding or encoding
    is_flowed = _parameter(part, "format").lower() == "flowed"
    return Body(
        make_safe(text.removeprefix("\ufeff")),
        part.get_content_type() == "text/html",
        is_flowed,
        _parameter(part, "delsp").lower() == "yes",
    )


def _parameter(part: Message, name: str) -> str:
    try:
        written = part.get_param(name, "")
    except (ValueError, LookupError, TypeError):
        return ""
    return str(written[2] if isinstance(written, tuple) else written)


def _name_of(part: Message) -> str:
    try:
        name = part.get_filename("")
    except (ValueError, LookupError, TypeError):
        name = ""
    kind = make_safe(part.get_content_type())
    return f"{_decode_words(name)} ({kind})" if name else kind
