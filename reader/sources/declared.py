"""The encoding a document names itself: a meta tag of HTML, the first line of XML."""

from __future__ import annotations

import codecs
import re

_LOOKED_AT = 4096
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']""")
_META = re.compile(rb"""<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
# What is declared under these names is, on the web and in mail, the wider encoding of the same letters.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
}
_MANY_BAD = 0.02
_NOT_FOR_TEXT = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined"})


def find_declared_charset(data: bytes) -> str:
    """Find the encoding that the head of HTML or XML bytes declares; empty when it declares none."""
    head = _COMMENT.sub(b"", data[:_LOOKED_AT])
    match = _XML.match(head.removeprefix(b"\xef\xbb\xbf")) or _META.search(head)
    return match[1].decode("ascii").lower() if match else ""


def codec_of(declared: str) -> str:
    """Return the name of the codec of text that a declaration means; empty when there is none."""
    try:
        info = codecs.lookup(declared.strip().strip("\"'").lower().removeprefix("x-"))
    except (LookupError, ValueError):
        return ""
    # Python has codecs that are no encodings: “hex”, “zip”, “rot13”. “idna” and the like read names, not texts.
    is_text = getattr(info, "_is_text_encoding", True) and info.name not in _NOT_FOR_TEXT
    return _WIDER.get(info.name, info.name) if is_text else ""


def decode_declared(data: bytes, declared: str) -> tuple[str, str] | None:
    """Decode by what was declared; None where the bytes show that it cannot be so, or that they are UTF-8."""
    codec = codec_of(declared)
    if not codec or codec.startswith(("utf-16", "utf-32")):
        return None  # without their marks or NULs they are not that
    if codec.startswith("utf-8") or _is_utf_8(data):
        return None
    text = data.decode(codec, "replace")
    return None if text.count("\ufffd") > max(1, len(text) * _MANY_BAD) else (text, codec)


def _is_utf_8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 beyond ASCII: no other text is by chance. ISO-2022 is ASCII all through."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
