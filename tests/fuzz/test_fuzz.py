"""No input of strangers gives more than a sentence: any bytes, mutated files, and what was a finding once."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError

from .mutations import mutate
from .seeds import kept_cases, seeds_of
from .targets import TARGETS

ANY_SPEED = list(HealthCheck)
NAMES = pytest.mark.parametrize("name", TARGETS)


def few(name: str) -> settings:
    return settings(max_examples=4 if TARGETS[name].is_slow else 25, suppress_health_check=ANY_SPEED)


def feed(name: str, data: bytes) -> None:
    with suppress(ReaderError):
        TARGETS[name].run(data)


@NAMES
def test_any_bytes(name: str) -> None:
    pieces = st.one_of(st.binary(max_size=20), st.sampled_from((*TARGETS[name].tokens, b"\n")))

    @few(name)
    @given(st.lists(pieces, max_size=30).map(b"".join))
    def feed_any(data: bytes) -> None:
        feed(name, data)

    feed_any()


@NAMES
def test_changed_files(name: str) -> None:
    seeds = [data for data in seeds_of(name) if len(data) < 8000]

    @few(name)
    @given(st.sampled_from(seeds), st.sampled_from(seeds), st.integers(0, 2**32))
    def feed_changed(data: bytes, other: bytes, seed: int) -> None:
        feed(name, mutate(data, other, TARGETS[name].tokens, seed))

    feed_changed()


@NAMES
def test_what_was_found_once(name: str) -> None:
    for data in kept_cases(name):
        feed(name, data)
