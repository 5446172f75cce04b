"""The words of the status line that say where the reader is."""

from __future__ import annotations

import pytest

from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind
from reader.model.span import Span
from reader.ui.whereabouts import Whereabouts, place_words

TEXT = "x" * 200
QUOTED = Document(TEXT, quotes=(Quote(Span(0, 10), Span(1, 9), QuoteKind.DIRECT),) * 3)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (Whereabouts(Document(TEXT), 84, None, None, 0, is_loading_quotes=False), "42%"),
        (Whereabouts(Document(TEXT), 84, None, None, 0, is_loading_quotes=True), "42%  quotes …"),
        (Whereabouts(QUOTED, 200, 1, None, 0, is_loading_quotes=False), "100%  quote 2/3"),
        (Whereabouts(QUOTED, 0, None, None, 0, is_loading_quotes=False), "0%  quote 0/3"),
        (Whereabouts(QUOTED, 84, 1, 2, 14, is_loading_quotes=False), "match 3/14  42%  quote 2/3"),
    ],
)
def test_the_place_is_said_in_few_words(at: Whereabouts, words: str) -> None:
    assert words == place_words(at)
