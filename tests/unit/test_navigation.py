"""Where moves lead: to the next landmark, by counts, at most to the outermost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import navigation
from reader.model.quotations import Quote, QuoteKind
from reader.model.span import Span
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.source import Source

FIRST, SECOND = "“We go at six,” said Ada Low.", "“We do not go at all,” said Bo Hill."
ARTICLE = find_quotes(parse(Source("x", f"# Title\n\n## One\n\n{FIRST}\n\n## Two\n\n- item\n\n{SECOND}\n", "markdown")))
LANDMARKS = navigation.Landmarks(ARTICLE)
OFFSETS = [10, 20, 30]


@pytest.mark.parametrize(
    ("current", "count", "expected"),
    [
        (0, 1, 0),
        (10, 1, 1),
        (10, 2, 2),
        (10, 9, 2),
        (30, 1, None),
        (30, -1, 1),
        (31, -1, 2),
        (30, -9, 0),
        (10, -1, None),
    ],
)
def test_a_step_leads_to(current: int, count: int, expected: int | None) -> None:
    assert expected == navigation.step(OFFSETS, current, count)


@given(st.sets(st.integers(0, 50)).map(sorted), st.integers(0, 50), st.integers(-5, 5).filter(bool))
def test_a_step_leads_on_in_its_direction(offsets: list[int], current: int, count: int) -> None:
    index = navigation.step(offsets, current, count)
    beyond = [offset for offset in offsets if (offset - current) * count > 0]

    assert (index is not None and offsets[index] in beyond) or not beyond


@pytest.mark.parametrize(("offset", "length", "expected"), [(0, 0, 100), (0, 8, 0), (7, 8, 87), (8, 8, 100)])
def test_per_cent_of_the_text(offset: int, length: int, expected: int) -> None:
    assert expected == navigation.percent(offset, length)


def test_the_section_read_is_the_last_heading_before() -> None:
    assert 1 == LANDMARKS.section_at(len(ARTICLE.text) - 1)


def test_before_the_first_heading_there_is_no_section() -> None:
    document = parse(Source("x", "Words before.\n\n# One\n\nWords.\n", "markdown"))

    assert navigation.Landmarks(document).section_at(0) is None


def test_the_quote_read_is_the_next_one_in_view() -> None:
    assert 0 == LANDMARKS.quote_at(0, 30)


def test_between_two_quotes_it_is_the_one_behind() -> None:
    assert 0 == LANDMARKS.quote_at(LANDMARKS.quotes[0] + 1, LANDMARKS.quotes[1])


def test_before_the_first_quote_comes_into_view_there_is_none() -> None:
    assert LANDMARKS.quote_at(0, LANDMARKS.quotes[0]) is None


def test_a_paragraph_with_a_bullet_begins_at_the_words() -> None:
    assert ARTICLE.text.index("item") in LANDMARKS.paragraphs


def chain(*continues: int | None) -> list[Quote]:
    return [
        Quote(Span(start, start + 1), Span(start, start + 1), QuoteKind.DIRECT, continues=before)
        for start, before in enumerate(continues)
    ]


def test_a_quotation_is_all_its_parts() -> None:
    assert [0, 1, 3] == navigation.whole_quote(chain(None, 0, None, 1), 3)


def test_a_quote_that_goes_on_from_none_is_alone() -> None:
    assert [2] == navigation.whole_quote(chain(None, 0, None, 1), 2)
