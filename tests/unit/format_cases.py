"""Whole files as they are found, and what opening one should give. Run with a file, it prints what it gives now."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent / "parsers"))

from outline import outline_of

from reader.model.document import Document
from reader.reading import read

CASES = Path(__file__).parents[1] / "cases" / "formats"
EXPECTED = ".expected"
_LONGEST = 60


def find_cases() -> list[Path]:
    return sorted(path for path in CASES.rglob("*") if path.is_file() and path.with_name(path.name + EXPECTED).exists())


def expected_of(path: Path) -> tuple[str, list[str]]:
    """Return what the case shows and the lines its document should give."""
    about, _, lines = path.with_name(path.name + EXPECTED).read_text(encoding="utf-8").partition("\n")
    return about.removeprefix("# "), lines.strip("\n").split("\n")


def shown(path: Path) -> list[str]:
    return lines_of(read(str(path)))


def lines_of(document: Document) -> list[str]:
    """Write the outline, the links left out, then a line a quote and a line a warning."""
    lines = [line for line in outline_of(document) if not line.startswith(("~ emphasis", "~ strong", "~ link"))]
    for quote in document.quotes:
        speaker = document.speakers[quote.attribution.speaker].name if quote.attribution else "?"
        words = " ".join(quote.content.cut(document.text).split())
        lines.append(f"> {speaker}: {words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}")
    return [*lines, *(f"! {warning}" for warning in document.warnings)]


if __name__ == "__main__":
    print("\n".join(shown(Path(sys.argv[1]))))
