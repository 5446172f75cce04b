"""Small windows, and a mouse that is the terminal's until a key takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.program.terminal import terminal

from .tour import ARTICLE

WHEEL_DOWN, WHEEL_UP, CLICK = "\x1b[<65;9;9M", "\x1b[<64;9;9M", "\x1b[<0;9;9M\x1b[<0;9;9m"


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))


def test_at_40_by_12_eleven_lines_are_text() -> None:
    with terminal([ARTICLE], (40, 12)) as seen:
        seen.wait_for("/4")

        assert seen.rows[0].strip().startswith("Ferry to Run")
        assert seen.rows[10].strip()


def test_the_smallest_window_shows_text() -> None:
    with terminal([ARTICLE], (20, 5)) as seen:
        seen.wait_for("/4")

        assert seen.rows[0].strip().startswith("Ferry to Run")


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (12, 3)])
def test_a_smaller_one_says_how_large_it_must_be(size: tuple[int, int]) -> None:
    with terminal([ARTICLE], size) as seen:
        seen.wait_for("least")

        assert "20" in seen.text
        assert "5" in seen.text


def test_a_larger_window_brings_the_text_back() -> None:
    with terminal([ARTICLE], (80, 24), TERM="vt220") as seen:
        seen.wait_for("/4")
        seen.type("G")
        seen.wait_for("100%  quote")
        before = seen.text
        seen.resize(19, 4)
        seen.wait_for("too")
        seen.resize(80, 24)
        seen.wait_for("100%  quote")

        assert before == seen.text


@pytest.mark.parametrize("size", [(1, 1), (19, 4)])
def test_in_a_window_too_small_q_still_quits(size: tuple[int, int]) -> None:
    with terminal([ARTICLE], size) as seen:
        seen.wait_for("T")
        seen.type("q")

        assert 0 == seen.wait_for_end()


def test_the_mouse_is_left_to_the_terminal() -> None:
    with terminal([ARTICLE], (80, 24)) as seen:
        seen.wait_for("/4")
        seen.type("j")
        seen.type("q")
        seen.wait_for_end()

        assert not [mode for mode in (b"1000h", b"1002h", b"1003h") if mode in seen.raw]


@pytest.mark.parametrize("options", [[], ["--no-thrift"]], ids=["thrifty", "whole"])
def test_m_takes_the_wheel(options: list[str]) -> None:
    with terminal([ARTICLE, *options], (40, 12), TERM="vt220") as seen:  # pyte cannot scroll as others do
        seen.wait_for("/4")
        third, sixth = seen.rows[3], seen.rows[6]
        seen.type("M")
        seen.wait_for("mouse on")
        seen.type(WHEEL_DOWN)
        seen.wait_for("%")
        seen.type(WHEEL_DOWN)
        seen.type(WHEEL_UP)
        seen.type(CLICK)
        seen.type("j")
        seen.type("k")
        seen.type("?")
        seen.wait_for("Move")
        seen.type("q")
        seen.wait_for("%  quote")

        assert [third, sixth] == [seen.rows[0], seen.rows[3]]


def test_m_gives_the_mouse_back() -> None:
    with terminal([ARTICLE], (80, 24)) as seen:
        seen.wait_for("/4")
        seen.type("M")
        seen.wait_for("mouse on")
        taken = len(seen.raw)
        seen.type("M")
        seen.wait_for("the terminal selects text")

        assert b"\x1b[?1000h" in seen.raw[:taken]
        assert b"\x1b[?1000l" in seen.raw[taken:]


def test_quitting_gives_the_mouse_back() -> None:
    with terminal([ARTICLE], (80, 24)) as seen:
        seen.wait_for("/4")
        seen.type("M")
        seen.wait_for("mouse on")
        taken = len(seen.raw)
        seen.type("q")
        seen.wait_for_end()

        assert b"\x1b[?1000l" in seen.raw[taken:]
