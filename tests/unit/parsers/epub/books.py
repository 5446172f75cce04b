"""Books made by hand, so that anything may be wrong with them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from reader.model.document import Document
from reader.parsers import parse
from reader.sources.load import source_from_bytes

CONTAINER = """<?xml version="1.0"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol>{}</ol></nav></body></html>"""
NCX = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{}</navMap></ncx>'


def page(body: str) -> str:
    return f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'


def package(items: str, spine: str, metadata: str = "", attributes: str = "", guide: str = "") -> str:
    return f"""<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
<metadata><dc:title>The Ferry</dc:title><dc:creator>Ada Finch</dc:creator><dc:language>en</dc:language>
{metadata}</metadata>
<manifest>{items}</manifest><spine {attributes}>{spine}</spine>{guide}</package>"""


def simple_package(*hrefs: str, nav: bool = False, ncx: bool = False, **more: str) -> str:
    """A package of chapters in the order given."""
    items = "".join(
        f'<item id="c{i}" href="{href}" media-type="application/xhtml+xml"/>' for i, href in enumerate(hrefs)
    )
    items += '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>' if nav else ""
    items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' if ncx else ""
    return package(items, "".join(f'<itemref idref="c{i}"/>' for i in range(len(hrefs))), **more)


def book(files: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, **files}.items():
            archive.writestr(name, content)
    return data.getvalue()


def read(data: bytes) -> Document:
    return parse(source_from_bytes("book.epub", data))


def read_files(files: dict[str, str | bytes]) -> Document:
    return read(book(files))
