"""What all tests share: a home of their own, and the flag that writes golden screens anew."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A busy machine is not a failure: no deadline. CI tries the same examples every time, a developer's machine new ones.
settings.register_profile("reader", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("reader")

_FOLDERS = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-screens", action="store_true", help="write the golden screens as they are now")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the person who runs the tests is read or written, here or in a process started here."""
    folder = tmp_path_factory.mktemp("home")
    before = dict(os.environ)
    os.environ.update({name: str(folder / path) for name, path in _FOLDERS.items()})
    yield
    os.environ.clear()
    os.environ.update(before)
