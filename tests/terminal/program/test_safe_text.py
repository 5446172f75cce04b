"""Planted codes: whatever an article, its title or its file name holds, none of it steers the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .terminal import Terminal, terminal

C0 = "".join(map(chr, (*range(1, 9), *range(11, 32))))
C1 = "".join(map(chr, range(0x80, 0xA0)))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
PLANTED = f"\x1b]52;c;cHduZWQ=\x07 \x1b]0;stolen\x07 \x1b[31mX \x9b31mY {C0}\x7f{C1}{BIDI} [red]shown[/red]"
# What the program may write itself: moves of the cursor, sequences, its questions, the shape of its pointer.
_OWN = re.compile(r"\x1b\]22;default\x07|\x1b\]1[0-2];\?(?:\x07|\x1b\\\\)|[\x1b\r\n\x08\x0b\x0f]")
_CONTROL = re.compile(f"[\x01-\x1f\x7f{C1}{BIDI}]")


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))


def planted_codes(seen: Terminal) -> list[str]:
    """The control codes in the raw bytes that can only come from the article."""
    written = seen.raw.decode("utf-8")
    sequences = [
        sequence for sequence in ("\x1b]52;", "stolen\x07", "\x1b]0;stolen", "\x1b[31mX") if sequence in written
    ]
    return sequences + sorted(set(_CONTROL.findall(_OWN.sub("", written))))


def read_to_the_end(place: Path) -> Terminal:
    """Open an article, go to its end, look a quote up, copy nothing, and quit."""
    with terminal([str(place)], (80, 24)) as seen:
        seen.wait_for("quote ")
        seen.type("G")
        seen.wait_for("100%  quote")
        seen.type('"said')
        seen.wait_for("quotes")
        seen.type("\x07q")  # ^G cancels the look-up
        seen.wait_for_end()
    return seen


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_codes_in_the_text_are_shown_not_obeyed(tmp_path: Path, suffix: str) -> None:
    place = tmp_path / f"article.{suffix}"
    words = f"“We said {PLANTED} and no more,” said Ada Low.\n"
    place.write_bytes(f"# {PLANTED}\n\nWords of a paragraph.\n\n{words}".encode())

    assert [] == planted_codes(read_to_the_end(place))


def test_codes_in_front_matter_are_shown_not_obeyed(tmp_path: Path) -> None:
    place = tmp_path / "article.md"
    place.write_bytes(f'---\ntitle: "a {PLANTED}"\n---\n\n“We go at six,” said Ada Low.\n'.encode())

    assert [] == planted_codes(read_to_the_end(place))


def test_codes_written_as_entities_are_shown_not_obeyed(tmp_path: Path) -> None:
    place = tmp_path / "article.md"
    entities = "&#27;]0;stolen&#7; &#x9b;31m &#x202e; &#127;"
    place.write_text(f"# {entities}\n\n“We go {entities} at six,” said Ada Low.\n", encoding="utf-8")

    assert [] == planted_codes(read_to_the_end(place))


def test_codes_in_a_file_name_are_shown_not_obeyed(tmp_path: Path) -> None:
    place = tmp_path / "a\x1b]0;stolen\x07\x9b31m\u202e.txt"
    place.write_text("“We go at six,” said Ada Low.\n", encoding="utf-8")

    assert [] == planted_codes(read_to_the_end(place))


def test_codes_in_the_name_of_a_file_that_is_not_there_are_shown_not_obeyed(tmp_path: Path) -> None:
    with terminal([str(tmp_path / "a\x1b]0;stolen\x07\x9b31m\u202e.txt")], (80, 24)) as seen:
        assert 2 == seen.wait_for_end()

    assert [] == planted_codes(seen)


def test_markup_is_shown(tmp_path: Path) -> None:
    place = tmp_path / "article.txt"
    place.write_text("“We go [red]at six[/red] from $here,” said Ada Low.\n", encoding="utf-8")
    with terminal([str(place)], (80, 24)) as seen:
        seen.wait_for("quote 1/1" if "quote 1/1" in seen.text else "quote ")

        assert "[red]at six[/red] from $here" in seen.text
