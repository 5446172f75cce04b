"""What every command prints, on both streams, for every planted file. A new command is a line of `LINES`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.arguments import COMMANDS, OPEN

from .codes import CODES
from .grammar import unsafe_in
from .planted import PLANTS, plant

LINES: dict[str, tuple[str, ...]] = {
    OPEN: ("FILE", "MISSING", "--linear FILE"),
    "quotes": ("quotes --format FORMAT FILE FILE", "quotes --speaker CODES FILE", "quotes --format CODES FILE"),
    "outline": ("outline --format FORMAT FILE",),
    "text": ("text FILE", "text --width 40 FILE", "text MISSING", "text --as CODES FILE"),
    "show": ("show FILE", "show --width 40 FILE"),
    "find": ("find six FILE --format FORMAT", "find six --format FORMAT", "find CODES FILE", "find CODES"),
    "verify": ("verify WORDS FILE --format FORMAT", "verify WORDS --format FORMAT", "verify CODES --by CODES FILE"),
    "add": ("add FILE --format FORMAT", "add MISSING --format FORMAT", "add FOLDER"),
    "speakers": ("speakers --format FORMAT", "speakers ada --format FORMAT", "speakers CODES", "speakers --join CODES"),
    "library": (
        "library list --format FORMAT", "library export", "library check", "library stats --format FORMAT",
        "library remove CODES", "library CODES", "library import MISSING", "library import FILE",
    ),
    "config": ("config --format FORMAT", "config --config MISSING", "config --theme CODES"),
    "notes": ("notes --format FORMAT", "notes FILE --format FORMAT", "notes CODES"),
    "keys": ("keys --format FORMAT",),
    "export": ("export --to html FILE", "export --to markdown FILE", "export --to json FILE"),
}  # fmt: skip
"""Words in capitals stand for what the test makes."""
OTHERS = frozenset(COMMANDS) - frozenset(LINES)


def said_by(line: str, words: dict[str, str], folder: Path) -> str:
    """Run a command line, and return all that it says."""
    command = [sys.executable, "-m", "reader", *(words.get(word, word) for word in line.split())]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PULLQUOTE_LIBRARY": str(folder / "library.sqlite"), "PULLQUOTE_DEBUG": "1"},
    )
    said = (done.stdout + done.stderr).decode("utf-8", "surrogateescape")
    assert "something went wrong" not in said, said[-2000:]
    return said


def lines_of(command: str) -> list[str]:
    formats = COMMANDS[command].formats
    lines = LINES.get(command, (f"{command} FILE",))
    return [line.replace("FORMAT", format) for line in lines for format in (formats if "FORMAT" in line else ("",))]


def test_every_command_is_tried() -> None:
    assert frozenset() == OTHERS - {"completion", "man", "doctor"}, "give each a line of LINES"


@pytest.mark.parametrize("ending", ["md", "html", "eml"])
def test_no_command_lets_a_code_through(ending: str, tmp_path: Path) -> None:
    place = plant(tmp_path, ending)
    code = CODES.replace("\0", "").encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
    missing = str(tmp_path / f"missing{os.fsdecode(code.encode('utf-8', 'surrogateescape'))[:60].replace('/', '')}")
    words = {"FILE": str(place), "FOLDER": str(tmp_path), "MISSING": missing, "CODES": code, "WORDS": "We go at six"}
    said_by("add FILE", words, tmp_path)
    commands = COMMANDS if ending == "md" else ("quotes", "text", OPEN)
    found = {line: unsafe_in(said_by(line, words, tmp_path)) for command in commands for line in lines_of(command)}

    assert {} == {line: codes for line, codes in found.items() if codes}


@pytest.mark.parametrize("ending", PLANTS)
def test_no_format_gets_a_code_through(ending: str, tmp_path: Path) -> None:
    words = {"FILE": str(plant(tmp_path, ending))}
    found = {line: unsafe_in(said_by(line, words, tmp_path)) for line in ("quotes --format jsonl FILE", "text FILE")}

    assert {} == {line: codes for line, codes in found.items() if codes}


def test_settings_are_shown_safely(tmp_path: Path) -> None:
    place = tmp_path / "config.toml"
    place.write_text(f'theme = "x{_in_toml()}"\n"k{_in_toml()}" = 1\nmeasure = "{_in_toml()}"\n', encoding="utf-8")
    words = {"CONFIG": str(place)}

    assert [] == unsafe_in(said_by("config --config CONFIG", words, tmp_path))
    assert [] == unsafe_in(said_by("keys --config CONFIG", words, tmp_path))


def _in_toml() -> str:
    return "\\u001b]0;stolen\\u0007 \\u009b31m \\u202e \u202e\u2028 \\u007f"
