"""Reading line by line: on a dumb terminal, when asked for, and over a pipe."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.terminal.program.terminal import PROGRAM, ROOT, surroundings, terminal

from .tour import ARTICLE

SIZE = (50, 24)


def answers_to(commands: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What is printed when the commands come through a pipe."""
    return subprocess.run(
        [*PROGRAM, "--linear", *arguments],
        input=commands,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=surroundings(),
        check=False,
    )


@pytest.mark.parametrize(
    ("options", "environment"), [([], {"TERM": "dumb"}), ([], {"TERM": ""}), (["--linear"], {})], ids=str
)
def test_a_terminal_without_a_screen_is_sent_words_alone(options: list[str], environment: dict[str, str]) -> None:
    with terminal([ARTICLE, *options], SIZE, **environment) as seen:
        seen.wait_for("leave.")
        seen.type("quote 2\n")
        seen.wait_for("Speaker: Otto Fenwick.")
        seen.type("q\n")

        assert 0 == seen.wait_for_end()
        assert b"\x1b" not in seen.raw


def test_no_line_printed_is_wider_than_the_terminal() -> None:
    with terminal([ARTICLE], SIZE, TERM="dumb") as seen:
        seen.wait_for("leave.\n>")  # typed before the prompt, the first answer would stand behind it
        seen.type("quotes\ns\nhelp\nfind boat\nq\n")
        seen.wait_for_end()

        assert [] == [line for line in seen.raw.decode().split("\r\n") if len(line) > SIZE[0]]


def test_the_end_of_the_keys_is_the_end() -> None:
    with terminal([ARTICLE], SIZE, TERM="dumb") as seen:
        seen.wait_for("leave.")
        seen.type("\x04")

        assert 0 == seen.wait_for_end()


def test_an_article_from_a_pipe_leaves_the_keys_to_the_terminal() -> None:
    program = ["sh", "-c", f'cat {ARTICLE} | "$@"', "sh", *PROGRAM]
    with terminal(["-"], SIZE, program=program, TERM="dumb") as seen:
        seen.wait_for("leave.")
        seen.type("s\n")
        seen.wait_for("Section 1: The First Boat, 2 quotes.")
        seen.type("q\n")

        assert 0 == seen.wait_for_end()


def test_commands_through_a_pipe_are_answered() -> None:
    answered = answers_to("quote 2\nq\nquote 1\n", ARTICLE)

    assert '"a lesson in tinned fish"' in answered.stdout.split("q to leave.")[1]
    assert "Quote 1" not in answered.stdout


def test_the_whole_text_is_printed_first() -> None:
    printed = answers_to("", ARTICLE).stdout

    assert printed.startswith("Ferry to Run Again From Monday\n==============================\n")
    assert "and the inn has its lamps lit again." in printed


def test_a_long_text_is_printed_part_by_part(tmp_path: Path) -> None:
    book = tmp_path / "book.txt"
    book.write_text("One sentence about the sea and the boat.\n\n" * 2000, encoding="utf-8")

    assert len(answers_to("", str(book)).stdout.splitlines()) < 40


def test_a_book_is_begun_before_it_is_read_to_its_end(tmp_path: Path) -> None:
    """What needs the rest or the quotes waits for them; going on to the next part does not."""
    book = tmp_path / "book.txt"
    chapter = "“We sail at six,” said Runa Lund. " + "The ferry runs again from Monday. " * 40
    book.write_text("\n\n".join(f"CHAPTER {number}\n\n{chapter}" for number in range(1, 900)), encoding="utf-8")
    with terminal([str(book)], SIZE, TERM="dumb") as seen:
        seen.wait_for("long text")
        seen.type("n\nquote 899\nq\n")

        assert 0 == seen.wait_for_end()
        assert "Quote 899 of 899" in seen.raw.decode()


def test_several_texts_follow_each_other(tmp_path: Path) -> None:
    other = tmp_path / "calm.txt"
    other.write_text("A Calm Day\n\nNothing happened in Skarholm on Sunday.\n", encoding="utf-8")

    printed = answers_to("q\n", ARTICLE, str(other)).stdout

    assert printed.index("Ferry to Run") < printed.index("q to leave.") < printed.index("Nothing happened")


def test_a_missing_file_is_trouble() -> None:
    assert 2 == answers_to("", "no-such-file.txt").returncode


def test_a_reader_that_closes_the_pipe_is_fine() -> None:
    line = f"{' '.join(PROGRAM)} --linear {ARTICLE} </dev/null | head -1; exit 0"
    done = subprocess.run(["sh", "-c", line], capture_output=True, cwd=ROOT, env=dict(os.environ), check=False)

    assert b"" == done.stderr


@pytest.mark.parametrize(
    ("options", "answer"),
    [(["--at", "boat"], "boat"), (["--speaker", "fenwick"], "Otto Fenwick"), (["+/boat"], "boat")],
)
def test_a_place_named_on_the_command_line_is_answered_first(options: list[str], answer: str) -> None:
    printed = answers_to("q\n", ARTICLE, *options).stdout.split("leave.")[-1]

    assert answer in printed
