"""Where the program's own files are: the styles and the sample articles.

Installed they stand inside the package, in a checkout beside it; no other module may know.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_HEAD_BYTES = 1000


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


def sample_title(path: Path) -> str:
    """Return the first line, or the `title:` of front matter: enough for our own files, and no parser is imported."""
    lines = path.read_bytes()[:_HEAD_BYTES].decode("utf-8", "ignore").splitlines()
    for line in lines:
        if line.startswith("title:"):
            return line.removeprefix("title:").strip().strip('"')
    # “FOR IMMEDIATE RELEASE” stands above the title of a press release.
    return next(line for line in lines if line and not line.isupper())


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
