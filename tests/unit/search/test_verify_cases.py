"""The cases in `tests/cases/verify/`: an article, quotations, verdicts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.parsers import parse
from reader.quotes import find_quotes
from reader.search.verify import Verdict, verify
from reader.sources.source import Source

CASES = Path(__file__).parents[2] / "cases" / "verify"
_LINE = re.compile(r"(?P<verdict>[a-z-]+)(?: by (?P<by>[^:]+))?: (?P<quotation>.+)")


class Case(NamedTuple):
    article: str
    verdict: Verdict
    by: str
    quotation: str


def cases() -> list[Case]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        _, article, quotations = re.split(r"^%% .*\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for line in quotations.splitlines():
            match = _LINE.fullmatch(line)
            assert match, line
            quotation = match["quotation"].replace("\\n", "\n")
            found.append(Case(article, Verdict(match["verdict"]), match["by"] or "", quotation))
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.verdict}: {case.quotation[:50]}")
def test_verdict(case: Case) -> None:
    document = find_quotes(parse(Source("article.txt", case.article, "text")))

    assert case.verdict == verify(case.quotation, [document], case.by).finding.verdict
