"""What a ZIP archive is: a book, a document, or just files. Nothing of it is written to the disk."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from reader.sources.formats import FORMATS, Format

UNREADABLE = (
    BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, LookupError,
    OverflowError,
)  # fmt: skip
"""What reading a damaged archive raises."""

_LONGEST_MEDIA_TYPE = 200


def tell_archive(data: bytes) -> Format | None:
    """Tell the format of an archive by its file `mimetype` or by a file only that format has."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            media_type = _media_type(archive) if "mimetype" in names else ""
    except UNREADABLE:
        return _tell_damaged(data)
    for format in FORMATS:
        if media_type in format.media_types or (format.member and format.member in names):
            return format
    return _tell_damaged(data) if "mimetype" in names and not media_type else None


def _media_type(archive: ZipFile) -> str:
    try:
        with archive.open("mimetype") as file:
            return file.read(_LONGEST_MEDIA_TYPE).decode("ascii", "replace").strip()
    except UNREADABLE:
        return ""


def _tell_damaged(data: bytes) -> Format | None:
    """Tell an archive whose list of files is lost, as one cut off while it was loaded, by what stands in it."""
    for format in FORMATS:
        signs = (*format.media_types, *((format.member,) if format.member else ()))
        if format.takes_bytes and any(sign.encode() in data for sign in signs if "/" in sign):
            return format
    return None
