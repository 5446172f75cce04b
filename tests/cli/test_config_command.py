"""`pullquote config`, and settings as the real program takes them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli.arguments import COMMANDS, EVERYWHERE, OPEN
from reader.cli.commands.config import about
from reader.settings.table import SETTINGS, Setting

from .conftest import ROOT, Answer, run_process

Ask = Callable[..., Answer]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("PULLQUOTE_CONFIG", str(file))
    file.write_text('theme = "day"\nthem = 1\nmeasure = "wide"\n', encoding="utf-8")
    return file


def test_what_it_prints_is_a_settings_file(ask: Ask) -> None:
    said = tomllib.loads(ask("config").out)

    assert {setting.name: setting.default for setting in SETTINGS} | {"keys": {}, "citations": {}} == said


def test_it_says_where_a_setting_was_set(ask: Ask, config: Path) -> None:
    assert 'theme = "day"               # config.toml, line 1\n' in ask("config").out


def test_a_flag_is_named_as_the_origin(ask: Ask) -> None:
    assert 'theme = "sepia"             # --theme\n' in ask("config", "--theme", "sepia").out


def test_a_name_gives_its_value_alone(ask: Ask, config: Path) -> None:
    assert "day\n72\n" == ask("config", "theme", "measure").out


def test_json_has_value_and_origin(ask: Ask, config: Path) -> None:
    theme = json.loads(ask("config", "--format", "json").out)["settings"]["theme"]

    assert ("day", "config.toml, line 1") == (theme["value"], theme["origin"])


def test_keys_that_cannot_be_are_named_with_their_lines(ask: Ask, config: Path) -> None:
    config.write_text('[keys]\nfind = "w"\nlook-up = "w"\n', encoding="utf-8")

    assert "# Not in force: config.toml, line 3: look-up does not get “w”" in ask("config").out


def test_an_unknown_name_is_one_sentence(ask: Ask) -> None:
    answer = ask("config", "thema")

    assert (2, "", 1) == (answer.code, answer.out, answer.err.count("\n"))


def test_what_is_wrong_is_told_and_does_not_stop_the_command(ask: Ask, config: Path, article: Path) -> None:
    answer = ask("text", article)

    assert (0, 2) == (answer.code, answer.err.count("config.toml, line"))


def test_quiet_leaves_it_out(ask: Ask, config: Path, article: Path) -> None:
    assert "" == ask("text", "--quiet", article).err


def test_quiet_still_says_what_failed(ask: Ask, tmp_path: Path) -> None:
    assert 1 == ask("text", "--quiet", tmp_path / "none").err.count("\n")


def test_verbose_says_what_is_done(article: Path) -> None:
    told = run_process("quotes", "--verbose", article).stderr.decode()

    assert ("settings: " in told, "ferry.txt: " in told) == (True, True)


def test_the_file_names_the_library(tmp_path: Path, article: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f'library = "{tmp_path / "mine.sqlite"}"\n', encoding="utf-8")

    run_process("add", "--config", config, article)

    assert (tmp_path / "mine.sqlite").is_file()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting: Setting) -> None:
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| `{setting.name}` |")]

    assert all(word in row for word in (*setting.flags, setting.variable, about(setting)))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_an_option(setting: Setting) -> None:
    assert f"--{setting.name}" in (*COMMANDS[OPEN].options, *EVERYWHERE)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", EVERYWHERE)
def test_options_of_every_command_are_in_its_help(ask: Ask, name: str, option: str) -> None:
    assert option in ask(*([] if name == OPEN else [name]), "--help").out
