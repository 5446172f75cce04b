"""`pullquote show`: wrapped, marked, and in colour where colour is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.layout.cells import cell_len

from .conftest import Answer, run_process
from .test_on_a_terminal import COLUMNS, seen

Ask = Callable[..., Answer]
_SGR = re.compile(r"\x1b\[[\d;]*m")


def forced(*words: str | Path, **environment: str) -> str:
    told = {"CLICOLOR_FORCE": "1", "TERM": "xterm-256color", "NO_COLOR": ""} | environment
    return run_process("show", *words, **told).stdout.decode()


def test_a_pipe_gets_no_codes(article: Path) -> None:
    assert b"\x1b" not in run_process("show", article).stdout


def test_a_bar_stands_beside_what_is_quoted(article: Path) -> None:
    shown = run_process("show", article).stdout.decode().splitlines()

    assert ["▎", " "] == [
        next(line[0] for line in shown if words in line) for words in ("We have been", "weather office")
    ]


def test_the_speaker_stands_beside_the_quote_where_there_is_room(article: Path) -> None:
    shown = run_process("show", "--width", "120", article).stdout.decode()

    assert re.search(r"“We have been .* {2}Runa Ålund$|“We have been .* {2}Harbour Master Runa", shown, re.MULTILINE)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 130])
def test_no_line_is_wider_than_asked(article: Path, width: int) -> None:
    shown = run_process("show", "--width", str(width), article).stdout.decode()

    assert max(map(cell_len, shown.splitlines())) <= width


def test_a_pipe_gets_colours_when_they_are_forced(article: Path) -> None:
    assert _SGR.search(forced(article))


def test_the_words_are_the_same_in_colour(article: Path) -> None:
    assert run_process("show", article).stdout.decode() == _SGR.sub("", forced(article))


def test_without_colours_weight_stays(article: Path) -> None:
    codes = set(_SGR.findall(forced(article, NO_COLOR="1")))

    assert codes <= {"\x1b[0m", "\x1b[1m", "\x1b[3m", "\x1b[4m", "\x1b[1;4m"}
    assert "\x1b[1m" in codes


def test_a_theme_has_its_own_colours(article: Path) -> None:
    assert "\x1b[1;38;2;" in forced("--theme", "sepia", article, COLORTERM="truecolor")


def test_a_terminal_gets_colours_and_its_width(article: Path) -> None:
    shown = seen("show", article)

    assert (True, True) == (
        bool(_SGR.search(shown)),
        max(map(cell_len, _SGR.sub("", shown).splitlines())) <= COLUMNS,
    )


def test_a_dumb_terminal_gets_text(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")

    assert "\x1b" not in seen("show", article)


def test_several_articles_are_headed_by_their_names(ask: Ask, article: Path, without_quotes: Path) -> None:
    out = ask("show", article, without_quotes).out

    assert out.count("==> ") == 2
