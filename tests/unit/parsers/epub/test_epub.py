"""A book opens whatever is wrong with it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError, SourceError
from reader.model.blocks import BlockKind
from reader.model.document import Document
from reader.parsers import first_part, parse
from reader.parsers.epub.archive import Archive, resolve
from reader.sources.load import source_from_bytes
from reader.sources.safe import make_safe

from .books import CONTAINER, NAV, NCX, book, package, page, read, read_files, simple_package

ONE, TWO = page("<h1>Night</h1><p>It came.</p>"), page("<h1>Morning</h1><p>It went.</p>")
BOOK = {"OEBPS/book.opf": simple_package("b.xhtml", "a.xhtml"), "OEBPS/a.xhtml": TWO, "OEBPS/b.xhtml": ONE}


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (block.level, block.span.cut(document.text)) for block in document.blocks if block.kind is BlockKind.HEADING
    ]


def test_chapters_stand_in_reading_order() -> None:
    assert read_files(BOOK).text == "The Ferry\n\nAda Finch\n\nNight\n\nIt came.\n\nMorning\n\nIt went."


def test_metadata_is_that_of_the_package() -> None:
    more = (
        '<dc:creator id="i">Ike Illustrator</dc:creator><meta refines="#i" property="role">ill</meta>'
        '<dc:creator>Bo Lind</dc:creator><dc:date event="modification">2020</dc:date><dc:date>2026-11-23</dc:date>'
        "<dc:publisher>Harbour Press</dc:publisher><dc:identifier>isbn:1</dc:identifier>"
    )
    files = {**BOOK, "OEBPS/book.opf": simple_package("a.xhtml", metadata=more)}
    metadata = read_files(files).metadata

    assert ("The Ferry", "Ada Finch, Bo Lind", "2026-11-23", "Harbour Press") == (
        metadata.title,
        metadata.byline,
        metadata.date,
        metadata.source,
    )
    assert metadata.extra == (("language", "en"), ("identifier", "isbn:1"))


def test_subtitle_that_is_named_apart_follows_the_title() -> None:
    more = '<dc:title id="s">A Night</dc:title><meta refines="#s" property="title-type">subtitle</meta>'

    assert (
        read_files({**BOOK, "OEBPS/book.opf": simple_package("a.xhtml", metadata=more)}).metadata.title
        == "The Ferry: A Night"
    )


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        (
            "nav.xhtml",
            NAV.format('<li><a href="a.xhtml">First</a><ol><li><a href="b.xhtml#m">Second</a></li></ol></li>'),
        ),
        (
            "toc.ncx",
            NCX.format(
                '<navPoint><navLabel><text>First</text></navLabel><content src="a.xhtml"/><navPoint><navLabel>'
                '<text>Second</text></navLabel><content src="b.xhtml#m"/></navPoint></navPoint>'
            ),
        ),
    ],
)
def test_chapters_without_headings_are_named_by_the_contents_list(name: str, contents: str) -> None:
    files = {
        "OEBPS/book.opf": simple_package("a.xhtml", "b.xhtml", nav=name == "nav.xhtml", ncx=name == "toc.ncx"),
        f"OEBPS/{name}": contents,
        "OEBPS/a.xhtml": page("<p>It came.</p>"),
        "OEBPS/b.xhtml": page('<p>On and on.</p><div id="m"><p>It went.</p></div>'),
    }

    assert [(1, "First"), (2, "Second")] == headings(read_files(files))


def test_title_written_as_a_paragraph_becomes_the_heading() -> None:
    files = {
        "OEBPS/book.opf": simple_package("a.xhtml", nav=True),
        "OEBPS/nav.xhtml": NAV.format('<li><a href="a.xhtml">1. The Night</a></li>'),
        "OEBPS/a.xhtml": page('<div><p class="c">1 – The <b>Night</b></p><p>It came.</p></div>'),
    }

    assert read_files(files).text == "The Ferry\n\nAda Finch\n\n1 – The Night\n\nIt came."


def test_levels_are_those_of_the_contents_list() -> None:
    """Here every file begins with an h1, and the list says which are chapters of which part."""
    files = {
        "OEBPS/book.opf": simple_package("a.xhtml", "b.xhtml", "c.xhtml", nav=True),
        "OEBPS/nav.xhtml": NAV.format(
            '<li><a href="a.xhtml">Part</a><ol><li><a href="b.xhtml">Night</a></li></ol></li>'
            '<li><a href="c.xhtml">End</a></li>'
        ),
        "OEBPS/a.xhtml": page("<h1>Part</h1>"),
        "OEBPS/b.xhtml": page("<h1>Night</h1><p>It came.</p><h2>Late</h2><p>It went.</p>"),
        "OEBPS/c.xhtml": page("<h3>End</h3><p>It is.</p>"),
    }

    assert [(1, "Part"), (2, "Night"), (3, "Late"), (1, "End")] == headings(read_files(files))


def test_pages_that_repeat_the_contents_are_left_out() -> None:
    files = {
        **BOOK,
        "OEBPS/book.opf": package(
            '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>',
            '<itemref idref="n"/><itemref idref="a"/>',
        ),
        "OEBPS/nav.xhtml": NAV.format('<li><a href="a.xhtml">Morning</a></li>'),
    }

    assert read_files(files).text == "The Ferry\n\nAda Finch\n\nMorning\n\nIt went."


def test_title_page_is_no_chapter() -> None:
    title_page = page('<h1 class="title">The Ferry</h1><p>by Ada Finch</p>')
    files = {**BOOK, "OEBPS/b.xhtml": title_page}
    document = read_files(files)

    assert ["title", "byline", "heading", "paragraph"] == [block.kind for block in document.blocks]


def test_missing_chapter_is_a_warning() -> None:
    files = {name: content for name, content in BOOK.items() if name != "OEBPS/b.xhtml"}
    document = read_files(files)

    assert ("The chapter OEBPS/b.xhtml is missing.",) == document.warnings
    assert "It went." in document.text


def test_broken_chapter_is_read_as_far_as_it_goes() -> None:
    files = {**BOOK, "OEBPS/b.xhtml": b"<html><body><p>It c\xe3me.<p>&nosuch; <b>and <i>w</b>ent"}

    assert "It cãme.\n\n&nosuch; and went" in read_files(files).text


def test_damaged_bytes_of_a_chapter_are_a_warning() -> None:
    data = book(BOOK).replace(b"It came.", b"It c\0me.")

    assert read(data).warnings == ("The chapter OEBPS/b.xhtml cannot be read.",)


def test_images_are_not_opened() -> None:
    files = {
        **BOOK,
        "OEBPS/b.xhtml": page('<p>It came.</p><img src="../../none.png" alt=""/><svg><image href="x"/></svg>'),
    }

    assert "It came.\n\nMorning" in read_files(files).text


@pytest.mark.parametrize(
    "href", ["Text/Ch%201.XHTML", "../OEBPS/text/ch 1.xhtml", "/OEBPS/text/ch 1.xhtml", "./text\\ch 1.xhtml"]
)
def test_paths_are_found_however_they_are_written(href: str) -> None:
    href = href if not href.startswith("/") else "../../../../OEBPS/text/ch 1.xhtml"
    files = {"OEBPS/book.opf": simple_package(href), "OEBPS/text/ch 1.xhtml": ONE}

    assert "It came." in read_files(files).text


def test_no_path_leads_out_of_the_archive() -> None:
    assert ("etc/passwd", "x") == resolve("OEBPS/a.xhtml", "../../../etc/passwd#x")


@pytest.mark.parametrize("missing", ["mimetype", "META-INF/container.xml", "OEBPS/book.opf"])
def test_book_opens_without(missing: str) -> None:
    data = BytesIO()
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, **BOOK}
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            if name != missing:
                archive.writestr(name, content)

    assert "It came." in read(data.getvalue()).text


def test_broken_package_is_read_as_far_as_it_goes() -> None:
    files = {**BOOK, "OEBPS/book.opf": simple_package("b.xhtml", "a.xhtml").replace("</metadata>", "<x & y")}

    assert "It came." in read_files(files).text


def test_cut_off_book_says_so() -> None:
    with pytest.raises(SourceError, match="the book is damaged"):
        read(book(BOOK)[:-200])


def test_archive_without_chapters_says_so() -> None:
    with pytest.raises(SourceError, match="there are no chapters in it"):
        read_files({"OEBPS/book.opf": simple_package()})


ENCRYPTION = """<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/><CipherData><CipherReference URI="{}"/>
</CipherData></EncryptedData></encryption>"""
AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"


def test_encrypted_book_says_so() -> None:
    files = {
        "OEBPS/book.opf": simple_package("b.xhtml"),
        "META-INF/encryption.xml": ENCRYPTION.format(AES, "OEBPS/b.xhtml"),
    }

    with pytest.raises(SourceError, match="the book is encrypted"):
        read_files({**BOOK, **files})


def test_obfuscated_fonts_are_no_encryption() -> None:
    method = "http://www.idpf.org/2008/embedding"
    files = {**BOOK, "META-INF/encryption.xml": ENCRYPTION.format(method, "OEBPS/b.xhtml")}

    assert read_files(files).warnings == ()


def test_entities_do_not_grow() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    package_with_bomb = bomb + "]>" + simple_package("b.xhtml", metadata="<dc:publisher>&i;</dc:publisher>")

    assert len(read_files({**BOOK, "OEBPS/book.opf": package_with_bomb}).metadata.source) < 100


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden words")
    entity = f'<!DOCTYPE p [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    files = {
        "OEBPS/book.opf": entity + simple_package("b.xhtml", metadata="<dc:publisher>&x;</dc:publisher>"),
        "OEBPS/b.xhtml": entity + "<html><body><p>It came. &x;</p></body></html>",
    }
    document = read_files(files)

    assert "hidden" not in document.text + document.metadata.source


def test_bomb_of_a_chapter_is_a_warning() -> None:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in {"META-INF/container.xml": CONTAINER, **BOOK}.items():
            archive.writestr(name, b"<p>" + bytes(65_000_000) if name.endswith("b.xhtml") else content)

    assert read(data.getvalue()).warnings == ("The chapter OEBPS/b.xhtml cannot be read.",)


def test_everything_shown_is_safe() -> None:
    escape = "&#27;]0;x&#7;&#155;&#8238;"
    files = {
        "OEBPS/book.opf": simple_package(
            "b.xhtml", "no\u202ene.xhtml", nav=True, metadata=f"<dc:publisher>\u202ex{escape}</dc:publisher>"
        ),
        "OEBPS/nav.xhtml": NAV.format(f'<li><a href="b.xhtml">N\u202eight{escape}</a></li>'),
        "OEBPS/b.xhtml": page(f"<p>It c\u202eame.{escape}</p>"),
    }
    document = read_files(files)
    shown = document.text + repr(document.metadata.source) + "".join(document.warnings)

    assert make_safe(shown) == shown


def test_footnotes_are_footnotes() -> None:
    body = (
        '<p>It came.<a epub:type="noteref" href="#n1">1</a></p>'
        '<aside epub:type="footnote" id="n1"><p>At ten.</p></aside>'
    )
    document = read_files(
        {**BOOK, "OEBPS/b.xhtml": page(body).replace("<html", '<html xmlns:epub="http://www.idpf.org/2007/ops"')}
    )

    assert BlockKind.FOOTNOTE in [block.kind for block in document.blocks]


def test_head_of_a_book_begins_the_whole() -> None:
    chapter = page("<h1>Night</h1>" + "<p>It came late that night, and nobody waved.</p>" * 1000)
    files = {
        "OEBPS/book.opf": simple_package("b.xhtml", "a.xhtml", "c.xhtml"),
        **{f"OEBPS/{name}.xhtml": chapter for name in "abc"},
    }
    source = source_from_bytes("book.epub", book(files))
    part = first_part(source)

    assert part is not None
    assert read_files(files).text.startswith(head := parse(part).text)
    assert len(head) < len(chapter) * 1.2


def test_short_book_has_no_head() -> None:
    assert first_part(source_from_bytes("book.epub", book(BOOK))) is None


@settings(max_examples=60)
@given(st.data())
def test_any_damage_gives_a_document_or_a_sentence(data: st.DataObject) -> None:
    damaged = bytearray(book(BOOK))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        shown = read(bytes(damaged)).text
    except ReaderError as error:
        shown = str(error)

    assert make_safe(shown) == shown


def test_names_are_found_whatever_their_case() -> None:
    assert Archive(book(BOOK), "x").find("oebps/BOOK.opf") == "OEBPS/book.opf"


def test_many_missing_chapters_are_counted() -> None:
    files = {**BOOK, "OEBPS/book.opf": simple_package("a.xhtml", *(f"none{number}.xhtml" for number in range(50)))}

    assert read_files(files).warnings[-1] == "30 more chapters cannot be read."
