"""Two maps in a row are one map."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model.sourcemap import SourceMap


@st.composite
def maps(draw: st.DrawFn) -> SourceMap:
    """A map of a few stretches with gaps, in order on both sides."""
    starts, ends, sources = [], [], []
    text = source = 0
    for gap, length, shift in draw(st.lists(st.tuples(*[st.integers(0, 4)] * 3), max_size=6)):
        starts.append(text := text + gap)
        ends.append(text := text + length + 1)
        sources.append(source := source + shift)
        source += length + 1
    return SourceMap(tuple(starts), tuple(ends), tuple(sources))


@given(maps(), maps())
def test_one_step_leads_where_two_steps_lead(first: SourceMap, second: SourceMap) -> None:
    between = [first.source_offset(offset) for offset in range(60)]
    expected = [None if offset is None else second.source_offset(offset) for offset in between]

    assert expected == [first.through(second).source_offset(offset) for offset in range(60)]
