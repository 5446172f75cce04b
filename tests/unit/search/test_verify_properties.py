"""What holds of verify for every text: it answers, its passages cut the words, and one more word is never “exact”."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.model.blocks import Block, BlockKind
from reader.model.document import Document
from reader.model.quotations import Quote, QuoteKind
from reader.model.span import Span
from reader.search.verify import Verdict, verify

WORDS = st.sampled_from("we will not go to the harbour before noon … can’t 1,250 -5 $3 no? “so” (yes) naïve".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


def document_of(before: str, quoted: str, after: str) -> Document:
    text = f"{before} “{quoted}” {after}"
    start = len(before) + 2
    span = Span(start, start + len(quoted))
    quote = Quote(Span(span.start - 1, span.end + 1), span, QuoteKind.DIRECT)
    return Document(text, blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), quotes=(quote,))


@given(st.text(), st.text(), st.text())
def test_any_text_gets_a_verdict(quotation: str, before: str, quoted: str) -> None:
    try:
        finding = verify(quotation, [document_of(before, quoted, "")]).finding
    except UsageError:
        return
    assert (finding.verdict is Verdict.NOT_FOUND) == (finding.passages == ())


@settings(max_examples=200)
@given(SENTENCES, SENTENCES, SENTENCES, st.data())
def test_a_word_put_in_is_never_exact(before: str, quoted: str, after: str, data: st.DataObject) -> None:
    words = quoted.split()
    at = data.draw(st.integers(0, len(words)))
    quotation = " ".join([*words[:at], "zebra", *words[at:]])
    finding = verify(quotation, [document_of(before, quoted, after)]).finding

    assert finding.verdict not in {Verdict.EXACT, Verdict.SAME_WORDS, Verdict.SHORTENED}


@settings(max_examples=200)
@given(SENTENCES, SENTENCES)
def test_the_whole_quotation_is_exact_or_at_least_the_same_words(before: str, after: str) -> None:
    """Whatever stands around it, marks of omission and half the same words included."""
    quoted = "Tea is taken at four, and the harbour does not wait"
    finding = verify(quoted, [document_of(before, quoted, after)]).finding

    assert Verdict.EXACT is finding.verdict


@settings(max_examples=200)
@given(SENTENCES, st.data())
def test_a_word_taken_out_is_never_what_was_said(quoted: str, data: st.DataObject) -> None:
    """From the middle: at an end it is a clean cut."""
    words = ["Tea", *(word for word in quoted.split() if word != "…"), "four"]
    at = data.draw(st.integers(1, len(words) - 2)) if len(words) > 2 else 0
    if not at or words[at] in words[at - 1 : at] + words[at + 1 : at + 2]:
        return  # “go go” without a “go” is what was said, cut
    left = " ".join([*words[:at], *words[at + 1 :]])
    finding = verify(left, [document_of("Nothing.", " ".join(words), "Nothing.")]).finding

    assert finding.verdict not in {Verdict.EXACT, Verdict.SAME_WORDS, Verdict.SHORTENED}
