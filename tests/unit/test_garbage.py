"""The collector is as it was when reading ends, whatever happens."""

from __future__ import annotations

import gc
import weakref

import pytest

from reader.garbage import uncollected


class Parser:
    """Refers to itself, as one with a table of its own methods does."""

    def __init__(self) -> None:
        self.lines = list(range(1000))
        self.table = {"write": self.__init__}


def test_it_is_off_inside_and_on_again_behind() -> None:
    with uncollected():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_error_turns_it_on_again() -> None:
    with pytest.raises(ValueError, match="no"), uncollected():
        raise ValueError("no")

    assert gc.isenabled()


def test_what_is_made_inside_is_collected_later() -> None:
    """Counted as old it stayed: memory ran out after some thousand articles."""
    made: list[weakref.ref[Parser]] = []
    for _ in range(100):
        with uncollected():
            made += [weakref.ref(Parser()) for _ in range(20)]

    assert sum(parser() is not None for parser in made) < len(made) / 2
