"""Where the program's own files are: the styles and the sample articles.

Installed they stand inside the package, in a checkout beside it; no other module may know.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def style_path(name: str) -> Path:
    """Return where a style sheet stands, as in `style_path("reading.tcss")`."""
    return _folder("styles") / name


def read_style(name: str) -> str:
    """Read a style sheet; for widgets that are mounted behind the first paint, and bring their rules along."""
    return style_path(name).read_text(encoding="utf-8")


def sample_paths() -> tuple[Path, ...]:
    """Return the sample articles, in the order of their names."""
    return tuple(sorted(path for path in _folder("samples").iterdir() if path.suffix in {".txt", ".md"}))


def sample_path(name: str) -> Path:
    """Return the sample called so, with or without its suffix; raises `KeyError` when there is none."""
    for path in sample_paths():
        if name in {path.name, path.stem}:
            return path
    raise KeyError(name)


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
