"""`pullquote quotes`: what is listed, for whom, in which format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from reader.cli.wire import QUOTE_FIELDS

from .conftest import ARTICLE, Answer

Ask = Callable[..., Answer]


def records(answer: Answer) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer.out.splitlines()]


def test_text_names_the_speaker_and_shows_the_words(ask: Ask, article: Path) -> None:
    out = ask("quotes", article).out

    assert "1. Runa Ålund, Harbour Master\n   “We have been an island long enough,”\n" in out


def test_text_says_where_and_how_the_words_are_given(ask: Ask, article: Path) -> None:
    assert "in “The First Boat” · in indirect speech · " in ask("quotes", article).out


def test_json_lines_are_one_object_a_quote(ask: Ask, article: Path) -> None:
    texts = [record["text"] for record in records(ask("quotes", "--format", "jsonl", article))]

    assert texts == [
        "We have been an island long enough,",
        "and the first boat goes at six.",
        "a lesson in tinned fish",
    ]


def test_every_json_line_carries_the_schema_version(ask: Ask, article: Path) -> None:
    assert [1, 1, 1] == [record["schema"] for record in records(ask("quotes", "--format", "jsonl", article))]


def test_a_quote_has_the_fields_that_are_promised(ask: Ask, article: Path) -> None:
    first = records(ask("quotes", "--format", "jsonl", article))[0]

    assert ["schema", *QUOTE_FIELDS] == list(first)


def test_ids_count_from_one_in_the_order_of_the_text(ask: Ask, article: Path) -> None:
    assert [1, 2, 3] == [record["id"] for record in records(ask("quotes", "--format", "jsonl", article))]


@pytest.mark.xfail(strict=False, reason="the quote engine does not chain the two halves of a sentence yet")
def test_a_quote_that_goes_on_names_the_id_of_the_one_before(ask: Ask, article: Path) -> None:
    assert [None, 1, None] == [record["continues"] for record in records(ask("quotes", "--format=jsonl", article))]


def test_the_section_is_the_path_of_titles(ask: Ask, article: Path) -> None:
    assert ["The First Boat"] == records(ask("quotes", "--format", "jsonl", article))[0]["section"]


def test_start_and_end_cut_the_words_from_the_printed_text(ask: Ask, article: Path) -> None:
    printed = ask("text", article).out

    for record in records(ask("quotes", "--format", "jsonl", article)):
        assert record["text"] == printed[record["start"] : record["end"]]


def test_source_offsets_cut_the_words_from_the_file(ask: Ask, article: Path) -> None:
    for record in records(ask("quotes", "--format", "jsonl", article)):
        assert record["text"] == ARTICLE[record["source_start"] : record["source_end"]]


def test_mention_offsets_cut_the_mention_from_the_file(ask: Ask, article: Path) -> None:
    for record in records(ask("quotes", "--format", "jsonl", article)):
        assert record["mention"] == ARTICLE[record["mention_start"] : record["mention_end"]]


def test_source_offsets_lead_to_a_file_with_windows_line_ends(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    source = path.read_text(encoding="utf-8-sig")

    for record in records(ask("quotes", "--format", "jsonl", path)):
        assert record["text"] == source[record["source_start"] : record["source_end"]]


def test_source_offsets_lead_over_a_mark_that_is_longer_than_what_it_stands_for(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "bidi.txt"
    source = ARTICLE.replace("nine days", "nine \u202edays")
    path.write_text(source, encoding="utf-8")

    for record in records(ask("quotes", "--format", "jsonl", path)):
        assert record["text"] == source[record["source_start"] : record["source_end"]]


def test_what_nobody_is_named_for_is_null(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "unsigned.txt"
    path.write_text("“Nobody will ever read this, and that is fine with me.”\n", encoding="utf-8")

    (record,) = records(ask("quotes", "--format", "jsonl", path))

    assert [None] * 4 == [record[field] for field in ("speaker", "role", "mention", "confidence")]


def test_json_is_one_object_with_the_schema_version(ask: Ask, article: Path) -> None:
    answer = json.loads(ask("quotes", "--format", "json", article).out)

    assert (1, 3) == (answer["schema"], len(answer["quotes"]))


def test_json_of_nothing_is_an_empty_list(ask: Ask, without_quotes: Path) -> None:
    assert {"schema": 1, "quotes": []} == json.loads(ask("quotes", "--format", "json", without_quotes).out)


def test_several_files_add_the_path(ask: Ask, article: Path, without_quotes: Path) -> None:
    paths = {record["path"] for record in records(ask("quotes", "--format", "jsonl", article, without_quotes))}

    assert {str(article)} == paths


def test_one_file_adds_no_path(ask: Ask, article: Path) -> None:
    assert "path" not in records(ask("quotes", "--format", "jsonl", article))[0]


def test_text_of_several_files_is_headed_by_their_names(ask: Ask, article: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(ARTICLE, encoding="utf-8")

    headings = [line for line in ask("quotes", article, copy).out.splitlines() if line.startswith("==>")]

    assert [f"==> {article} <==", f"==> {copy} <=="] == headings


def test_csv_has_the_promised_columns(ask: Ask, article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("quotes", "--format", "csv", article).out)))

    assert list(QUOTE_FIELDS) == list(rows[0])


def test_csv_has_a_row_a_quote(ask: Ask, article: Path) -> None:
    rows = csv.DictReader(io.StringIO(ask("quotes", "--format", "csv", article).out))

    assert ["Runa Ålund", "Runa Ålund", "Otto Fenwick"] == [row["speaker"] for row in rows]


def test_csv_of_several_files_begins_with_the_path(ask: Ask, article: Path, without_quotes: Path) -> None:
    rows = csv.DictReader(io.StringIO(ask("quotes", "--format", "csv", article, without_quotes).out))

    assert [str(article)] * 3 == [row["path"] for row in rows]


def test_markdown_is_a_block_quote_each(ask: Ask, article: Path) -> None:
    html = MarkdownIt().render(ask("quotes", "--format", "markdown", article).out)

    assert html.count("<blockquote>") == 3


def test_markdown_says_who_and_where(ask: Ask, article: Path) -> None:
    out = ask("quotes", "--format", "markdown", article).out

    assert "— **Runa Ålund**, Harbour Master, in “Ferry to Run Again From Monday”" in out


@pytest.mark.parametrize("name", ["Ålund", "ålund", "alund", "Runa", "RUNA ALUND", "alund, runa"])
def test_speaker_matches_words_of_the_name_whatever_case_and_accents(ask: Ask, article: Path, name: str) -> None:
    assert [1, 2] == [record["id"] for record in records(ask("quotes", "--speaker", name, "--format=jsonl", article))]


@pytest.mark.parametrize("name", ["Run", "Runa Fenwick", "Harbour"])
def test_speaker_does_not_match_less_or_more_than_words_of_the_name(ask: Ask, article: Path, name: str) -> None:
    assert [] == records(ask("quotes", "--speaker", name, "--format", "jsonl", article))


def test_quotes_found_is_code_0(ask: Ask, article: Path) -> None:
    assert ask("quotes", article).code == 0


def test_no_quotes_found_is_code_1(ask: Ask, without_quotes: Path) -> None:
    assert (1, "", "") == ask("quotes", without_quotes)


def test_no_quote_of_that_speaker_is_code_1(ask: Ask, article: Path) -> None:
    assert (1, "", "") == ask("quotes", article, "--speaker", "Nobody")


def test_one_bad_file_among_several_is_code_2_and_the_rest_is_printed(ask: Ask, article: Path) -> None:
    answer = ask("quotes", article.with_name("missing.txt"), article)

    assert (2, True) == (answer.code, "Runa Ålund" in answer.out)


def test_one_bad_file_among_several_is_reported(ask: Ask, article: Path) -> None:
    missing = article.with_name("missing.txt")

    assert ask("quotes", missing, article).err == f"pullquote: cannot read {missing}: there is no such file\n"
