"""A source map leads spans back, or says that it cannot."""

from __future__ import annotations

from reader.model.sourcemap import SourceMap
from reader.model.span import Span

# “one” at 10 and “two” at 20, two characters of the parser's own between them.
MAP = SourceMap((0, 5), (3, 8), (10, 20))


def test_span_inside_a_stretch() -> None:
    assert Span(11, 13) == MAP.to_source(Span(1, 3))


def test_span_over_two_stretches_covers_what_lies_between() -> None:
    assert Span(10, 23) == MAP.to_source(Span(0, 8))


def test_span_that_ends_in_no_stretch_has_no_source() -> None:
    assert MAP.to_source(Span(0, 4)) is None


def test_empty_span_has_no_source() -> None:
    assert MAP.to_source(Span(1, 1)) is None


def test_nearest_source_of_an_own_character_is_the_last_before_it() -> None:
    assert MAP.nearest_source_offset(4) == 12


def test_nearest_source_before_every_stretch_is_the_first() -> None:
    assert SourceMap((2,), (3,), (7,)).nearest_source_offset(0) == 7
