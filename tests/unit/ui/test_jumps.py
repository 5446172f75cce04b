"""Back and forward along the jumps."""

from __future__ import annotations

from reader.ui.jumps import Jumps


def test_back_leads_to_where_one_was() -> None:
    jumps = Jumps[int]()
    jumps.leave(1)

    assert 1 == jumps.back(5)


def test_forward_leads_to_where_back_came_from() -> None:
    jumps = Jumps[int]()
    jumps.leave(1)
    jumps.back(5)

    assert 5 == jumps.forward(1)


def test_places_come_back_in_turn() -> None:
    jumps = Jumps[int]()
    jumps.leave(1)
    jumps.leave(2)

    assert [2, 1] == [jumps.back(3), jumps.back(2)]


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    jumps = Jumps[int]()
    jumps.leave(1)
    jumps.back(5)
    jumps.leave(7)

    assert jumps.forward(8) is None


def test_without_a_jump_there_is_no_way_back() -> None:
    assert Jumps[int]().back(1) is None


def test_the_same_place_is_left_once() -> None:
    jumps = Jumps[int]()
    jumps.leave(1)
    jumps.leave(1)

    assert [1, None] == [jumps.back(3), jumps.back(1)]


def test_the_oldest_places_are_forgotten() -> None:
    jumps = Jumps[int](most=2)
    for place in (1, 2, 3):
        jumps.leave(place)

    assert [3, 2, None] == [jumps.back(9), jumps.back(3), jumps.back(2)]
