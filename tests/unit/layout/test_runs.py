"""A line divided into runs: nothing lost, every role where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.ranges import Ranges
from reader.layout.runs import divide

TEXT = "The boats came in late."


def ranges() -> st.SearchStrategy[list[tuple[int, int, str]]]:
    pair = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)
    one = st.tuples(pair, st.sampled_from("abc")).map(lambda drawn: (drawn[0][0], drawn[0][1], drawn[1]))
    return st.lists(one, max_size=12).map(sorted)


@given(ranges(), st.integers(0, 40), st.integers(1, 40))
def test_meeting_ranges_are_those_that_share_a_character(
    ordered: list[tuple[int, int, str]], start: int, length: int
) -> None:
    end = start + length
    shared = [(left, right, role) for left, right, role in ordered if max(left, start) < min(right, end)]

    assert sorted(shared) == sorted(Ranges(ordered).meeting(start, end))


@given(ranges(), st.integers(0, 40))
def test_an_empty_line_meets_the_ranges_that_go_on_over_it(ordered: list[tuple[int, int, str]], offset: int) -> None:
    around = [(left, right, role) for left, right, role in ordered if left < offset < right]

    assert sorted(around) == sorted(Ranges(ordered).meeting(offset, offset))


@given(st.text(max_size=40), st.lists(ranges(), max_size=3))
def test_runs_joined_are_the_line(text: str, layers: list[list[tuple[int, int, str]]]) -> None:
    runs = divide(text, 0, len(text), [Ranges(layer) for layer in layers])

    assert text == "".join(piece for piece, _ in runs)


@given(st.text(min_size=40, max_size=40), st.lists(ranges(), max_size=3))
def test_every_character_has_the_roles_of_its_ranges(text: str, layers: list[list[tuple[int, int, str]]]) -> None:
    runs = divide(text, 0, len(text), [Ranges(layer) for layer in layers], ("base",))
    roles = [set(roles) for piece, roles in runs for _ in piece]
    expected = [
        {"base"} | {role for layer in layers for start, end, role in layer if start <= offset < end}
        for offset in range(len(text))
    ]

    assert expected == roles


def test_a_line_without_ranges_is_one_run() -> None:
    assert [("boats", ("heading",))] == divide(TEXT, 4, 9, [], ("heading",))


def test_an_empty_line_has_no_run() -> None:
    assert [] == divide(TEXT, 4, 4, [])


def test_a_later_layer_is_stronger() -> None:
    quote, match = Ranges([(0, 9, "quote")]), Ranges([(4, 9, "match")])

    assert [("The ", ("quote",)), ("boats", ("quote", "match"))] == divide(TEXT, 0, 9, [quote, match])


def test_a_range_that_began_on_another_line_goes_on() -> None:
    assert [("boats", ("quote",)), (" came", ())] == divide(TEXT, 4, 14, [Ranges([(0, 9, "quote")])])
