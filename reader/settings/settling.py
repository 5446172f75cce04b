"""How a setting gets its value: from the file, over it a variable, over that a flag."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import partial

from reader.errors import UsageError
from reader.settings.file import FileRead, read_file
from reader.settings.settings import CONFIG_VARIABLE, Entry, Settings
from reader.settings.table import BY_NAME, SETTINGS, TABLES, Setting

_ON, _OFF = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})
_LONGEST_SHOWN = 60


class UnfitError(Exception):
    """Say what a setting must be; a sentence without its subject."""


def settle_all(path: str, environ: Mapping[str, str], flags: Mapping[str, str], config: str | None) -> Settings:
    """Return what is in force; raises `UsageError` for a wrong flag."""
    settings = Settings(path)
    read = read_file(path)
    settings.is_read = read.is_there
    settings.troubles += read.troubles
    if config and not read.is_there:
        raise UsageError(f"cannot read the settings {config}: {read.why_not}")
    if environ.get(CONFIG_VARIABLE) and not read.is_there:
        settings.troubles.append(f"{CONFIG_VARIABLE}: cannot read {path}: {read.why_not}")
    _take_file(settings, read)
    for setting in SETTINGS:
        _take_variable(settings, setting, environ)
        if setting.name in flags:
            _take_flag(settings, setting, flags[setting.name])
    return settings


def value_of_words(setting: Setting, words: str) -> bool | int | str:
    """Understand a value written as a word, in a variable or behind a flag; raises `UnfitError`."""
    if setting.is_switch:
        word = words.strip().lower()
        if word not in _ON | _OFF:
            raise UnfitError(f"must be 1 or 0, not “{_cut(words)}”")
        return word in _ON
    if setting.is_number:
        if not words.strip().isascii() or not words.strip().isdigit():
            raise UnfitError(f"{_range(setting)}, not “{_cut(words)}”")
        return fitting(setting, int(words[:9]))
    return fitting(setting, words)


def fitting(setting: Setting, value: object) -> bool | int | str:
    """Return a value of the file when it fits; raises `UnfitError`."""
    if setting.is_switch:
        if isinstance(value, bool):
            return value
        raise UnfitError(f"must be true or false, not {_shown(value)}")
    if setting.is_number:
        if isinstance(value, int) and not isinstance(value, bool) and setting.least <= value <= setting.most:
            return value
        raise UnfitError(f"{_range(setting)}, not {_shown(value)}")
    if not isinstance(value, str) or (not value and setting.default):
        raise UnfitError(f"must be a word in quotation marks, not {_shown(value)}")
    if setting.choices and value not in setting.choices:
        raise UnfitError(f"must be one of {', '.join(setting.choices)}, not “{_cut(value)}”")
    return value


def _take_file(settings: Settings, read: FileRead) -> None:
    tables: dict[str, Mapping[str, Entry]] = {}
    for name, value in read.values.items():
        where = read.where(name)
        if name in TABLES:
            if isinstance(value, dict):
                tables[name] = {key: Entry(entry, read.line_of(key, name)) for key, entry in value.items()}
            else:
                settings.troubles.append(f"{where}: {name} must be a table: [{name}]")
        elif name in BY_NAME:
            _keep(settings, BY_NAME[name], where, partial(fitting, value=value))
        else:
            settings.troubles.append(f"{where}: there is no setting “{_cut(name)}”{_meant(name)}")
    settings.keys = tables.get("keys", {})
    settings.citations = tables.get("citations", {})


def _take_variable(settings: Settings, setting: Setting, environ: Mapping[str, str]) -> None:
    words = environ.get(setting.variable)
    if words:
        _keep(settings, setting, setting.variable, partial(value_of_words, words=words))
    against = environ.get(setting.variable_against) if setting.is_switch else None
    if against:
        where = setting.variable_against
        _keep(settings, setting, where, lambda setting: not value_of_words(setting, against))


def _take_flag(settings: Settings, setting: Setting, words: str) -> None:
    flag = setting.flags[0]
    try:
        value = value_of_words(setting, words)
    except UnfitError as error:
        raise UsageError(f"{flag} {error}") from error
    setattr(settings, setting.name, value)
    settings.origins[setting.name] = setting.flags[-1] if value is False else flag


def _keep(settings: Settings, setting: Setting, where: str, value: Callable[[Setting], bool | int | str]) -> None:
    try:
        setattr(settings, setting.name, value(setting))
    except UnfitError as error:
        settings.troubles.append(f"{where}: {setting.name} {error}")
    else:
        settings.origins[setting.name] = where


def _meant(name: str) -> str:
    near = get_close_matches(name, [*BY_NAME, *TABLES], 1)
    return f"; did you mean {near[0]}?" if near else " (pullquote config lists them)"


def _range(setting: Setting) -> str:
    return f"must be a number from {setting.least} to {setting.most}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{_cut(value)}”" if isinstance(value, str) else _cut(str(value))


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"
