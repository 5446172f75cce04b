"""Linear reading: what is answered to which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.linear.answers import COMMANDS, MOST_PLACES, answer, greeting
from reader.cli.linear.printed import Printed
from reader.model.document import Document
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.source import Source

ARTICLE = """\
Ferry to Run Again From Monday

The ferry to Skarholm will run again from Monday, the harbour office said, after nine days of storm.

The First Boat

“We have been an island long enough,” said Harbour Master Runa Ålund, “and the first boat goes at six.”

Otto Fenwick called the wait “a lesson in tinned fish”.

What Comes Next

The weather office expects calm seas until Friday.
"""


def document_of(text: str) -> Document:
    return find_quotes(parse(Source("ferry.txt", text, "text")))


FERRY = Printed(document_of(ARTICLE), 72)
CALM = Printed(document_of("Nothing happened in Skarholm on Sunday, and nobody spoke of it.\n"), 72)


def told(line: str, *, printed: Printed = FERRY, part: int | None = None) -> list[str]:
    return list(answer(printed, part, line).lines)


def test_the_greeting_counts() -> None:
    expected = "This text has 2 sections, 3 quotes and 2 speakers. Type help for what you can ask, q to leave."

    assert expected == greeting(FERRY.document)


def test_the_sections_are_numbered_and_their_quotes_counted() -> None:
    assert ["Section 1: The First Boat, 3 quotes.", "Section 2: What Comes Next, no quotes."] == told("s")


def test_the_next_part_begins_with_a_heading() -> None:
    assert ["The First Boat", "--------------"] == told("n", part=0)[:2]


def test_an_empty_line_goes_on() -> None:
    assert told("n", part=0) == told("", part=0)


def test_behind_the_whole_text_the_first_part_is_next() -> None:
    assert told("n")[0] == "Ferry to Run Again From Monday"


def test_behind_the_whole_text_the_last_part_is_before() -> None:
    assert "What Comes Next" == told("p")[0]


@pytest.mark.parametrize(("line", "part", "words"), [("n", 2, "This is the end of"), ("p", 0, "This is the beginning")])
def test_a_step_beyond_the_text_is_told(line: str, part: int, words: str) -> None:
    assert told(line, part=part)[0].startswith(words)


@pytest.mark.parametrize("line", ["goto 2", "goto next", "g WHAT COMES"])
def test_a_section_is_found_by_number_or_title(line: str) -> None:
    assert "What Comes Next" == told(line)[0]


def test_goto_leads_to_the_part() -> None:
    assert 2 == answer(FERRY, 0, "goto 2").part


@pytest.mark.parametrize("line", ["goto", "goto 9", "goto 0", "goto nowhere"])
def test_goto_says_what_it_takes(line: str) -> None:
    assert "Type goto and a number from 1 to 2, or words of its title." in told(line)[0]


def test_quotes_are_listed_with_their_speakers() -> None:
    assert "Quote 3, Otto Fenwick: “a lesson in tinned fish”" == told("quotes")[2]


def test_a_quote_tells_words_speaker_evidence_and_place() -> None:
    heading, words, speaker, evidence, place = told("quote 3")

    assert "Quote 3 of 3:" == heading
    assert "“a lesson in tinned fish”" == words
    assert "Speaker: Otto Fenwick." == speaker
    assert evidence.startswith("Known from: ")
    assert place.startswith("In the section The First Boat, ")


@pytest.mark.parametrize("line", ["quote", "quote 0", "quote 4", "quote two"])
def test_a_quote_that_is_not_there_is_asked_for_again(line: str) -> None:
    assert ["Which quote? Type quote and a number from 1 to 3."] == told(line)


def test_a_speaker_is_found_by_part_of_the_name() -> None:
    assert ["Quote 3, Otto Fenwick: “a lesson in tinned fish”"] == told("speaker fenw")


def test_accents_do_not_matter_in_a_name() -> None:
    assert 2 == len(told("speaker alund"))


def test_speakers_are_listed_with_how_much_they_say() -> None:
    assert "Otto Fenwick: 1 quote." == told("speakers")[1]


def test_a_stranger_is_told_to_be_one() -> None:
    assert ["Nobody called “Zed” is quoted. Type speakers to hear who is."] == told("speaker Zed")


def test_words_found_are_read_out_with_their_section() -> None:
    expected = [
        "The words “calm seas” stand in 1 place.",
        "1. In the section What Comes Next: The weather office expects calm seas until Friday.",
    ]

    assert expected == told("find calm  seas")


def test_words_not_found_are_told() -> None:
    assert ["The words “submarine” are not in this text."] == told("find submarine")


def test_of_many_places_the_first_are_read_out() -> None:
    many = Printed(document_of("One sentence about the sea and the boat.\n\n" * 30), 72)

    assert 1 + MOST_PLACES + 1 == len(told("find sea", printed=many))


@pytest.mark.parametrize("line", ["quotes", "quote 1"])
def test_a_text_without_quotes_says_so(line: str) -> None:
    assert ["Nobody is quoted in this text."] == told(line, printed=CALM)


@pytest.mark.parametrize("line", ["s", "goto 1"])
def test_a_text_without_sections_says_so(line: str) -> None:
    assert ["This text has no sections."] == told(line, printed=CALM)


def test_help_has_a_line_for_every_command() -> None:
    assert len(COMMANDS) == len(told("help"))


def test_an_unknown_word_leads_to_help() -> None:
    assert ["There is no command “sing”. Type help to hear all of them."] == told("sing loudly")


def test_what_is_typed_is_made_safe() -> None:
    assert "\x1b" not in told("\x1b[31msing")[0]


@pytest.mark.parametrize("line", ["q", "quit", "Q"])
def test_q_leaves(line: str) -> None:
    assert answer(FERRY, 0, line).is_last


def test_everything_is_printed_in_parts() -> None:
    """The parts hold the lines of the whole text, blank lines between them aside."""
    lines = [line for number in range(FERRY.part_count) for line in FERRY.part(number)]

    assert [line for line in FERRY.all_lines() if line] == [line for line in lines if line]


def test_a_long_section_is_printed_in_parts_that_end_with_a_paragraph() -> None:
    printed = Printed(document_of("One sentence about the sea and the boat.\n\n" * 40), 72, part_lines=10)

    assert all(len(printed.part(number)) <= 10 for number in range(printed.part_count))


def test_the_title_is_underlined() -> None:
    assert ["Ferry to Run Again From Monday", "=" * 30] == FERRY.all_lines()[:2]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=40))
def test_any_line_is_answered(line: str) -> None:
    for printed in (FERRY, CALM):
        assert answer(printed, None, line) is not None


@given(st.sampled_from([name for command in COMMANDS for name in command.names]), st.text(max_size=9))
def test_any_words_behind_a_command_are_answered(name: str, words: str) -> None:
    for printed in (FERRY, CALM, Printed(Document(""), 40)):
        assert answer(printed, None, f"{name} {words}") is not None
