"""`pullquote text` and what `pullquote FILE` prints into a pipe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.layout.cells import cell_len
from reader.reading import read
from reader.resources import sample_paths

from .conftest import Answer, run_process

Ask = Callable[..., Answer]


def test_the_text_is_the_documents(ask: Ask, article: Path) -> None:
    assert ask("text", article).out == read(str(article)).text + "\n"


def test_a_pipe_gets_the_text_instead_of_the_app(ask: Ask, article: Path) -> None:
    assert ask("text", article).out == ask(article).out


def test_several_files_in_a_pipe_are_headed_by_their_names(ask: Ask, article: Path, without_quotes: Path) -> None:
    headings = [line for line in ask(article, without_quotes).out.splitlines() if line.startswith("==>")]

    assert [f"==> {article} <==", f"==> {without_quotes} <=="] == headings


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [20, 72])
def test_no_line_is_wider_than_asked(ask: Ask, path: Path, width: int) -> None:
    lines = ask("text", "--width", str(width), path).out.splitlines()

    assert [] == [line for line in lines if cell_len(line) > width]


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_wrapping_loses_no_word(ask: Ask, path: Path) -> None:
    wrapped = ask("text", "--width", "30", path).out
    words = [word for word in wrapped.split() if word != ">"]

    assert len(wrapped) > 0
    assert sorted(read(str(path)).text.split()) == sorted(words)


def test_standard_input_is_a_dash() -> None:
    assert "Ein Satz." in run_process("text", "-", stdin=b"Ein Satz.\n").stdout.decode()


def test_standard_input_is_read_when_nothing_is_named() -> None:
    assert "Ein Satz." in run_process(stdin=b"Ein Satz.\n").stdout.decode()


def test_a_format_can_be_given_to_standard_input() -> None:
    assert run_process("text", "--as", "markdown", "-", stdin=b"*Ein* Satz.\n").stdout == b"Ein Satz.\n"


def test_output_into_a_pipe_is_utf_8_whatever_the_locale(article: Path) -> None:
    assert "Ålund".encode() in run_process("text", article, PYTHONIOENCODING="ascii").stdout


def test_text_takes_one_file(ask: Ask, article: Path) -> None:
    answer = ask("text", article, article)

    assert (2, "", "pullquote: pullquote text takes one file, not 2\n") == answer


@pytest.mark.parametrize("width", ["0", "-3", "seven"])
def test_a_width_that_makes_no_sense_is_refused(ask: Ask, article: Path, width: str) -> None:
    answer = ask("text", f"--width={width}", article)

    assert (2, "", 1) == (answer.code, answer.out, answer.err.count("\n"))
