"""When a frame may go: at most one that the terminal has not answered for."""

from __future__ import annotations

from reader.terminal.pacing import FENCE, Pacer


def _proven() -> Pacer:
    pacer = Pacer()
    pacer.fence(1000, 0.0)
    pacer.answered()
    return pacer


def test_a_terminal_that_never_answered_is_not_waited_for() -> None:
    pacer = Pacer()
    pacer.fence(1000, 0.0)

    assert 0.0 == pacer.wait_seconds(0.1)


def test_a_terminal_that_never_answers_is_asked_three_times() -> None:
    pacer = Pacer()

    assert [FENCE, FENCE, FENCE, "", ""] == [pacer.fence(1000, n) for n in range(5)]


def test_the_next_frame_waits_for_the_answer() -> None:
    pacer = _proven()
    pacer.fence(1000, 5.0)

    assert pacer.wait_seconds(5.1) > 1


def test_an_answer_lets_the_next_frame_go() -> None:
    pacer = _proven()
    pacer.fence(1000, 5.0)

    pacer.answered()

    assert 0.0 == pacer.wait_seconds(5.1)


def test_small_frames_share_a_fence() -> None:
    pacer = _proven()

    assert ["", "", FENCE] == [pacer.fence(100, n) for n in range(3)]


def test_a_lost_answer_holds_nothing_up_for_ever() -> None:
    pacer = _proven()
    pacer.fence(1000, 5.0)

    assert 0.0 == pacer.wait_seconds(60.0)


def test_after_a_lost_answer_each_next_one_counts_again() -> None:
    pacer = _proven()
    pacer.fence(1000, 5.0)
    pacer.fence(1000, 60.0)

    pacer.answered()

    assert not pacer.waiting


def test_a_terminal_that_fell_silent_is_not_waited_for_any_more() -> None:
    pacer = _proven()
    for time in range(4):
        pacer.fence(1000, time * 60.0)

    assert not pacer.waiting


def test_a_late_answer_proves_that_there_are_answers() -> None:
    pacer = Pacer()
    for time in range(6):
        pacer.fence(1000, float(time))

    pacer.answered()

    assert FENCE == pacer.fence(1000, 7.0)
