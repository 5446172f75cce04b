"""What `make check` looks at, so that `make test` – the one command CI calls – holds it too."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CHECKS = {
    "rules": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_passes_the_check(check: str) -> None:
    """The code passes ruff, mypy and import-linter."""
    done = subprocess.run([sys.executable, *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_make_target_has_a_line_of_help() -> None:
    """`make help` lists every target a person may ask for."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = [line.removeprefix(".PHONY:").strip() for line in makefile.splitlines() if line.startswith(".PHONY:")]

    assert phony == [name for name in phony if f"\n{name}:" in makefile and "  # " in _rule(makefile, name)]


def test_ci_calls_the_readme_s_test_command() -> None:
    """CI runs the very command that the README gives."""
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert "\nmake test" in (ROOT / "README.md").read_text(encoding="utf-8")


def _rule(makefile: str, name: str) -> str:
    return makefile.split(f"\n{name}:", 1)[1].split("\n", 1)[0]
