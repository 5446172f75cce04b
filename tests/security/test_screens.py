"""The real program in a pseudo-terminal, through every action, on planted files: no raw byte is a document's.

Every action of the keymap is tried by its first key; `TYPED` says what some ask for. A new action needs no line here.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.reading import read
from reader.ui.keymap import ACTIONS
from tests.terminal.program.terminal import Terminal, terminal

from .codes import SEQUENCES
from .grammar import strange_in
from .planted import PLANTS, plant

QUIET_SECONDS = 0.1
ENDS = frozenset({"close", "quit", "suspend"})
TYPED = {"/": "go\r", '"': "six", ":": "theme", "!": "\x1b", "m": "a", "'": "a", "x": "Low", "V": "we go", "A": "go"}
"""What is typed behind a key before it is left again."""
_BYTES = {
    "pagedown": "\x1b[6~", "space": " ", "tab": "\t", "shift+tab": "\x1b[Z", "enter": "\r", "escape": "\x1b",
    "delete": "\x1b[3~", "down": "\x1b[B", "up": "\x1b[A",
}  # fmt: skip
AT_EVERY_FORMAT = ("=", "o", '"', "t", "t", ")", "y", "Y", "G")


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(tmp_path / "library.sqlite"))
    monkeypatch.setenv("BROWSER", "true")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")


def keys() -> Iterator[str]:
    """Yield the first key of every action that does not end the program."""
    for action in ACTIONS:
        if action.id not in ENDS and action.keys:
            key = action.keys[0]
            yield _BYTES.get(key, chr(ord(key[5]) & 31) if key.startswith("ctrl+") else key)


def wait_until_quiet(seen: Terminal) -> None:
    """Read on until nothing has come for a moment."""
    length, since = -1, time.monotonic()

    def is_quiet() -> bool:
        nonlocal length, since
        if len(seen.raw) != length:
            length, since = len(seen.raw), time.monotonic()
        return time.monotonic() - since > QUIET_SECONDS or seen.process.poll() is not None

    seen._read_until(is_quiet, "it never gets quiet")


def press(seen: Terminal, key: str) -> None:
    """Press a key, give it what it asks for, and leave what it opened."""
    seen.type(key)
    wait_until_quiet(seen)
    if key in TYPED:
        seen.type(TYPED[key])
        wait_until_quiet(seen)
    for _ in range(2 if key in TYPED else 1):
        seen.type("\x1b")
        time.sleep(0.12)  # an escape is one only when nothing follows it at once
    wait_until_quiet(seen)


def visited(place: Path, pressed: list[str], size: tuple[int, int] = (100, 30)) -> Terminal:
    with terminal([str(place)], size) as seen:
        seen.wait_for_bytes(b"\x1b[?1049h")
        wait_until_quiet(seen)
        for key in pressed:
            press(seen, key)
            assert seen.process.poll() is None, f"it ended at {key!r}:\n{seen.text}"
        seen.type("Q")
        seen.wait_for_end()
    return seen


def test_no_action_lets_a_code_through(tmp_path: Path) -> None:
    seen = visited(plant(tmp_path, "md"), list(keys()))

    assert [] == strange_in(seen.raw)


@pytest.mark.parametrize("ending", [ending for ending in PLANTS if ending != "md"])
def test_no_format_gets_a_code_to_the_screen(ending: str, tmp_path: Path) -> None:
    place = plant(tmp_path, ending)
    try:
        read(str(place))
    except ReaderError as error:
        if "needs a converter" not in str(error):
            raise
        pytest.skip(f"not read here: {error}")
    seen = visited(place, list(AT_EVERY_FORMAT))

    assert [] == strange_in(seen.raw)
    assert "[red]" in seen.raw.decode("utf-8", "ignore")


def test_a_folder_lists_names_safely(tmp_path: Path) -> None:
    plant(tmp_path, "txt")
    plant(tmp_path, "md")
    seen = visited(tmp_path, ["j", "=", "o"])

    assert [] == strange_in(seen.raw)


def test_the_grammar_knows_a_stranger() -> None:
    unknown = [sequence for sequence in SEQUENCES.split(" ") if not strange_in(sequence.encode())]

    assert ["\x1b[?1049l"] == unknown  # our own word for the end of the screen; the others planted beside it tell
