"""The sample articles as `--sample` names them."""

from __future__ import annotations

from pathlib import Path

from reader import resources
from reader.errors import UsageError

DEFAULT = "report"
_HEAD_BYTES = 1000


def place_of_sample(name: str) -> str:
    """Return where the sample called so stands; raises `UsageError` with the names there are."""
    try:
        return str(resources.sample_path(name))
    except KeyError:
        names = ", ".join(path.stem for path in resources.sample_paths())
        raise UsageError(f"there is no sample called {name}; there are {names}") from None


def sample_list() -> str:
    """List the samples, a name and a title a line."""
    return "\n".join(f"  {path.stem:<12}{_title(path)}" for path in resources.sample_paths())


def _title(path: Path) -> str:
    """The first line, or the `title:` of front matter: enough for our own files, and no parser is imported."""
    lines = path.read_bytes()[:_HEAD_BYTES].decode("utf-8", "ignore").splitlines()
    for line in lines:
        if line.startswith("title:"):
            return line.removeprefix("title:").strip().strip('"')
    # “FOR IMMEDIATE RELEASE” stands above the title of a press release.
    return next(line for line in lines if line and not line.isupper())
