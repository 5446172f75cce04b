"""What a user installs: the wheel, built through the source distribution, run from a clean environment elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]
IMPORT_ALL = """
import importlib, pkgutil, reader
for module in pkgutil.walk_packages(reader.__path__, "reader."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""


def files_in(folder: str) -> set[str]:
    """The files of a folder of the checkout but for what Python left there."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(ROOT).as_posix() for path in paths if not path.name.startswith(".")}


@pytest.mark.parametrize("folder", ["styles", "samples"])
def test_the_wheel_carries_every_style_and_sample(wheel: Path, folder: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert set() == {f"reader/{name}" for name in files_in(folder)} - set(names)


def test_the_wheel_carries_nothing_else_than_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {"reader", f"pullquote-{__version__}.dist-info"} == tops


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    assert set() == files_in("reader") - set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_the_license(wheel: Path) -> None:
    assert any(name.endswith("licenses/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


def test_the_package_comes_from_the_wheel(run: Run, clean: Path) -> None:
    answer = run("python", "-c", "import reader; print(reader.__file__)")

    assert answer.stdout.startswith(str(clean))


def test_the_command_is_called_pullquote(run: Run) -> None:
    assert f"pullquote {__version__}\n" == run("pullquote", "--version").stdout


def test_a_sample_opens_from_another_folder(run: Run) -> None:
    assert run("pullquote", "--sample", "report").stdout.startswith("Inside Port Avela")


def test_a_markdown_sample_opens_from_another_folder(run: Run) -> None:
    assert run("pullquote", "--sample", "essay").stdout.startswith("The Case for the Slow Letter")


def test_quotes_are_found_from_another_folder(run: Run) -> None:
    answer = run("pullquote", "quotes", "--sample", "report", "--speaker", "korvald")

    assert (0, "", True) == (answer.returncode, answer.stderr, "Ines Korvald" in answer.stdout)


def test_the_app_can_be_imported_from_the_wheel(run: Run) -> None:
    assert 0 == run("python", "-c", "import reader.ui.app").returncode


def test_every_module_finds_what_it_imports(run: Run) -> None:
    """What the package imports, but for what the extras bring, comes with it."""
    answer = run("python", "-c", IMPORT_ALL)

    assert "" == answer.stdout + answer.stderr


def test_both_distributions_pass_twine(distributions: Path) -> None:
    files = [str(path) for path in distributions.iterdir()]
    answer = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *files], capture_output=True, text=True, check=False
    )

    assert (0, 2) == (answer.returncode, answer.stdout.count("PASSED")), answer.stdout


def test_it_runs_on_a_machine_without_a_network(run: Run) -> None:
    """No network, no variables but PATH, no locale: what a minimal machine has."""
    alone = ["unshare", "--net", "env", "-i", "PATH=/usr/bin:/bin"]
    if shutil.which("unshare") is None or subprocess.run([*alone[:2], "true"], check=False).returncode:
        pytest.skip("needs unshare and the right to make a network namespace")
    answer = run("pullquote", "quotes", "--sample", "report", "--speaker", "korvald", before=alone)

    assert (0, "", True) == (answer.returncode, answer.stderr, "Ines Korvald" in answer.stdout)
