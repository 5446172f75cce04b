"""The terminal's answers never reach the app as keys, and every key does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.terminal.replies import Replies, ReplyFilter

ANSWERS = ["\x1b[0n", "\x1b[3n", "\x1b[?69;2$y", "\x1b[?69;0$y"]
KEYS = ["j", "\x1b", "\x1b[A", "\x1b[0;5u", "\x1b[?2026;2$y", "\x1b[<0;3;4M", "é", "\x1b[I", "\x1bOP", "["]


@given(st.lists(st.sampled_from(ANSWERS + KEYS)), st.randoms())
def test_answers_are_cut_out_wherever_the_reads_end(pieces: list[str], random: object) -> None:
    replies, stream, keys = ReplyFilter(), "".join(pieces), ""

    while stream:
        size = random.randint(1, 9)  # type: ignore[attr-defined]
        keys += replies.feed(stream[:size], expecting=True).keys
        stream = stream[size:]

    assert "".join(piece for piece in pieces if piece in KEYS) == keys + replies.release()


def test_answers_are_counted() -> None:
    assert Replies("jk", 2, False) == ReplyFilter().feed("j\x1b[0nk\x1b[0n", expecting=True)


def test_margins_are_noticed() -> None:
    assert Replies("", 0, True) == ReplyFilter().feed("\x1b[?69;2$y", expecting=False)


def test_a_terminal_without_margins_says_so() -> None:
    assert not ReplyFilter().feed("\x1b[?69;4$y", expecting=False).margins


def test_escape_is_not_held_back_when_no_answer_is_due() -> None:
    assert "\x1b" == ReplyFilter().feed("\x1b", expecting=False).keys
