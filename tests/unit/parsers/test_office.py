"""Office files open by converters that cannot hang, and that an extra installs."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from outline import outline_of

from reader.errors import SourceError
from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.parsers import parse
from reader.parsers.office import converter, pdf
from reader.parsers.office.pdf_page import Line, find_paragraphs, known_words, text_of
from reader.sources.load import source_from_bytes
from reader.sources.safe import make_safe

FIXTURES = Path(__file__).parents[2] / "fixtures/formats"


def read(data: bytes, name: str) -> Document:
    return parse(source_from_bytes(name, data))


def made(markup: str, format: str) -> Document:
    """What pandoc makes of Markdown, read back."""
    pandoc = converter._find_pandoc()
    assert pandoc
    command = [pandoc, "--from=markdown", f"--to={format}", "--standalone", "--output=-"]
    done = subprocess.run(command, input=markup.encode(), capture_output=True, check=True)
    return read(done.stdout, f"a.{format}")


def fixture(format: str) -> bytes:
    return (FIXTURES / f"report.{format}").read_bytes()


ESSAY = """---
title: The Ferry
author: Ada Finch
---

# Night

It *came*.[^1]

1. one
2. two

> “It is late,” said Bo.

[^1]: At ten.
"""


def test_word_keeps_headings_lists_quotes_and_notes() -> None:
    assert [
        "title: The Ferry",
        "byline: Ada Finch",
        "heading 1: Night",
        "paragraph: It came.[1]",
        "list",
        "  item [1. ]",
        "    paragraph: one",
        "  item [2. ]",
        "    paragraph: two",
        "block-quote",
        "  paragraph: “It is late,” said Bo.",
        "rule: ---",
        "footnote [[1] ]",
        "  paragraph: At ten.",
        "= title: The Ferry",
        "= byline: Ada Finch",
        "~ emphasis: came",
        "~ footnote-reference: [1]",
    ] == outline_of(made(ESSAY, "docx"))


@pytest.mark.parametrize("format", ["odt", "rtf"])
def test_other_texts_keep_headings(format: str) -> None:
    document = made(ESSAY, format)

    assert ["The Ferry", "Night"] == [document.metadata.title, *(section.title for section in document.sections)]


def test_rtf_keeps_the_letter_behind_a_quotation_mark() -> None:
    """Word writes a question mark for programs that know no Unicode; pandoc dropped the letter behind it."""
    assert read(rb"{\rtf1\ansi \u8220?It came,\u8221? said Bo.\par}", "a").text == "“It came,” said Bo."


def test_headings_that_are_only_bold_are_headings() -> None:
    document = made(
        "**The Ferry**\n\nIt came.\n\n**The Night**\n\nIt went. **Bold** words.\n\n**It was late.**\n", "docx"
    )

    assert ["title", "paragraph", "heading", "paragraph", "paragraph"] == [block.kind for block in document.blocks]


def test_document_without_styles_is_read_as_the_text_it_is() -> None:
    document = made("The Ferry Is Late\n\nIt came back at ten, and nobody waved.\n\n• one thing\n\n• another\n", "docx")

    assert ["title", "paragraph", "list", "item", "paragraph", "item", "paragraph"] == [
        block.kind for block in document.blocks
    ]


@pytest.mark.parametrize("format", ["docx", "odt", "pdf"])
def test_damaged_file_says_so(format: str) -> None:
    data = fixture(format)
    with pytest.raises(SourceError, match=r"cannot read it|damaged|is no|ZIP"):
        parse(source_from_bytes(f"a.{format}", data[:10] + b"\xff" * 500 + data[-10:], format=format))


def test_text_of_too_deep_groups_says_so() -> None:
    with pytest.raises(SourceError, match="too deep in each other"):
        read(b"{\\rtf1 " + b"{\\b a" * 5000 + b"}" * 5001, "a")


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_missing_converter_says_what_to_install(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converter, "find_spec", lambda name: None)
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    monkeypatch.setattr("shutil.which", lambda name: None)

    with pytest.raises(SourceError, match=r"needs a converter; install it with: pip install 'pullquote\[office\]'"):
        read(fixture(format), "a")


def test_converter_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converter, "SECONDS_PER_MEGABYTE", 0.2)

    with pytest.raises(SourceError, match="converting it takes more than"):
        converter.run([sys.executable, "-c", "while True: pass"], b"", "a.docx")


def test_bomb_in_a_document_is_refused() -> None:
    data = BytesIO()
    with ZipFile(BytesIO(fixture("docx"))) as whole, ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                content += b" " * 110_000_000
            archive.writestr(name, content)

    with pytest.raises(SourceError, match="unpacks to more than"):
        read(data.getvalue(), "a.docx")


def test_pdf_keeps_title_headings_and_lists() -> None:
    kinds = [block.kind for block in read(fixture("pdf"), "a").blocks]

    assert [1, 5, 1] == [kinds.count(kind) for kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.LIST)]


PAGE = """%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]{}>>endobj
trailer<</Root 1 0 R>>
"""


def test_pdf_of_pictures_asks_for_ocr() -> None:
    with pytest.raises(SourceError, match="there is no text in it, only pictures"):
        read(PAGE.format("").encode(), "a.pdf")


def test_pdf_text_is_made_safe() -> None:
    stream = "BT /F 12 Tf 20 200 Td (It came\\033[31m back \\233.) Tj ET"
    content = "/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    content += f"4 0 obj<</Length {len(stream)}>>stream\n{stream}\nendstream"
    text = read(PAGE.format(content).replace("endstream>>endobj", "endstream endobj").encode(), "a.pdf").text

    assert make_safe(text) == text


def lines(
    *words: str, size: float = 10, bold: bool = False, top: float = 500, page: int = 0, right: float = 400
) -> list[Line]:
    return [
        Line(page, text, 50, right, top - number * 12, top - number * 12 - 10, size, bold)
        for number, text in enumerate(words)
    ]


def paragraphs_of(*found: list[Line]) -> list[str]:
    flat = [line for group in found for line in group]
    return [text_of(paragraph, known_words(flat)) for paragraph in find_paragraphs(flat)]


def test_hyphen_at_the_end_of_a_line_goes() -> None:
    assert ["the harbour master came"] == paragraphs_of(lines("the har-", "bour master came"))


def test_hyphen_that_belongs_to_a_word_stays() -> None:
    assert ["a well-known man, of U.S.-Russia talks, well-known"] == paragraphs_of(
        lines("a well-known man, of U.S.-", "Russia talks, well-", "known")
    )


def test_gap_ends_a_paragraph() -> None:
    assert ["It came. It", "went."] == paragraphs_of(lines("It came.", "It"), lines("went.", top=450))


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        lines("The Ferry", page=page, top=780)
        + lines(f"Page {page} was late.", page=page)
        + lines(f"{page}", page=page, top=40)
        for page in range(4)
    ]

    assert [f"Page {page} was late." for page in range(4)] == paragraphs_of(*pages)


def test_sentence_goes_on_over_a_page() -> None:
    assert ["It came and went."] == paragraphs_of(lines("It came"), lines("and went.", page=1, top=780))


def test_words_that_stand_at_few_page_ends_are_kept() -> None:
    pages = [lines("said Ann Lee." if page < 3 else f"It was {page}.", page=page, top=780) for page in range(30)]
    bodies = [lines("It came back.", page=page) for page in range(30)]

    assert 3 == " ".join(paragraphs_of(*(line for pair in zip(pages, bodies, strict=True) for line in pair))).count(
        "Ann Lee"
    )
