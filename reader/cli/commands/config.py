"""`pullquote config`: the settings in force and where each was set, as a file that could be used."""

from __future__ import annotations

from collections.abc import Iterator

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, warn
from reader.errors import UsageError
from reader.settings.settings import Entry, Settings
from reader.settings.table import BY_NAME, SETTINGS, TABLES, Setting
from reader.sources.safe import make_safe
from reader.ui.keymaps import keymap_of

_ORIGIN_COLUMN = 26


def run(arguments: Arguments) -> ExitCode:
    """Print the settings, or the values of those named."""
    settings = arguments.settings
    for trouble in keymap_of(settings).troubles:
        settings.troubles.append(trouble)
        warn(trouble)
    for name in arguments.files:
        if name not in BY_NAME:
            raise UsageError(f"there is no setting “{name}” (pullquote config lists them)")
    if arguments.format == "json":
        output.write(_json(settings, arguments.files))
    elif arguments.files:
        output.write("".join(f"{_plain(getattr(settings, name))}\n" for name in arguments.files))
    else:
        output.write("".join(f"{make_safe(line)}\n" for line in config_lines(settings)))
    return ExitCode.FOUND


def config_lines(settings: Settings) -> Iterator[str]:
    """Write the settings as TOML: a comment says what each one does, and behind each stands where it was set."""
    yield f"# Settings of pullquote. They belong into {settings.path}{'' if settings.is_read else ' (not there yet)'}"
    for trouble in settings.troubles:
        yield f"# Not in force: {trouble}"
    for setting in SETTINGS:
        yield ""
        yield f"# {about(setting)}"
        said = f"{setting.name} = {_toml(getattr(settings, setting.name))}"
        yield f"{said:<{_ORIGIN_COLUMN}}  # {settings.origins.get(setting.name, 'as it comes')}"
    tables: dict[str, dict[str, Entry]] = {"keys": dict(settings.keys), "citations": dict(settings.citations)}
    for name, entries in tables.items():
        yield ""
        yield f"# {TABLES[name]}"
        yield f"[{name}]"
        for key, entry in entries.items():
            yield f"{_toml_key(key)} = {_toml(entry.value)}  # line {entry.line}"


def about(setting: Setting) -> str:
    """Say what a setting does and what it may be."""
    if setting.choices:
        return f"{setting.about}: {', '.join(setting.choices)}"
    return f"{setting.about} ({setting.least} to {setting.most})" if setting.is_number else setting.about


def _json(settings: Settings, names: list[str]) -> str:
    import json

    rows = {
        setting.name: {
            "value": getattr(settings, setting.name),
            "origin": settings.origins.get(setting.name),
            "default": setting.default,
            "variable": setting.variable,
        }
        for setting in SETTINGS
        if not names or setting.name in names
    }
    told = {"path": make_safe(settings.path), "is_read": settings.is_read, "settings": rows}
    return json.dumps(told | {"troubles": settings.troubles}, ensure_ascii=True, indent=2) + "\n"


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else make_safe(str(value))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value) if isinstance(value, int | float) else _toml_string(str(value))


def _toml_string(text: str) -> str:
    import json  # what JSON escapes, TOML reads

    return json.dumps(make_safe(text), ensure_ascii=False)


def _toml_key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else _toml_string(key)
