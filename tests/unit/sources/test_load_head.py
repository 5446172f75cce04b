"""The first lines of a long file, read before the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.reading import open_place
from reader.sources.load import HEAD_BYTES, LONG_FILE, load_head, load_source

PARAGRAPH = "The ferry left at ten with forty aboard, and nobody on the quay waved it off that night.\n\n"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "book.txt"
    path.write_text(PARAGRAPH * (LONG_FILE // len(PARAGRAPH) + 1), encoding="utf-8")
    return path


def test_the_head_is_a_prefix_of_the_whole(book: Path) -> None:
    head = load_head(str(book))

    assert head is not None
    assert load_source(str(book)).text.startswith(head.text)


def test_the_head_is_no_longer_than_it_need_be(book: Path) -> None:
    head = load_head(str(book))

    assert head is not None
    assert len(head.text) <= HEAD_BYTES


def test_a_short_file_has_no_head(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text(PARAGRAPH, encoding="utf-8")

    assert load_head(str(path)) is None


def test_a_single_long_line_has_no_head(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text("word " * LONG_FILE, encoding="utf-8")

    assert load_head(str(path)) is None


def test_markdown_with_definitions_has_no_head(book: Path) -> None:
    """A link of the first page may be defined on the last."""
    path = book.with_suffix(".md")
    path.write_text(book.read_text(encoding="utf-8") + "\n[quay]: https://example.org\n", encoding="utf-8")

    assert load_head(str(path)) is None


def test_standard_input_has_no_head() -> None:
    assert load_head("-") is None


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        load_head(str(tmp_path / "missing.txt"))


def test_a_file_that_vanishes_while_it_is_read_says_so(book: Path) -> None:
    opening = open_place(str(book))
    book.unlink()

    with pytest.raises(SourceError, match="there is no such file"):
        list(opening.stages())


def test_the_whole_comes_after_the_head(book: Path) -> None:
    opening = open_place(str(book))
    whole, _ = next(iter(opening.stages()))

    assert len(load_source(str(book)).text.rstrip()) == len(whole.text)
