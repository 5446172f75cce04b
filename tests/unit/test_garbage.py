"""The collector is as it was when reading ends, whatever happens."""

from __future__ import annotations

import gc

import pytest

from reader.garbage import uncollected


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
