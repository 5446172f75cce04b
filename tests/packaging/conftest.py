"""What a user installs: the distributions, and an environment with the wheel and what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
NEEDED = ("build", "hatchling", "pip")


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source distribution and the wheel made from it, as package indexes get them."""
    missing = _missing_tools()
    if missing:
        pytest.skip(f"needs {', '.join(missing)} in this environment")
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    answer = subprocess.run(build, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return folder


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    """The wheel."""
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="session")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment with the wheel and the pinned packages that run it, and nothing else."""
    folder = tmp_path_factory.mktemp("clean") / "env"
    venv.create(folder, with_pip=False)
    install = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install", "--quiet"]
    pinned = [*install, "--require-hashes", "-r", ROOT / "requirements" / "run.txt"]
    answer = subprocess.run(pinned, env=_environment(), capture_output=True, text=True, check=False)
    if answer.returncode:
        pytest.skip(f"the packages cannot be had: {answer.stderr.strip().splitlines()[-1]}")
    subprocess.run([*install, "--no-index", "--no-deps", wheel], check=True, env=_environment())
    return folder


@pytest.fixture(scope="session")
def run(clean: Path) -> Run:
    """Run a program of the clean environment from a folder that has nothing to do with the checkout."""

    def run_there(program: str, *words: str, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, clean / "bin" / program, *words],
            cwd=clean.parent,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return run_there


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _missing_tools() -> list[str]:
    script = "import importlib.util, sys; print(*[name for name in sys.argv[1:] if not importlib.util.find_spec(name)])"
    return subprocess.check_output([sys.executable, "-c", script, *NEEDED], text=True).split()
