"""Keys: a count before them, an action behind them, and nothing by one awkward key alone."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.actions import RUN
from reader.ui.keymap import ACTIONS, KEYS, LISTS, SELECTING, Action, shown_key
from reader.ui.keys import Command, KeyReader

# Flow control, tmux's and screen's prefixes, and what a terminal cannot tell from Backspace, Tab and Enter.
AWKWARD = {"ctrl+s", "ctrl+q", "ctrl+b", "ctrl+a", "ctrl+h", "ctrl+i", "ctrl+m"}
LETTER_KEYS = sorted(key for key in KEYS if len(key) == 1 and not key.isdecimal())


def read(*keys: str) -> Command | None:
    """What the last of the keys completes."""
    reader = KeyReader()
    command = None
    for key in keys:
        command = reader.read(key)
    return command


@pytest.mark.parametrize("actions", [ACTIONS, SELECTING, LISTS], ids=["reading", "selecting", "lists"])
def test_no_key_does_two_things(actions: tuple[Action, ...]) -> None:
    assert [] == [key for key, times in Counter(key for action in actions for key in action.keys).items() if times > 1]


def test_every_action_has_a_function() -> None:
    assert {action.id for action in (*ACTIONS, *SELECTING)} == set(RUN)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_help(action: object) -> None:
    assert getattr(action, "help", "")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_no_action_needs_an_awkward_key(action: object) -> None:
    keys = set(getattr(action, "keys", ()))

    assert not keys or keys - AWKWARD


@pytest.mark.parametrize(
    ("keys", "action"),
    [
        ("j down", "line-down"), ("k up", "line-up"),
        ("space f ctrl+f pagedown", "page-down"), ("b ctrl+b pageup", "page-up"),
        ("d", "half-down"), ("u", "half-up"), ("g home", "top"), ("G end", "end"),
        ("]", "next-section"), ("[", "previous-section"), ("}", "next-paragraph"), ("{", "previous-paragraph"),
        (")", "next-quote"), ("(", "previous-quote"), ("/", "find"), ("n", "next-match"), ("N", "previous-match"),
        ('"', "look-up"), ("t", "outline"), ("s", "quotes"), ("tab", "next-pane"), ("shift+tab", "previous-pane"),
        ("z", "body-alone"), ("+", "wider"), ("-", "narrower"), ("y", "copy"), ("Y", "cite"),
        ("ctrl+o backspace", "back"), ("ctrl+i", "forward"), ("? f1", "help"), (":", "commands"), ("q", "close"),
        ("ctrl+z", "suspend"),
    ],
)  # fmt: skip
def test_the_keys_people_know(keys: str, action: str) -> None:
    assert {action} == {KEYS[key].id for key in keys.split()}


def test_a_key_alone_has_no_count() -> None:
    assert Command(KEYS["j"]) == read("j")


def test_a_count_stands_before_its_key() -> None:
    assert Command(KEYS["j"], 25) == read("2", "5", "j")


def test_a_nought_alone_is_no_count() -> None:
    assert Command(KEYS["j"]) == read("0", "j")


def test_a_count_holds_for_one_key() -> None:
    assert Command(KEYS["j"]) == read("5", "k", "j")


def test_an_unknown_key_forgets_the_count() -> None:
    assert Command(KEYS["j"]) == read("5", "f12", "j")


def test_a_digit_of_another_script_is_no_count() -> None:
    assert Command(KEYS["j"]) == read("٣", "j")


def test_a_count_is_seen_while_it_is_typed() -> None:
    reader = KeyReader()
    reader.read("4")
    reader.read("2")

    assert "42" == reader.pending


@given(st.integers(1, 10**30))
def test_a_count_is_at_most_a_million(count: int) -> None:
    command = read(*str(count), "j")

    assert command is not None
    assert command.count is not None
    assert command.count <= 1_000_000


@pytest.mark.parametrize(("key", "shown"), [("ctrl+f", "^f"), ("pagedown", "PgDn"), ("j", "j"), ("shift+tab", "S-Tab")])
def test_keys_are_shown_as_people_write_them(key: str, shown: str) -> None:
    assert shown == shown_key(key)
