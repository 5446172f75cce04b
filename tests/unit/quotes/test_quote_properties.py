"""What must hold for every text, however strange."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.safe import make_safe
from reader.sources.source import Source

_SIGNS = (
    "“ ” ‘ ’ \" ' « » „ 「 」 `` '' — … . , : ; ? ! ( ) [ ] > - •"
    ' 5" 6\'2" ’90s U.S. é 你 🙂 \n \n\n \n\n“ \t \xa0 \u200b'
)
_WORDS = """Mr. Mrs. Ann Lee Ben Okafor NATO he she I who said says told according to wrote called that the mayor of Ely
spokesman plan bridge “Yes,” ‘No.’ LEE:"""
_PIECES = st.sampled_from([*_SIGNS.split(" "), *_WORDS.split(), "said Ann Lee.", "“The bridge opens,” she said."])
TEXTS = st.lists(_PIECES, max_size=60).map(lambda pieces: " ".join(pieces)) | st.text(max_size=200)
FORMATS = st.sampled_from(("text", "markdown"))


def read(text: str, form: str) -> Document:
    return find_quotes(parse(Source(place="x", text=make_safe(text), format=form)))


@given(TEXTS, FORMATS)
def test_every_quote_cuts_words_out_of_the_text(text: str, form: str) -> None:
    document = read(text, form)
    for quote in document.quotes:
        assert quote.span.covers(quote.content)
        assert quote.span.end <= len(document.text)
        assert quote.content.cut(document.text).strip()


@given(TEXTS, FORMATS)
def test_quotes_stand_in_order_and_never_cross(text: str, form: str) -> None:
    quotes = read(text, form).quotes
    for before, after in pairwise(quotes):
        assert before.span.start <= after.span.start
        assert before.span.end <= after.span.start or before.span.covers(after.span)


@given(TEXTS, FORMATS)
def test_a_quote_never_leaves_its_block(text: str, form: str) -> None:
    document = read(text, form)
    leaves = [block.span for block in document.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    starts = [span.start for span in leaves]
    for quote in document.quotes:
        index = bisect_right(starts, quote.span.start) - 1
        if index >= 0 and leaves[index].overlaps(quote.span):
            assert leaves[index].covers(quote.span)


@given(TEXTS, FORMATS)
def test_every_attribution_is_whole(text: str, form: str) -> None:
    document = read(text, form)
    for index, quote in enumerate(document.quotes):
        assert quote.continues is None or quote.continues < index
        told = quote.attribution
        if told is not None:
            assert 0 <= told.confidence <= 1
            assert document.speakers[told.speaker].name.strip()
            assert told.rule
            assert "{" not in told.reason or "{" in text
            assert told.mention is None or told.mention.end <= len(document.text)


@given(TEXTS, FORMATS)
@settings(max_examples=40)
def test_the_same_text_gives_the_same_quotes(text: str, form: str) -> None:
    assert read(text, form).quotes == read(text, form).quotes


@given(TEXTS)
@settings(max_examples=40)
def test_nothing_but_quotes_and_speakers_changes(text: str) -> None:
    parsed = parse(Source(place="x", text=text, format="text"))
    found = find_quotes(parsed)
    assert (found.text, found.blocks, found.sections) == (parsed.text, parsed.blocks, parsed.sections)
