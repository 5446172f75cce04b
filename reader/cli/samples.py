"""The sample articles as `--sample` names them."""

from __future__ import annotations

from reader import resources
from reader.errors import UsageError

DEFAULT = "report"


def place_of_sample(name: str) -> str:
    """Return where the sample called so stands; raises `UsageError` with the names there are."""
    try:
        return str(resources.sample_path(name))
    except KeyError:
        names = ", ".join(path.stem for path in resources.sample_paths())
        raise UsageError(f"there is no sample called {name}; there are {names}") from None


def sample_list() -> str:
    """List the samples, a name and a title a line."""
    return "\n".join(f"  {path.stem:<12}{resources.sample_title(path)}" for path in resources.sample_paths())
