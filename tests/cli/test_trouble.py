"""What cannot be read or makes no sense: one sentence on standard error, code 2, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import main as door
from reader.cli.arguments import COMMANDS, OPEN, Arguments

from .conftest import ROOT, Answer, run_process

Ask = Callable[..., Answer]

COMMAND_WORDS = [[], ["quotes"], ["outline"], ["text"]]


def trouble(answer: Answer) -> tuple[int, str, int]:
    """The code, what was printed, and how many sentences were said."""
    return answer.code, answer.out, answer.err.count("\n")


@pytest.mark.parametrize("command", COMMAND_WORDS)
def test_a_missing_file_is_one_sentence(ask: Ask, tmp_path: Path, command: list[str]) -> None:
    assert (2, "", 1) == trouble(ask(*command, tmp_path / "missing.txt"))


@pytest.mark.parametrize("command", COMMAND_WORDS)
def test_a_directory_is_one_sentence(ask: Ask, tmp_path: Path, command: list[str]) -> None:
    assert (2, "", 1) == trouble(ask(*command, tmp_path))


@pytest.mark.parametrize("command", COMMAND_WORDS)
def test_an_empty_file_is_one_sentence(ask: Ask, tmp_path: Path, command: list[str]) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()

    assert (2, "", 1) == trouble(ask(*command, empty))


@pytest.mark.parametrize("command", COMMAND_WORDS)
def test_a_binary_file_is_one_sentence(ask: Ask, tmp_path: Path, command: list[str]) -> None:
    binary = tmp_path / "picture.md"
    binary.write_bytes(bytes(range(256)) * 64)

    assert (2, "", 1) == trouble(ask(*command, binary))


def test_nothing_to_read_is_one_sentence() -> None:
    assert (2, b"", 1) == _process_trouble("quotes")


@pytest.mark.parametrize(
    "words",
    [
        ["--nonsense"],
        ["quotes", "--format", "xml", "a.txt"],
        ["quotes", "--speaker"],
        ["outline", "--format", "csv", "a.txt"],
        ["text", "--speaker", "Ada", "a.txt"],
        ["--sample", "nonsense"],
        ["--as", "pdf", "a.txt"],
    ],
)
def test_a_line_that_makes_no_sense_is_one_sentence(ask: Ask, words: list[str]) -> None:
    assert (2, "", 1) == trouble(ask(*words))


def test_a_wrong_sample_names_the_right_ones(ask: Ask) -> None:
    assert "interview" in ask("--sample", "nonsense").err


def test_control_codes_in_a_file_name_are_not_sent_to_the_terminal(ask: Ask, tmp_path: Path) -> None:
    assert "\x1b" not in ask("quotes", tmp_path / "\x1b]0;title\x07.txt").err


def test_control_codes_in_a_file_name_are_not_printed(ask: Ask, article: Path) -> None:
    hostile = article.with_name("\x1b[2Jferry.txt")
    article.rename(hostile)
    formats = ("text", "jsonl", "json", "csv", "markdown")

    printed = "".join(ask("quotes", "--format", format, hostile, hostile).out for format in formats)

    assert "\x1b" not in printed + ask(hostile, hostile).out


def test_control_codes_in_a_file_are_not_printed(ask: Ask, article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("e", "e\x1b[31m\x9b31m\u202e"), encoding="utf-8")
    lines = (["text"], ["text", "--width", "40"], ["outline"], ["quotes"], ["quotes", "--format", "csv"], [])

    printed = "".join(ask(*words, article).out for words in lines)

    assert set() == set("\x1b\x9b\u202e") & set(printed)


def test_no_colours_in_a_pipe(article: Path) -> None:
    assert b"\x1b" not in run_process("quotes", article, TERM="xterm-256color", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("command", [["text"], ["quotes"], []])
def test_a_closed_pipe_is_success_and_silent(tmp_path: Path, command: list[str]) -> None:
    book = tmp_path / "book.txt"
    book.write_text("“It rained again,” said Ada Finch, and nobody answered her.\n\n" * 5000, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-m", "reader", *command, book],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.read(10)
    program.stdout.close()

    complaints = program.stderr.read()
    program.stderr.close()

    assert (0, b"") == (program.wait(), complaints)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full to be a full disk")
def test_a_full_disk_is_one_sentence(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "reader", "text", article],
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            check=False,
        )

    assert (2, 1, False) == (answer.returncode, answer.stderr.count(b"\n"), b"Traceback" in answer.stderr)


def test_an_interrupt_is_130_and_silent() -> None:
    script = "import signal, sys; from reader.cli import main; main._run = lambda arguments: signal.raise_signal(2); "
    answer = _python(script + "sys.exit(main.main(['--version']))")

    assert (128 + signal.SIGINT, b"", b"") == (answer.returncode, answer.stdout, answer.stderr)


def _fail(arguments: Arguments) -> int:
    raise KeyError("unforeseen")


def test_an_unforeseen_error_names_its_type_and_asks_for_a_report(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PULLQUOTE_DEBUG", raising=False)
    monkeypatch.setattr(door, "_run", _fail)

    answer = ask("text", "a.txt")

    assert (2, "", 1) == trouble(answer)
    assert "(KeyError): please report it" in answer.err


def test_debugging_shows_the_traceback_of_an_unforeseen_error(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_DEBUG", "1")
    monkeypatch.setattr(door, "_run", _fail)

    assert "Traceback" in ask("text", "a.txt").err


def test_a_closed_standard_error_is_no_reason_to_fail_otherwise() -> None:
    answer = _python("import sys; sys.stderr = None; from reader.cli.main import main; sys.exit(main(['text', 'no']))")

    assert (2, b"") == (answer.returncode, answer.stdout)


def test_a_closed_standard_output_is_one_sentence(article: Path) -> None:
    script = (
        f"import sys; sys.stdout = None; from reader.cli.main import main; sys.exit(main(['text', {str(article)!r}]))"
    )
    answer = _python(script)

    assert (2, b"pullquote: cannot write: standard output is closed\n") == (answer.returncode, answer.stderr)


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != OPEN and COMMANDS[name].takes[0] == "FILE"])
def test_two_bad_files_are_two_sentences_or_one_refusal(ask: Ask, tmp_path: Path, command: str) -> None:
    answer = ask(command, tmp_path / "a", tmp_path / "b")

    assert (2, 2 if COMMANDS[command].takes_several else 1) == (answer.code, answer.err.count("\n"))


def _python(script: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )


def _process_trouble(*words: str) -> tuple[int, bytes, int]:
    answer = run_process(*words)
    return answer.returncode, answer.stdout, answer.stderr.count(b"\n")
