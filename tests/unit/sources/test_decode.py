"""Bytes become text whatever encoding they are in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.declared import codec_of, find_declared_charset
from reader.sources.decode import decode

CASES = Path(__file__).parents[2] / "cases/encodings.txt"
SENTENCES = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()]
SENTENCE = "“Déjà vu – naïve”, she said.\nŁódź"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_or_utf_8_text_is_read(encoding: str) -> None:
    assert SENTENCE == decode(SENTENCE.encode(encoding))[0]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_evident_by_its_nuls(encoding: str) -> None:
    assert (SENTENCE, encoding) == decode(SENTENCE.encode(encoding))


def test_what_is_no_utf_8_is_cp1252() -> None:
    assert ("“Déjà vu”", "cp1252") == decode("“Déjà vu”".encode("cp1252"))


def test_damaged_utf_8_stays_utf_8() -> None:
    """One bad byte among many good characters does not turn the rest into gibberish."""
    assert ("éééééé\ufffdüü", "utf-8") == decode("éééééé".encode() + b"\xff" + "üü".encode())


def test_byte_no_codec_knows_becomes_a_mark() -> None:
    assert ("caf\ufffd \xe9", "cp1252") == decode(b"caf\x81 \xe9", "cp1252")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_become_newlines(line_end: str) -> None:
    assert decode(f"a{line_end}b{line_end}".encode())[0] == "a\nb\n"


def test_mixed_line_ends_become_one_newline_each() -> None:
    assert decode(b"a\r\n\rb\n")[0] == "a\n\nb\n"


@given(st.binary())
def test_any_bytes_become_text_without_carriage_returns(data: bytes) -> None:
    assert "\r" not in decode(data)[0]


@given(st.text(st.characters(exclude_characters="\r\0\ufeff", exclude_categories=("Cs",))))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    assert (text, "utf-8") == decode(text.encode())


@pytest.mark.parametrize(("encoding", "text"), SENTENCES)
def test_encoding_nobody_declared_is_told_by_the_letters(encoding: str, text: str) -> None:
    assert (text, encoding) == decode(text.encode(encoding))


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ('"windows-1251"', "cp1251"),
        ("x-sjis", "cp932"),
        ("gb2312", "gb18030"),
        ("KOI8-R", "koi8-r"),
        ("hex", ""),
        ("utf-7", ""),
        ("no such", ""),
        ("a\0b", ""),
        ("ü", ""),
    ],
)
def test_declared_name_means_a_codec_of_text(declared: str, codec: str) -> None:
    assert codec == codec_of(declared)


def test_declared_encoding_is_believed() -> None:
    assert ("Größe łódź", "iso8859-2") == decode("Größe łódź".encode("iso8859_2"), "latin2")


def test_utf_8_declared_to_be_something_else_is_utf_8() -> None:
    """Servers say ISO-8859-1 of everything."""
    assert ("“Déjà vu”", "utf-8") == decode("“Déjà vu”".encode(), "iso-8859-1")


def test_what_was_declared_utf_8_and_is_not_is_guessed() -> None:
    assert ("“Déjà vu”", "cp1252") == decode("“Déjà vu”".encode("cp1252"), "utf-8")


def test_declaration_that_reads_as_gibberish_is_not_believed() -> None:
    text = "フェリーは予定より早く港に戻った。"

    assert text == decode(text.encode("cp932"), "euc-jp")[0]


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1251">', "windows-1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"),
        (b"<!-- <meta charset=big5> --><p>", ""),
        (b"<p>charset=big5", ""),
        (b"<meta " * 2000, ""),
    ],
)
def test_head_of_a_page_declares_its_encoding(head: bytes, charset: str) -> None:
    assert charset == find_declared_charset(head)
