"""The verdict on altered quotations: right almost always, and never “exact” for what was not said."""

from __future__ import annotations

import pytest
from alterations import INVENTED, RULES, Alteration, alterations, sample_documents

from reader.errors import UsageError
from reader.search.changes import ChangeClass
from reader.search.verify import Finding, Verdict, verify_in
from reader.search.voices import VoicedText

DOCUMENTS = sample_documents()
TEXTS = [VoicedText(document) for document in DOCUMENTS]
ALTERATIONS = alterations(DOCUMENTS)
AS_SAID = {Verdict.EXACT, Verdict.SAME_WORDS}


def finding_of(quotation: str, by: str = "") -> Finding:
    return verify_in(TEXTS, quotation, by).finding


@pytest.fixture(scope="module")
def judged() -> list[tuple[Alteration, Verdict]]:
    return [(altered, finding_of(altered.quotation, altered.by).verdict) for altered in ALTERATIONS]


def test_there_are_enough_alterations_of_every_kind() -> None:
    verdicts = [altered.verdict for altered in ALTERATIONS]

    assert [] == [verdict for verdict in Verdict if verdict is not Verdict.NOT_FOUND and verdicts.count(verdict) < 20]


def test_every_rule_was_applied() -> None:
    assert set(RULES) <= {altered.rule for altered in ALTERATIONS}


def test_at_least_97_in_100_verdicts_are_right(judged: list[tuple[Alteration, Verdict]]) -> None:
    wrong = [
        (altered.rule, altered.quotation, verdict) for altered, verdict in judged if verdict is not altered.verdict
    ]

    assert len(wrong) <= 0.03 * len(judged), wrong


def test_a_changed_meaning_is_never_called_what_was_said(judged: list[tuple[Alteration, Verdict]]) -> None:
    lies = [
        (altered.rule, altered.quotation)
        for altered, verdict in judged
        if verdict in AS_SAID and altered.verdict not in AS_SAID
    ]

    assert [] == lies


@pytest.mark.parametrize("quotation", INVENTED)
def test_what_nobody_said_is_not_found(quotation: str) -> None:
    assert Verdict.NOT_FOUND is finding_of(quotation).verdict


@pytest.mark.parametrize(
    ("quotation", "touches"),
    [
        ("They will not be cross with me until Christmas", ChangeClass.NEGATION),
        ("I have three ships of two hundred metres", ChangeClass.NUMBER),
        ("They might be cross with me until Christmas", ChangeClass.MODAL),
        ("paid for by some shop on the island for a whole winter", ChangeClass.QUANTIFIER),
        ("They will be cross with me until Easter", ChangeClass.NAME),
        ("They will be cross with me until Christmas?", ChangeClass.QUESTION),
        ("They will be corss with me until Christmas", ChangeClass.SPELLING),
        ("A bad rule does not mind being looked at twice", ChangeClass.WORDS),
    ],
)
def test_what_a_change_touches_is_named(quotation: str, touches: ChangeClass) -> None:
    assert [touches] == [change.touches for change in finding_of(quotation).changes]


def test_what_turns_the_sense_is_called_out_first() -> None:
    changes = finding_of("They would not really be cross with me until Easter, I hope and pray").changes

    assert ChangeClass.WORDS not in [change.touches for change in changes[:2]]


def test_the_words_of_another_are_given_to_who_said_them() -> None:
    finding = finding_of("You hear them before you see them", by="Wren")

    assert (Verdict.OTHER_SPEAKER, "Marta Ellingsby") == (finding.verdict, finding.passages[0].speaker)


def test_a_part_of_the_name_is_enough() -> None:
    assert finding_of("You hear them before you see them", by="ELLINGSBY").is_right_speaker is True


def test_the_article_may_come_between_two_parts_of_an_utterance() -> None:
    finding = finding_of("Nobody here is against safety. We are against a rule that was written in one night")

    assert Verdict.SAME_WORDS is finding.verdict


def test_a_sentence_half_quoted_is_not_all_a_quotation() -> None:
    finding = finding_of("a second pilot does not make the rock any softer")

    assert Verdict.NOT_A_QUOTATION is finding.verdict


def test_two_voices_are_two_passages() -> None:
    finding = finding_of("Nobody here is against safety, I can live with cross.")

    assert ["Tobias Wren", "Ines Korvald"] == [passage.speaker for passage in finding.passages]


def test_parts_may_come_from_two_articles() -> None:
    passages = finding_of("You hear them before you see them. Good bell weather").passages

    assert 2 == len({passage.document for passage in passages})


def test_a_word_broken_at_the_end_of_a_line_is_the_word() -> None:
    assert Verdict.SAME_WORDS is finding_of("Give us a quiet winter and then meas-\nure again").verdict


def test_one_word_can_be_verified() -> None:
    assert Verdict.EXACT is finding_of("ambitious but dry-footed").verdict


def test_the_place_of_a_cut_in_the_whole_is_known() -> None:
    passage = finding_of("be cross with me until").passages[0]

    assert (True, True) == (passage.whole.start < passage.span.start, passage.span.end < passage.whole.end)


def test_a_quotation_without_words_is_refused() -> None:
    with pytest.raises(UsageError):
        finding_of("“…”")
