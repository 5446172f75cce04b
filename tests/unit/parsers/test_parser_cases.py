"""Each case file's text has the outline the file says (see tests/cases/README.md)."""

from __future__ import annotations

import pytest
from outline import Case, find_cases, outline_of

from reader.parsers import parse
from reader.sources.load import source_from_bytes
from reader.sources.source import Source


@pytest.mark.parametrize("case", find_cases("plain"), ids=lambda case: case.path.stem)
def test_plain_text_has_the_outline(case: Case) -> None:
    document = parse(Source(case.path.name, case.text, "text"))

    assert case.expected == outline_of(document), case.about


@pytest.mark.parametrize("case", find_cases("markdown"), ids=lambda case: case.path.stem)
def test_markdown_has_the_outline(case: Case) -> None:
    document = parse(Source(case.path.name, case.text, "markdown"))

    assert case.expected == outline_of(document), case.about


@pytest.mark.parametrize(
    ("format", "case"), [(format, case) for format in ("captions", "mail") for case in find_cases(format)]
)
def test_captions_and_mail_have_the_outline(format: str, case: Case) -> None:
    document = parse(source_from_bytes(case.path.name, case.text.encode(), format=format))

    assert case.expected == outline_of(document), case.about
