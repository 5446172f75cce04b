"""A place becomes a source, or one sentence says why not."""

from __future__ import annotations

import gzip
import os
import socket
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError, SourceError, UsageError
from reader.sources import files
from reader.sources.gzipped import unpack_gzip
from reader.sources.load import load_source, source_from_bytes
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
    with pytest.raises(UsageError, match="unknown format doc: choose one of captions, docx, epub"):
        load_bytes(b"x", format="doc")


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
        (b"PK\x03\x04rest", "it is a ZIP archive; unpack it and open what is in it"),
        (b"\x89PNG\r\n", "it is a picture, not a text"),
        (b"\x1f\x8b\x08", "it is compressed, and its end is missing"),
        (b"\x1f\x8b\x08" + bytes(range(60)), "it is compressed, and damaged"),
        (gzip.compress(gzip.compress(gzip.compress(gzip.compress(b"x")))), "it is compressed again and again"),
    ],
    ids=["NULs", "controls", "ZIP", "PNG", "short gzip", "damaged gzip", "gzip in gzip"],
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


def test_gzipped_text_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md.gz"
    path.write_bytes(gzip.compress(b"It came.\n") + gzip.compress(b"It went.\n"))
    source = load_source(str(path))

    assert ("It came.\nIt went.\n", "markdown") == (source.text, source.format)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(SourceError, match="it unpacks to more than 1 MB"):
        unpack_gzip(gzip.compress(bytes(2_000_000)), "bomb", 1_000_000)


def test_bytes_read_elsewhere_become_a_source() -> None:
    """A server's word on the encoding is taken; a book is handed on as bytes."""
    page = source_from_bytes(
        "https://x.example/a", "<p>Größe".encode("cp1252"), media_type="text/html", charset="latin1"
    )
    book = source_from_bytes("https://x.example/b", b"%PDF-1.4")

    assert [("html", "<p>Größe"), ("pdf", "")] == [(page.format, page.text), (book.format, book.text)]


def test_size_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(packed := gzip.compress(b"It came."))

    assert len(packed) == load_source(str(path)).size


def test_endless_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    with Path("/dev/zero").open("rb") as endless, pytest.raises(SourceError, match="it is larger than"):
        load_source("-", stdin=endless)


def test_a_sparse_file_of_a_terabyte_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)

    assert why_not(path) == "it is larger than 256 MB; split it first"


def test_what_is_written_while_a_file_is_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(b"It came.\n")
    read = os.read

    def read_while_it_grows(descriptor: int, size: int) -> bytes:
        with path.open("ab") as file:
            file.write(b"and came\n")
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", read_while_it_grows)

    assert load_source(str(path)).text == "It came.\n"


def test_a_file_cut_while_it_is_read_is_read_as_far_as_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(b"It came.\n" * 100)
    fstat = os.fstat

    def cut(descriptor: int) -> os.stat_result:
        seen = fstat(descriptor)
        os.truncate(path, 9)
        return seen

    monkeypatch.setattr(os, "fstat", cut)

    assert load_source(str(path)).text == "It came.\n"


def test_link_to_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/dev/zero")

    assert why_not(tmp_path / "a.txt") == "it is a device"


def test_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")

    assert why_not(tmp_path / "a.txt") == "too many levels of symbolic links"


def test_name_with_a_newline(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.txt"
    path.write_text("It came.")

    assert load_source(str(path)).text == "It came."


def test_line_of_100_megabytes_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(SourceError, match="it is larger than 64 MB; split it first"):
        load_bytes(b"word " * 20_000_000)
