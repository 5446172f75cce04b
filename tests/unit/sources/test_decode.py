"""Bytes become text whatever encoding they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.decode import decode

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
    assert ("caf\ufffd \xe9", "cp1252") == decode(b"caf\x81 \xe9")


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
