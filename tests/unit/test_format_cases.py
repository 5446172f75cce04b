"""Each file of tests/cases/formats opens as its `.expected` says (see tests/cases/README.md)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "parsers"))

from format_cases import CASES, EXPECTED, expected_of, find_cases, shown


@pytest.mark.parametrize("path", find_cases(), ids=lambda path: str(path.relative_to(CASES)))
def test_a_file_opens_as_expected(path: Path) -> None:
    about, lines = expected_of(path)

    assert lines == shown(path), about


def test_every_expectation_has_its_file() -> None:
    assert [] == [path for path in CASES.rglob(f"*{EXPECTED}") if not path.with_suffix("").exists()]
