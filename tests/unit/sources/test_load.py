"""A place becomes a source, or one sentence says why not."""

from __future__ import annotations

import os
import socket
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError, SourceError, UsageError
from reader.sources.load import load_source
from reader.sources.safe import make_safe


def load_bytes(data: bytes, *, format: str | None = None) -> str:
    return load_source("-", stdin=BytesIO(data), format=format).text


def why_not(place: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        load_source(str(place))
    return caught.value.why


def test_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_bytes(b"# The Ferry\r\n\r\nIt came.\r\n")
    source = load_source(str(path))

    assert ("# The Ferry\n\nIt came.\n", "markdown", "utf-8") == (source.text, source.format, source.encoding)


def test_dash_reads_standard_input() -> None:
    assert load_bytes(b"It came.") == "It came."


def test_format_asked_for_wins(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text("It came.")

    assert load_source(str(path), format="text").format == "text"


def test_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown format pdf: choose text or markdown"):
        load_bytes(b"x", format="pdf")


def test_escape_codes_are_shown_in_text() -> None:
    assert load_bytes(b"a \x1b]52;c;aGk=\x07 b") == "a ␛]52;c;aGk=␇ b"


def test_marks_that_lengthen_the_text_are_mapped_back() -> None:
    source = load_source("-", stdin=BytesIO("a\u202eb".encode()))

    assert source.safe_map is not None
    assert source.safe_map.source_offset(source.text.index("b")) == 2


def test_missing_file(tmp_path: Path) -> None:
    assert why_not(tmp_path / "none.txt") == "there is no such file"


def test_missing_file_named_with_escape_codes() -> None:
    with pytest.raises(SourceError, match="cannot read /none/␛‹U\\+202E›: there is no such file"):
        load_source("/none/\x1b\u202e")


def test_directory(tmp_path: Path) -> None:
    assert why_not(tmp_path) == "it is a directory"


def test_path_through_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    assert why_not(f"{path}/b.txt") == "not a directory"


def test_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()

    assert why_not(path) == "it is empty"


def test_blank_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(" \n\t\n")

    assert why_not(path) == "it is empty but for white space"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"plain\0text\0and\0more", "it is binary, not a text"),
        (bytes(range(1, 9)) * 50, "it is binary, not a text"),
        (b"%PDF-1.7\n", "it is a PDF, not a text"),
        (b"PK\x03\x04rest", "it is a ZIP archive or an office document, not a text"),
        (b"\x89PNG\r\n", "it is a picture, not a text"),
        (b"\x1f\x8b\x08", "it is compressed, not a text"),
    ],
)
def test_binary_file(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    assert why == why_not(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)

    assert why_not(path) == "permission denied"


def test_named_pipe_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    assert why_not(path).startswith("it is a named pipe")


def test_pipe_of_the_shell_is_read() -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, b"It came.")
    os.close(write_end)
    text = load_source(f"/dev/fd/{read_end}").text
    os.close(read_end)

    assert text == "It came."


def test_device() -> None:
    assert why_not("/dev/zero") == "it is a device"


def test_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("s")

        assert why_not("s") == "it is a socket"


def test_name_with_a_nul() -> None:
    assert why_not("a\0b") == "a file name cannot hold a NUL"


def test_name_too_long() -> None:
    assert why_not("x" * 5000) == "file name too long"


@given(st.binary())
def test_any_bytes_give_safe_text_or_a_sentence(data: bytes) -> None:
    try:
        text = load_bytes(data)
    except ReaderError as error:
        text = str(error)

    assert make_safe(text) == text
