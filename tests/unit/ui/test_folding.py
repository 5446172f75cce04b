"""Which panes a window has room for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.folding import Pane, Wishes, folded

SIDES = st.sampled_from([Pane.OUTLINE, Pane.QUOTES])
WISHES = st.builds(
    Wishes,
    outline=st.booleans(),
    quotes=st.booleans(),
    side=st.one_of(st.none(), SIDES),
    overlay=st.one_of(st.none(), SIDES),
    alone=st.booleans(),
)
COLUMNS, ROWS = st.integers(1, 300), st.integers(1, 100)


@pytest.mark.parametrize(("columns", "panes"), [(200, 3), (110, 3), (109, 2), (70, 2), (69, 1), (40, 1), (1, 1)])
def test_panes_by_columns(columns: int, panes: int) -> None:
    assert panes == len(folded(Wishes(), columns, 40).shown)


@pytest.mark.parametrize(("rows", "header"), [(40, True), (13, True), (12, False), (1, False)])
def test_the_header_goes_in_a_low_window(rows: int, header: bool) -> None:
    assert header == folded(Wishes(), 120, rows).header


@given(WISHES, COLUMNS, ROWS)
def test_something_is_always_shown(wishes: Wishes, columns: int, rows: int) -> None:
    assert folded(wishes, columns, rows).shown


@given(WISHES, st.integers(70, 300), ROWS)
def test_the_outline_takes_at_most_28_columns_or_a_quarter(wishes: Wishes, columns: int, rows: int) -> None:
    assert folded(wishes, columns, rows).outline <= min(28, columns / 4)


@given(WISHES, st.integers(70, 300), ROWS)
def test_the_body_keeps_at_least_four_tenths(wishes: Wishes, columns: int, rows: int) -> None:
    folding = folded(wishes, columns, rows)

    assert columns - folding.outline - folding.quotes >= columns * 0.4


@given(WISHES, st.integers(1, 69), ROWS)
def test_a_narrow_window_shows_one_pane(wishes: Wishes, columns: int, rows: int) -> None:
    assert 1 == len(folded(wishes, columns, rows).shown)


@given(WISHES, SIDES, COLUMNS)
def test_a_toggle_shows_what_was_hidden_and_hides_what_was_shown(wishes: Wishes, pane: Pane, columns: int) -> None:
    was_shown = pane in folded(wishes, columns, 40).shown

    assert was_shown is not (pane in folded(wishes.toggled(pane, columns), columns, 40).shown)


@given(WISHES, SIDES, COLUMNS)
def test_two_toggles_show_the_same_panes_unless_the_text_was_alone(wishes: Wishes, pane: Pane, columns: int) -> None:
    twice = wishes.toggled(pane, columns).toggled(pane, columns)
    before = folded(wishes, columns, 40).shown

    assert (pane in before) == (pane in folded(twice, columns, 40).shown)
