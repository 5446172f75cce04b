"""Keymaps: presets, keys of one's own, what is wrong with them, and that no key ever does two things."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings.settings import KEYMAPS, Entry, Settings, settle
from reader.ui.keymap import ACTIONS, LISTS, SELECTING, Action, Keymap, keys_of
from reader.ui.keymaps import key_named, keymap_of, keys_named
from reader.ui.keys import Command, KeyReader
from reader.ui.presets import PRESETS

IDS = [action.id for table in (ACTIONS, SELECTING, LISTS) for action in table]


def preset(name: str) -> Keymap:
    settings = Settings("config.toml")
    settings.keymap = name
    return keymap_of(settings)


def own(tmp_path: Path, text: str, keymap: str = "less") -> Keymap:
    file = tmp_path / "config.toml"
    file.write_text(f'keymap = "{keymap}"\n[keys]\n{text}\n', encoding="utf-8")
    return keymap_of(settle({"PULLQUOTE_CONFIG": str(file)}))


def keys(keymap: Keymap, action: str) -> tuple[str, ...]:
    return next(each.keys for table in keymap[:3] for each in table if each.id == action)


def doubled(keymap: Keymap) -> list[str]:
    """Keys that do two things in one table: given twice, or the beginning of keys in a row."""
    return [key for table in keymap[:3] for key in doubled_in(table)]


def doubled_in(actions: tuple[Action, ...]) -> list[str]:
    given_keys = [key for action in actions for key in action.keys]
    twice = [key for key, times in Counter(given_keys).items() if times > 1]
    begun = [key for key, other in combinations(sorted(given_keys), 2) if other.startswith(f"{key} ")]
    return twice + begun


def test_there_is_a_preset_for_every_word_of_the_setting() -> None:
    assert set(KEYMAPS) == set(PRESETS)


@pytest.mark.parametrize("name", KEYMAPS)
def test_no_key_of_a_preset_does_two_things(name: str) -> None:
    assert [] == doubled(preset(name))


@pytest.mark.parametrize("name", KEYMAPS)
def test_every_action_has_a_key_in_every_preset_unless_it_is_run_by_name_alone(name: str) -> None:
    assert ["spacing", "hyphenation"] == [
        action.id for table in preset(name)[:3] for action in table if not action.keys
    ]


@pytest.mark.parametrize("name", KEYMAPS)
def test_every_key_of_a_preset_can_be_written(name: str) -> None:
    assert [] == [key for table in preset(name)[:3] for key in keys_of(table) if keys_named(key) != key]


@pytest.mark.parametrize("name", KEYMAPS)
def test_a_preset_names_only_actions(name: str) -> None:
    assert set() == set(PRESETS[name]) - set(IDS)


def test_an_action_gets_the_keys_of_the_file(tmp_path: Path) -> None:
    assert ("ctrl+s", "right") == keys(own(tmp_path, 'find = ["C-s", "Right"]'), "find")


def test_a_key_given_away_is_taken_from_who_had_it(tmp_path: Path) -> None:
    keymap = own(tmp_path, 'next-quote = "j"')

    assert (("down", "ctrl+e"), ("j",), ()) == (keys(keymap, "line-down"), keys(keymap, "next-quote"), keymap.troubles)


def test_one_key_for_two_actions_is_told_with_both_lines(tmp_path: Path) -> None:
    [trouble] = own(tmp_path, 'find = ["w", "/"]\nlook-up = ["w", "\\""]').troubles

    assert "config.toml, line 4: look-up does not get “w”: line 3 gives it to another action" == trouble


def test_the_first_line_has_the_key(tmp_path: Path) -> None:
    keymap = own(tmp_path, 'find = ["w", "/"]\nlook-up = ["w", "\\""]')

    assert ("find", ('"',)) == (keys_of(keymap.actions)["w"].id, keys(keymap, "look-up"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('fnd = "w"', "there is no action “fnd”; did you mean find?"),
        ('find = "hyper+w"', "find does not get “hyper+w”: there is no such key"),
        ('find = "5"', "find does not get “5”: a number before a key is a count"),
        ("find = 5", "the keys of find must be words"),
        ('body-alone = "/"', "this was the only key of find"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    [trouble] = own(tmp_path, line).troubles

    assert trouble.startswith(f"config.toml, line 3: {told}")


@pytest.mark.parametrize(
    ("line", "action", "has"),
    [
        ('select-words = ["l", "right"]', "select-words", ("l", "right")),
        ('mark-item = "ctrl+space"', "mark-item", ("ctrl+space",)),
        ('everywhere = "&"', "everywhere", ("&",)),
        ('to-browser = "f9"', "to-browser", ("f9",)),
    ],
)
def test_keys_of_selecting_and_of_lists_can_be_given(
    tmp_path: Path, line: str, action: str, has: tuple[str, ...]
) -> None:
    keymap = own(tmp_path, line)

    assert (has, set()) == (keys(keymap, action), {trouble for trouble in keymap.troubles if "only key" not in trouble})


def test_an_action_of_two_tables_has_its_keys_in_both(tmp_path: Path) -> None:
    keymap = own(tmp_path, 'select = "X"')

    assert ("select", "select") == tuple(keys_of(table)["X"].id for table in (keymap.actions, keymap.selecting))


def test_the_same_key_may_mean_something_else_while_selecting(tmp_path: Path) -> None:
    keymap = own(tmp_path, 'find = "X"\nselect-turn = "X"')

    assert ("find", "select-turn", ()) == (
        keys_of(keymap.actions)["X"].id,
        keys_of(keymap.selecting)["X"].id,
        keymap.troubles,
    )


@pytest.mark.parametrize("key", ["a", "7", "Enter", "Esc", "ctrl+x ctrl+x"])
def test_where_one_types_no_letter_is_a_key(tmp_path: Path, key: str) -> None:
    [trouble] = own(tmp_path, f'mark-item = "{key}"').troubles

    assert trouble.startswith(f"config.toml, line 3: mark-item does not get “{key}”")


def test_a_way_out_of_selecting_is_always_left(tmp_path: Path) -> None:
    assert ("escape",) == keys(own(tmp_path, "select-none = []"), "select-none")


def test_a_way_out_is_always_left(tmp_path: Path) -> None:
    keymap = own(tmp_path, "quit = []\nclose = []")

    assert {"q": "close", "Q": "quit"} == {key: keys_of(keymap.actions)[key].id for key in "qQ"}


@given(
    st.sampled_from(KEYMAPS),
    st.lists(
        st.tuples(
            st.sampled_from([*IDS, "nothing"]),
            st.lists(st.sampled_from(["j", "g", "g g", "g x", "ctrl+x", "ctrl+x o", "Q", "q", "5", "foo", "M-x", ""])),
        ),
        max_size=8,
    ),
)
def test_whatever_the_file_says_no_key_does_two_things(name: str, asked: list[tuple[str, list[str]]]) -> None:
    settings = Settings("config.toml")
    settings.keymap = name
    settings.keys = {action: Entry(words, line) for line, (action, words) in enumerate(asked, 1)}

    assert [] == doubled(keymap_of(settings))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("^f", "ctrl+f"), ("C-f", "ctrl+f"), ("Ctrl+F", "ctrl+f"), ("PgDn", "pagedown"), ("M-x", "alt+x"),
        ("M-X", "alt+X"),
        ("S-Tab", "shift+tab"), ("Esc", "escape"), ("F5", "f5"), ("?", "?"), ("é", "é"), ("foo", None), ("ctrl+", None),
        ("f99", None), ("\x1b", None),
    ],
)  # fmt: skip
def test_keys_are_understood_as_people_write_them(written: str, key: str | None) -> None:
    assert key == key_named(written)


def reader(name: str) -> KeyReader:
    return KeyReader(keys_of(preset(name).actions))


def ids_read(read: KeyReader, *pressed: str) -> list[str | None]:
    commands = [read.read(key) for key in pressed]
    return [None if command is None else command.action.id for command in commands]


def test_keys_in_a_row_are_one() -> None:
    assert [None, "quit"] == ids_read(reader("emacs"), "ctrl+x", "ctrl+c")


def test_keys_in_a_row_have_a_count() -> None:
    read = reader("vim")
    command = [read.read(key) for key in ("1", "2", "g", "g")][-1]

    assert command is not None
    assert ("top", 12) == (command.action.id, command.count)


def test_a_wrong_second_key_forgets_the_first() -> None:
    assert [None, None, "line-down"] == ids_read(reader("emacs"), "ctrl+x", "j", "j")


def test_keys_begun_are_seen() -> None:
    read = reader("emacs")
    read.read("ctrl+x")

    assert "^x" == read.pending


def test_a_mark_takes_the_letter_behind_it() -> None:
    read = KeyReader()

    assert [None, Command(keys_of(ACTIONS)["m"], None, "5")] == [read.read("m"), read.read("5")]


def test_escape_forgets_a_mark_begun() -> None:
    assert [None, None, "line-down"] == ids_read(KeyReader(), "m", "escape", "j")
