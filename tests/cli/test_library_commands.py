"""The library on the command line: add, find, verify, speakers, and its care."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Answer, run_process
from .test_imports import modules_after

Ask = Callable[..., Answer]

SAID = "We have been an island long enough"


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "library.sqlite"
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(path))
    return path


@pytest.fixture
def added(ask: Ask, article: Path, without_quotes: Path) -> None:
    ask("add", article, without_quotes)


def test_adding_says_what_became_of_the_files(ask: Ask, article: Path, without_quotes: Path) -> None:
    assert (0, "2 added; 2 articles in the library\n", "") == ask("add", article, without_quotes)


def test_adding_again_adds_nothing(ask: Ask, added: None, article: Path) -> None:
    assert (0, "1 unchanged; 2 articles in the library\n", "") == ask("add", article)


def test_a_folder_is_all_that_is_in_it(ask: Ask, article: Path) -> None:
    assert (0, "1 added; 1 article in the library\n", "") == ask("add", article.parent)


def test_a_folder_without_articles_is_trouble(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = ask("add", tmp_path / "empty")

    assert (2, f"pullquote: there is no article in {tmp_path / 'empty'}\n") == (answer.code, answer.err)


def test_one_bad_file_does_not_keep_the_rest_out(ask: Ask, article: Path) -> None:
    answer = ask("add", article.parent / "none.txt", article)

    assert (2, "1 added, 1 not readable; 1 article in the library\n") == (answer.code, answer.out)


def test_what_is_added_can_be_followed_by_a_program(ask: Ask, article: Path) -> None:
    record = json.loads(ask("add", article, "--format", "jsonl").out)

    assert {"schema": 1, "path": str(article), "outcome": "added", "article": 1} == record


def test_standard_input_is_an_article_too(article: Path, library: Path) -> None:
    answer = run_process("add", "-", stdin=article.read_bytes())

    assert (0, b"1 added; 1 article in the library\n") == (answer.returncode, answer.stdout)


def test_finding_shows_title_speaker_and_the_word(ask: Ask, added: None) -> None:
    out = ask("find", "tinned").out

    assert ("1. Ferry to Run Again From Monday · 1", "   “a lesson in *tinned* fish”") == tuple(out.splitlines()[:2])


def test_nothing_found_is_1(ask: Ask, added: None) -> None:
    assert (1, "", "") == ask("find", "zeppelin")


def test_a_misspelt_word_is_said_to_be_one(ask: Ask, added: None) -> None:
    assert "pullquote: “lessson” is nowhere; this is for “lesson”\n" == ask("find", "lessson").err


def test_without_a_library_finding_is_trouble_and_makes_none(ask: Ask, library: Path) -> None:
    answer = ask("find", "ferry")

    assert (2, False, True) == (answer.code, library.exists(), "there is no library" in answer.err)


def test_files_are_searched_without_a_library(ask: Ask, article: Path, library: Path) -> None:
    assert (0, False) == (ask("find", "ferry", article).code, library.exists())


def test_found_lines_of_json_cut_the_marks(ask: Ask, article: Path) -> None:
    record = json.loads(ask("find", "tinned fish", article, "--format", "jsonl").out.splitlines()[0])
    text = ask("text", article).out

    assert ["tinned", "fish"] == [text[start:end] for start, end in record["marks"]]


def test_found_quotes_are_a_table(ask: Ask, article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("find", "tinned", article, "--format", "csv").out)))

    assert ["Otto Fenwick"] == [row["speaker"] for row in rows]


def test_found_quotes_are_cited_in_markdown(ask: Ask, article: Path) -> None:
    assert "> a lesson in tinned fish" in ask("find", "tinned", article, "--format", "markdown").out


@pytest.mark.parametrize(
    ("quotation", "by", "code", "verdict"),
    [
        (SAID, None, 0, "exact"),
        (SAID.upper(), None, 0, "same-words"),
        (SAID, "Ålund", 0, "exact"),
        (SAID, "alund", 0, "exact"),
        (SAID, "Fenwick", 1, "other-speaker"),
        (SAID.replace("have", "have not"), None, 1, "altered"),
        ("We have been … long enough", None, 1, "shortened"),
        ("The weather office expects calm seas", None, 1, "not-a-quotation"),
        ("Nobody knows the price of a lighthouse", None, 1, "not-found"),
    ],
)
def test_verdict(ask: Ask, added: None, quotation: str, by: str | None, code: int, verdict: str) -> None:
    answer = ask("verify", quotation, *([] if by is None else ["--by", by]), "--format", "json")

    assert (code, verdict) == (answer.code, json.loads(answer.out)["verdict"])


def test_a_verdict_in_files_is_that_of_the_library(ask: Ask, added: None, article: Path, without_quotes: Path) -> None:
    of_library, of_files = (
        json.loads(ask("verify", SAID, *files, "--format", "json").out) for files in ([], [article, without_quotes])
    )
    of_library["passages"][0]["article"] = None

    assert of_files == of_library


def test_a_passage_cuts_the_words(ask: Ask, article: Path) -> None:
    passage = json.loads(ask("verify", SAID, article, "--format", "json").out)["passages"][0]

    assert SAID == ask("text", article).out[passage["start"] : passage["end"]]


def test_a_change_is_said_and_shown(ask: Ask, article: Path) -> None:
    out = ask("verify", SAID.replace("have", "have not"), article).out

    assert [
        "altered: the words were changed",
        "   negation: “not” was added",
        "   We have {+not+} been an island long enough",
    ] == out.splitlines()[:3]


def test_what_was_searched_is_said_of_what_is_not_found(ask: Ask, article: Path) -> None:
    assert "not found in 1 article\n" == ask("verify", "Nobody knows the price of a lighthouse", article).out


def test_the_quotation_may_come_from_standard_input(article: Path) -> None:
    answer = run_process("verify", "-", article, stdin=f"“{SAID}”\n".encode())

    assert (0, b"exact") == (answer.returncode, answer.stdout[:5])


def test_a_file_that_cannot_be_read_leaves_the_question_open(ask: Ask, article: Path) -> None:
    assert 2 == ask("verify", "Nobody knows", article, article.parent / "x/none.txt").code


def test_speakers_are_listed(ask: Ask, added: None) -> None:
    names = [json.loads(line)["name"] for line in ask("speakers", "--format", "jsonl").out.splitlines()]

    assert {"Runa Ålund", "Otto Fenwick"} <= set(names)


def test_a_speaker_is_shown_with_all_they_said(ask: Ask, added: None) -> None:
    assert "“a lesson in tinned fish”" in ask("speakers", "fenwick").out


def test_two_speakers_are_joined(ask: Ask, added: None) -> None:
    ask("speakers", "Runa Ålund", "--join", "Otto Fenwick")

    assert ["Otto Fenwick", "Runa Ålund"] == sorted(
        json.loads(ask("speakers", "fenwick", "--format", "jsonl").out)["forms"]
    )


def test_who_is_to_be_joined_must_be_known(ask: Ask, added: None) -> None:
    assert 2 == ask("speakers", "Runa Ålund", "--join", "Zebulon").code


def test_the_library_is_listed(ask: Ask, added: None, article: Path) -> None:
    assert f"   3 quotes · not read · {article}" in ask("library", "list").out


def test_an_article_is_removed_by_its_title(ask: Ask, added: None) -> None:
    ask("library", "remove", "Calm Day")

    assert (1, "") == ask("find", "nobody spoke")[:2]


def test_nothing_is_wrong_with_a_new_library(ask: Ask, added: None) -> None:
    assert (0, "nothing is wrong\n", "") == ask("library", "check")


def test_a_file_that_is_gone_is_told(ask: Ask, added: None, article: Path) -> None:
    article.unlink()

    assert (1, f"the file is gone, its text is still here: {article}\n", "") == ask("library", "check")


def test_a_library_is_rebuilt(ask: Ask, added: None) -> None:
    assert (0, "rebuilt 2 articles\n", "") == ask("library", "rebuild")


def test_a_library_moves_into_another(ask: Ask, added: None, tmp_path: Path) -> None:
    lines = tmp_path / "all.jsonl"
    lines.write_text(ask("library", "export").out, encoding="utf-8")
    other = tmp_path / "other.sqlite"
    ask("library", "import", lines, "--library", other)

    assert ask("find", "ferry").out == ask("find", "ferry", "--library", other).out


def test_an_unknown_task_is_refused(ask: Ask, added: None) -> None:
    assert 2 == ask("library", "burn").code


def test_a_damaged_library_is_mended_and_the_question_answered(ask: Ask, added: None, library: Path) -> None:
    library.write_bytes(b"This is a letter, not a library. " * 100)
    answer = ask("find", "ferry")

    assert (1, 1, True) == (answer.code, answer.err.count("\n"), "the library was damaged" in answer.err)


def test_a_full_disk_is_one_sentence(ask: Ask, article: Path, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.library import database

    ask("add", article)
    pragmas = (*database._PRAGMAS, "PRAGMA max_page_count = 30")
    monkeypatch.setattr(database, "_PRAGMAS", pragmas)
    article.write_text(article.read_text(encoding="utf-8") * 2000, encoding="utf-8")
    answer = ask("add", article)

    assert (2, f"pullquote: cannot use the library {library}: the disk is full\n") == (answer.code, answer.err)


def test_verifying_in_a_file_imports_no_database(article: Path) -> None:
    assert set() == modules_after("verify", SAID, article) & {"sqlite3", "textual", "platformdirs"}


def test_finding_imports_no_app(article: Path) -> None:
    assert set() == modules_after("find", "ferry", article) & {"textual", "rich", "markdown_it", "multiprocessing"}


def test_the_page_names_the_fields_of_hits_and_verdicts(ask: Ask, article: Path) -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("## What was found")[2]
    hit = json.loads(ask("find", "tinned", article, "--format", "jsonl").out)
    verdict = json.loads(ask("verify", "a big lesson in tinned fish", article, "--format", "json").out)
    fields = [*hit, *verdict, *verdict["passages"][0], *verdict["changes"][0]]

    assert [] == [field for field in fields if f"`{field}`" not in page]


def test_the_page_names_the_fields_of_speakers_and_articles(ask: Ask, added: None) -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8").partition("## Speakers and articles")[2]
    lines = [ask(*words, "--format", "jsonl").out.splitlines()[0] for words in (["speakers"], ["library", "list"])]

    assert [] == [field for line in lines for field in json.loads(line) if f"`{field}`" not in page]
