"""What programs write for a pager: overstrike and colours become strong and emphasised text, nothing else passes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.document import Document
from reader.model.inlines import InlineKind
from reader.parsers.terminal.parser import parse
from reader.sources.load import source_from_bytes
from reader.sources.safe import make_safe
from reader.sources.sniff import is_for_a_pager
from reader.sources.source import Source

ROOT = Path(__file__).parents[3]

MANUAL = """\
FERRY(1)                         User Commands                        FERRY(1)

N\bNA\bAM\bME\bE
       ferry - cross the sound

S\bSY\bYN\bNO\bOP\bPS\bSI\bIS\bS
       f\bfe\ber\brr\bry\by [_\bF_\bL_\bA_\bG]...

D\bDE\bES\bSC\bCR\bRI\bIP\bPT\bTI\bIO\bON\bN
       Takes  whoever  stands  on the landing across the sound, and asks no-
       body  what for.  It goes at six, at noon and at whatever time the har‐
       bour office likes best.

   The flags
       -a, --all
              take everybody

       -n     take nobody; this is what you get on Sundays, and on any other
              day on which nobody comes

Skarholm                         September 2024                       FERRY(1)
"""


def read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return parse(Source("-", "", "terminal", data=data))


def looks(document: Document) -> list[tuple[InlineKind, str]]:
    return [(inline.kind, inline.span.cut(document.text)) for inline in document.inlines]


@pytest.mark.parametrize(
    ("written", "text", "inlines"),
    [
        ("b\bbo\bol\bld\bd", "bold", [(InlineKind.STRONG, "bold")]),
        ("_\bu_\bn_\bd_\be_\br", "under", [(InlineKind.EMPHASIS, "under")]),
        ("é\bé", "é", [(InlineKind.STRONG, "é")]),
        ("_\bx\bx", "x", [(InlineKind.STRONG, "x"), (InlineKind.EMPHASIS, "x")]),
        ("_\b_", "_", [(InlineKind.STRONG, "_")]),
        ("a\b\bb", "a␈␈b", []),
        ("\x1b[1mbold\x1b[0m plain", "bold plain", [(InlineKind.STRONG, "bold")]),
        ("\x1b[4munder\x1b[24m plain", "under plain", [(InlineKind.EMPHASIS, "under")]),
        ("\x1b[01;31mred\x1b[m", "red", [(InlineKind.STRONG, "red")]),
        ("\x1b[38;5;1mred\x1b[m", "red", []),
        ("\x1b[38;2;1;4;1mred\x1b[m", "red", []),
        ("\x1b[31mred\x1b[K\x1b[m", "red", []),
        ("\x1b]8;;https://example.org\x1b\\words\x1b]8;;\x1b\\", "words", []),
        ("\x1b]8;;https://example.org\x07words\x1b]8;;\x07", "words", []),
    ],
)
def test_looks_become_inlines(written: str, text: str, inlines: list[tuple[InlineKind, str]]) -> None:
    document = read(written)

    assert (text, inlines) == (document.text, looks(document))


@pytest.mark.parametrize(
    "code",
    [
        "\x1b]52;c;cHduZWQ=\x07",
        "\x1b]0;stolen\x07",
        "\x1b[2J",
        "\x1b[10;10H",
        "\x1bP+q\x1b\\",
        "\x9b31m",
        "\u202e",
        "\x07",
    ],
)
def test_any_other_code_is_shown_as_a_mark(code: str) -> None:
    assert make_safe(f"a{code}b") in read(f"\x1b[1mbold\x1b[m a{code}b").text


@given(st.text(st.sampled_from("ab_ \n\b\x1b[]0134;8m\x07\\K\x9b\u202eé\t"), max_size=60))
def test_whatever_is_written_nothing_steers_the_terminal(text: str) -> None:
    document = read(text)

    assert document.text == make_safe(document.text)


@given(st.text(st.sampled_from("ab_ \n\b\x1b[]0134;8m\x07\\K"), max_size=60))
def test_inlines_stand_in_the_text(text: str) -> None:
    document = read(text)

    assert all(0 <= inline.span.start < inline.span.end <= len(document.text) for inline in document.inlines)


def test_a_manual_page_has_its_sections() -> None:
    assert ["NAME", "SYNOPSIS", "DESCRIPTION"] == [section.title for section in read(MANUAL).sections]


def test_a_part_of_a_section_is_deeper() -> None:
    assert ["The flags"] == [child.title for child in read(MANUAL).sections[2].children]


def test_a_manual_page_is_called_so() -> None:
    metadata = read(MANUAL).metadata

    assert ("FERRY(1)", "User Commands") == (metadata.title, metadata.source)


def test_paragraphs_of_a_manual_page_flow() -> None:
    assert "at whatever time the harbour office likes best." in read(MANUAL).text


def test_a_flag_and_its_meaning_stand_apart() -> None:
    assert "-n\ntake nobody; this is what you get on Sundays, and on any other day on which" in read(MANUAL).text


def test_lines_of_a_log_stay_lines() -> None:
    document = read("\x1b[33mcommit 0123456789\x1b[m\nAuthor: A\n\n    Why\n      and how\n")

    assert "commit 0123456789\nAuthor: A\n\n    Why\n      and how" == document.text


def test_commits_are_sections() -> None:
    document = read("commit 0123456\nAuthor: A\n\n    Why\n\ncommit abcdef0\nAuthor: B\n")

    assert ["commit 0123456", "commit abcdef0"] == [section.title for section in document.sections]


def test_a_first_line_without_an_end_takes_no_time() -> None:
    assert "LS(1)" in read("LS(1)" + " " * 100_000 + "x").text


@pytest.mark.parametrize("data", [b"N\bNA\bA", b"_\bx", b"\x1b[33mcommit\x1b[m", MANUAL.encode(), "é\bé".encode()])
def test_what_is_for_a_pager_is_told(data: bytes) -> None:
    assert is_for_a_pager(data)


@pytest.mark.parametrize(
    "data", [b"An article.", b"A (1) B (1)", b"lone a\x08b stroke", b"\x1b]0;title\x07", b"", b"f(x) is f(x)"]
)
def test_what_is_not_is_not(data: bytes) -> None:
    assert not is_for_a_pager(data)


def test_a_file_is_no_standard_input() -> None:
    """Codes in a file were put there by somebody: they are shown."""
    assert "text" == source_from_bytes("planted.txt", b"\x1b[31mred\x1b[m").format


def test_what_is_for_a_pager_quotes_nobody() -> None:
    from reader.quotes import find_quotes

    assert () == find_quotes(read('\x1b[1mAnn\x1b[m said: "We go at six," and "we stay".')).quotes


@pytest.mark.skipif(not shutil.which("man") or not shutil.which("groff"), reason="man and groff are not installed")
def test_a_real_manual_page_has_its_sections() -> None:
    page = ROOT / "docs" / "pullquote.1"
    if not page.exists():
        pytest.skip("docs/pullquote.1 is not built")
    environ = os.environ | {"MAN_KEEP_FORMATTING": "1", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    written = subprocess.run(["man", "-l", page], capture_output=True, env=environ, check=True).stdout
    document = read(written)

    assert (True, True) == (is_for_a_pager(written), "NAME" in [section.title for section in document.sections])


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_a_real_log_has_its_commits(tmp_path: Path) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "Begin"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    written = subprocess.run(["git", "log", "--color"], cwd=tmp_path, capture_output=True, check=True).stdout
    document = read(written)

    assert (1, True) == (len(document.sections), document.text.endswith("Begin"))
