"""Mail and captions made to be slow or to overflow: read, or refused in one sentence, never more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.model.document import Document
from reader.parsers import parse
from reader.sources.load import source_from_bytes
from reader.sources.safe import make_safe

HEAD = b"From: a\nTo: b\nSubject: x\n"
CUE = b"1\n00:00:01,000 --> 00:00:02,000\n"


def read(data: bytes, format: str) -> Document:
    return parse(source_from_bytes("x", data, format=format))


@pytest.mark.parametrize(
    ("format", "data"),
    [
        ("mail", b"From: " + b"(" * 300_000 + b"\n\nhi"),
        ("mail", b"Subject: " + b"=?utf-8?Q?a?= " * 50_000 + b"\n\nhi"),
        ("mail", HEAD + b"Content-Type: text/plain; " + b"a*0=b; " * 100_000 + b"\n\nhi"),
        ("mail", HEAD + b"Content-Type: message/rfc822\n\n" * 20_000),
        (
            "mail",
            HEAD
            + b"Content-Type: multipart/mixed; boundary=b\n\n"
            + b"--b\nContent-Type: multipart/x; boundary=b\n\n" * 9000,
        ),
        ("mail", HEAD + b"\n" + b">" * 500_000),
        ("captions", CUE + b"a\n" * 200_000),
        ("captions", CUE + b"<v " * 200_000),
        ("text", b">" * 500_000),
        ("rtf", b"{\\rtf1" + b"{" * 500_000),
    ],
)
def test_it_ends(format: str, data: bytes) -> None:
    try:
        shown = read(data, format).text
    except ReaderError as error:
        shown = str(error)

    assert shown


HEADERS = st.sampled_from(
    [
        "From: Ada <a@b>\n", "Subject: =?utf-8?B?!!?=\n", "Date: x\n", "Content-Type: multipart/mixed; boundary=b\n",
        "Content-Type: text/html; charset=x\n", "Content-Transfer-Encoding: base64\n", "Content-Type: message/rfc822\n",
        "Content-Type: text/plain; format=flowed; charset*=utf-8''%1b\n", "\n", "--b\n",
        "Content-Disposition: attachment; filename=\x1b\n",
        "--b--\n", "> > x\n", "-- \n", "=1B[31m\n", "x \n", "\x1b\u202e\n", "<p>x</p>\n", "• x\n",
    ]
)  # fmt: skip
CUES = st.sampled_from(
    [
        "WEBVTT x\n", "NOTE y\n", "1\n", "00:01.000 --> 00:02.000\n", "0:0:1,0 --> 9:9:9,9\n", "<v A&#155;>x</v>\n",
        "\n",
        "- x\n", ">> A B: x\n", "ANNA: x\n", "<i>&#x202e;</i>\n", "\x1b[31m\n", "x\n", "99:99:99.999 --> 00:00.000\n",
    ]
)  # fmt: skip


@pytest.mark.parametrize(("format", "pieces"), [("mail", HEADERS), ("captions", CUES)])
@settings(max_examples=80)
@given(st.data())
def test_any_pieces_give_a_safe_document(format: str, pieces: st.SearchStrategy[str], data: st.DataObject) -> None:
    written = "".join(data.draw(st.lists(pieces, max_size=25))) or "x"
    try:
        document = read(written.encode(), format)
        shown = document.text + repr(document.metadata) + "".join(document.warnings)
    except ReaderError as error:
        shown = str(error)

    assert make_safe(shown) == shown
