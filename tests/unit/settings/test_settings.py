"""Where a setting comes from, and what happens to one that is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_config_path

from reader.errors import UsageError
from reader.settings.settings import Settings, default_path, settle
from reader.settings.table import SETTINGS, Setting


def settled(tmp_path: Path, text: str, environ: dict[str, str] | None = None, **flags: str) -> Settings:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return settle({"PULLQUOTE_CONFIG": str(file)} | (environ or {}), flags)


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    settings = settle({"XDG_CONFIG_HOME": str(tmp_path)})

    assert [setting.default for setting in SETTINGS] == [getattr(settings, setting.name) for setting in SETTINGS]


def test_the_file_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    expected = user_config_path("pullquote", appauthor=False) / "config.toml"

    assert str(expected) == default_path({"XDG_CONFIG_HOME": str(tmp_path)})


def test_without_a_file_no_table_and_no_toml_is_imported(tmp_path: Path) -> None:
    code = "import sys; from reader.settings.settings import settle; settle({}); print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"tomllib", "reader.settings.table"} & set(answer.stdout.split())


def test_the_file_is_read(tmp_path: Path) -> None:
    settings = settled(tmp_path, "# mine\n\nmeasure = 60\n")

    assert (60, "config.toml, line 3") == (settings.measure, settings.origins["measure"])


def test_a_variable_comes_before_the_file(tmp_path: Path) -> None:
    settings = settled(tmp_path, "measure = 60\n", {"PULLQUOTE_MEASURE": "50"})

    assert (50, "PULLQUOTE_MEASURE") == (settings.measure, settings.origins["measure"])


def test_a_flag_comes_before_a_variable(tmp_path: Path) -> None:
    settings = settled(tmp_path, "measure = 60\n", {"PULLQUOTE_MEASURE": "50"}, measure="40")

    assert (40, "--measure") == (settings.measure, settings.origins["measure"])


@pytest.mark.parametrize(
    ("environ", "thrift"),
    [
        ({"PULLQUOTE_THRIFT": "0"}, False),
        ({"PULLQUOTE_NO_THRIFT": "1"}, False),
        ({"PULLQUOTE_NO_THRIFT": "0"}, True),
        ({"PULLQUOTE_THRIFT": ""}, True),
    ],
)
def test_a_switch_has_two_variables(tmp_path: Path, environ: dict[str, str], thrift: bool) -> None:
    assert thrift is settled(tmp_path, "", environ).thrift


_WRONG = {
    "switch": "maybe",
    "number": "wide",
    "choice": "sideways",
}


def wrong_words(setting: Setting) -> str | None:
    if setting.is_switch:
        return _WRONG["switch"]
    if setting.is_number:
        return _WRONG["number"]
    return _WRONG["choice"] if setting.choices else None


CHECKED = [setting for setting in SETTINGS if wrong_words(setting)]


@pytest.mark.parametrize("setting", CHECKED, ids=lambda setting: setting.name)
def test_a_wrong_value_in_the_file_is_named_with_its_line(tmp_path: Path, setting: Setting) -> None:
    settings = settled(tmp_path, f'theme = "day"\n{setting.name} = "{wrong_words(setting)}"\n')

    [trouble] = settings.troubles

    assert trouble.startswith(f"config.toml, line 2: {setting.name} must be ")


@pytest.mark.parametrize("setting", CHECKED, ids=lambda setting: setting.name)
def test_a_wrong_value_is_not_in_force(tmp_path: Path, setting: Setting) -> None:
    settings = settled(tmp_path, f'{setting.name} = "{wrong_words(setting)}"\n')

    assert setting.default == getattr(settings, setting.name)


@pytest.mark.parametrize("setting", CHECKED, ids=lambda setting: setting.name)
def test_a_wrong_variable_is_named(tmp_path: Path, setting: Setting) -> None:
    [trouble] = settled(tmp_path, "", {setting.variable: wrong_words(setting) or ""}).troubles

    assert trouble.startswith(f"{setting.variable}: {setting.name} must be ")


@pytest.mark.parametrize("setting", CHECKED, ids=lambda setting: setting.name)
def test_a_wrong_flag_is_an_error(tmp_path: Path, setting: Setting) -> None:
    with pytest.raises(UsageError, match=f"^--{setting.name} must be "):
        settled(tmp_path, "", **{setting.name: wrong_words(setting) or ""})


def test_a_wrong_name_is_named_with_its_line_and_the_one_meant(tmp_path: Path) -> None:
    settings = settled(tmp_path, '\nthem = "day"\n')

    assert ["config.toml, line 2: there is no setting “them”; did you mean theme?"] == settings.troubles


@pytest.mark.parametrize("line", ["foo bar", "theme = yes", 'theme = "', "[keys", "= 3", "measure = 1 2", "]"])
def test_a_line_that_is_no_toml_costs_that_line_only(tmp_path: Path, line: str) -> None:
    settings = settled(tmp_path, f"measure = 60\n{line}\nspacing = 2\n")

    assert (60, 2, 1) == (settings.measure, settings.spacing, len(settings.troubles))


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 100, b"[" * 100_000, b"a = 1\n" * 50, b"=" * 2_000_000])
def test_no_file_stops_the_start(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(data)

    assert settle({"PULLQUOTE_CONFIG": str(file)}).troubles


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    assert f"{tmp_path} holds no settings: it is no file" in settle({"PULLQUOTE_CONFIG": str(tmp_path)}).troubles


def test_the_empty_device_is_an_empty_file() -> None:
    assert [] == settle({"PULLQUOTE_CONFIG": "/dev/null"}).troubles


def test_a_file_named_by_hand_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such file"):
        settle({}, {}, str(tmp_path / "none.toml"))


def test_keys_know_their_lines(tmp_path: Path) -> None:
    settings = settled(tmp_path, 'theme = "day"\n[keys]\nfind = "s"\n"quit" = ["Q"]\n')

    assert {"find": 3, "quit": 4} == {name: entry.line for name, entry in settings.keys.items()}
