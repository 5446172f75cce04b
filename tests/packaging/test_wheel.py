"""What a user installs: the wheel, built through the source distribution, run from a clean environment elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from reader import __version__

ROOT = Path(__file__).parents[2]
NEEDED = ("build", "hatchling", "pip")


def missing_tools() -> list[str]:
    script = "import importlib.util, sys; print(*[name for name in sys.argv[1:] if not importlib.util.find_spec(name)])"
    return subprocess.check_output([sys.executable, "-c", script, *NEEDED], text=True).split()


pytestmark = pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(NEEDED)} in this environment")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source distribution as package indexes do."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    answer = subprocess.run(build, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment that holds the wheel, and this environment's packages for its dependencies."""
    folder = tmp_path_factory.mktemp("clean") / "env"
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    install = ["-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--quiet", wheel]
    subprocess.run([sys.executable, *install], check=True, env=_environment())
    purelib = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    ).strip()
    # A line of a .pth stands behind the folder it is in: dependencies come from here, `reader` from the wheel.
    (Path(purelib) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def run(clean: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the clean environment from a folder that has nothing to do with the checkout."""
    command = [clean / "bin" / program, *words]
    return subprocess.run(
        command,
        cwd=clean.parent,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


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


def test_the_package_comes_from_the_wheel(clean: Path) -> None:
    answer = run(clean, "python", "-c", "import reader; print(reader.__file__)")

    assert answer.stdout.startswith(str(clean))


def test_the_command_is_called_pullquote(clean: Path) -> None:
    assert f"pullquote {__version__}\n" == run(clean, "pullquote", "--version").stdout


def test_a_sample_opens_from_another_folder(clean: Path) -> None:
    assert run(clean, "pullquote", "--sample", "report").stdout.startswith("Inside Port Avela")


def test_a_markdown_sample_opens_from_another_folder(clean: Path) -> None:
    assert run(clean, "pullquote", "--sample", "essay").stdout.startswith("The Case for the Slow Letter")


def test_quotes_are_found_from_another_folder(clean: Path) -> None:
    answer = run(clean, "pullquote", "quotes", "--sample", "report", "--speaker", "korvald")

    assert (0, "", True) == (answer.returncode, answer.stderr, "Ines Korvald" in answer.stdout)


def test_the_app_can_be_imported_from_the_wheel(clean: Path) -> None:
    assert 0 == run(clean, "python", "-c", "import reader.ui.app").returncode
