"""One article saved in many formats is one article: the same sections, the same quotes, the same speakers."""

from __future__ import annotations

import runpy
from collections.abc import Iterable
from pathlib import Path

import pytest

from reader.model.document import Document
from reader.model.sections import Section
from reader.reading import read

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests/fixtures/formats"
MAKER = runpy.run_path(str(FIXTURES / "make.py"))
FORMATS = ("md", "html", "eml", "epub", "docx", "odt", "rtf", "pdf")
FOUNDING = sorted((ROOT.parent / "shared/articles").glob("*.txt"))


def facts(path: Path) -> tuple[list[str], list[tuple[str, str]]]:
    document = read(str(path))
    return [document.metadata.title, *titles(document.sections)], quotes_of(document)


def titles(sections: Iterable[Section]) -> list[str]:
    return [title for section in sections for title in (section.title, *titles(section.children))]


def quotes_of(document: Document) -> list[tuple[str, str]]:
    return [
        (
            quote.content.cut(document.text),
            document.speakers[quote.attribution.speaker].name if quote.attribution else "",
        )
        for quote in document.quotes
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_sample_is_the_same_in(format: str) -> None:
    assert facts(ROOT / "samples/report.txt") == facts(FIXTURES / f"report.{format}")


@pytest.fixture(scope="module")
def founding(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not FOUNDING:
        pytest.skip("the founding article is not beside this checkout")
    if not MAKER["has_tools"]():
        pytest.skip("pandoc and LibreOffice are not installed")
    article = tmp_path_factory.mktemp("founding") / "article.txt"
    article.write_bytes(FOUNDING[0].read_bytes())
    MAKER["make_by_hand"](article, article.parent)
    MAKER["make_with_tools"](article, article.parent)
    return article


@pytest.mark.parametrize("format", FORMATS)
def test_founding_article_is_the_same_in(format: str, founding: Path) -> None:
    assert facts(founding) == facts(founding.with_suffix(f".{format}"))


def test_founding_article_has_three_quotes(founding: Path) -> None:
    assert ["Mark Rutte"] * 3 == [speaker for _, speaker in facts(founding)[1]]
