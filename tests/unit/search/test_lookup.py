"""Looking quotes up: words anywhere, @names, the best first."""

from __future__ import annotations

from reader.model.document import Document
from reader.model.quotations import Attribution, Quote, QuoteKind, Speaker
from reader.model.span import Span
from reader.search.fold import fold
from reader.search.lookup import QuoteIndex, marked_words, parse_query

QUOTES = [
    ("“We shall open the harbour again,”", 0),
    ("“The open sea is no harbour.”", 1),
    ("“Reopening costs money.”", None),
    ("“Café lights,”", 1),
]


def document() -> Document:
    text, quotes = "", []
    for words, speaker in QUOTES:
        span = Span(len(text), len(text) + len(words))
        given = None if speaker is None else Attribution(speaker, "said-after", "said, after the quote", 0.9)
        quotes.append(Quote(span, Span(span.start + 1, span.end - 1), QuoteKind.DIRECT, given))
        text += words + "\n\n"
    speakers = (Speaker("Runa Ålund", "Harbour Master"), Speaker("Otto Fenwick"))
    return Document(text, quotes=tuple(quotes), speakers=speakers)


def look_up(typed: str) -> list[int]:
    return QuoteIndex(document()).look_up(typed)


def test_nothing_typed_lists_all_in_order() -> None:
    assert [0, 1, 2, 3] == look_up("")


def test_words_may_stand_in_any_order() -> None:
    assert [0, 1] == look_up("harbour open")


def test_words_side_by_side_come_first() -> None:
    assert [1, 0] == look_up("the open")


def test_beginnings_of_words_come_before_middles() -> None:
    assert [0, 1, 2] == look_up("open")


def test_case_and_accents_do_not_count() -> None:
    assert [3] == look_up("CAFE")


def test_a_name_behind_an_at_sign_is_the_speakers() -> None:
    assert [1, 3] == look_up("@otto")


def test_a_name_may_be_its_beginning() -> None:
    assert [1, 3] == look_up("@fen")


def test_the_middle_of_a_name_does_not_count() -> None:
    assert [] == look_up("@wick")


def test_a_name_without_its_accents() -> None:
    assert [0] == look_up("@alund")


def test_a_role_is_a_name_too() -> None:
    assert [0] == look_up("@master")


def test_a_name_and_words_narrow_together() -> None:
    assert [1] == look_up("@otto sea")


def test_a_name_without_the_sign_finds_its_quotes() -> None:
    assert [0] == look_up("runa open")


def test_an_at_sign_alone_lists_all() -> None:
    assert [0, 1, 2, 3] == look_up("@")


def test_what_nobody_said_finds_nothing() -> None:
    assert [] == look_up("submarine")


def test_words_typed_are_marked_in_order() -> None:
    assert [(4, 8), (12, 15)] == marked_words(fold("The open is sea"), parse_query("sea open"))


def test_marks_are_offsets_of_the_text_as_it_stands() -> None:
    assert [(2, 6)] == marked_words(fold("ﬃ Café"), parse_query("cafe"))
