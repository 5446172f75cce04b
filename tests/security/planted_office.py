"""Dangerous codes in the fields of Word, OpenDocument, RTF and PDF: files that their converters read."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from .codes import AS_ENTITIES, BIDI, C0, C1, LEGAL_IN_XML, QUOTED, SEPARATORS

LEGAL = f"{escape(LEGAL_IN_XML)} &#x9b;7331m &#x202e; {escape(AS_ENTITIES)}"
"""What a strict reader of XML takes."""


def docx(codes: str) -> bytes:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    schemas = "http://schemas.openxmlformats.org"
    office = f"{schemas}/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    spoken = escape(QUOTED).format(LEGAL)
    paragraphs = (f"T {LEGAL}", spoken)
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    body += f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>H {LEGAL}</w:t></w:r></w:p>'
    body += f'<w:p><w:hyperlink r:id="l"><w:r><w:t>{LEGAL}</w:t></w:r></w:hyperlink></w:p>'
    body += '<w:p><w:r><w:t>noted</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body += f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{LEGAL}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>note {LEGAL}</w:t></w:r></w:p></w:footnote>'
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{part}+xml"/>'
        for name, part in (("document", "document.main"), ("footnotes", "footnotes"))
    )
    to_document = f'<Relationship Id="r" Type="{office}/officeDocument" Target="word/document.xml"/>'
    to_others = f'<Relationship Id="n" Type="{office}/footnotes" Target="footnotes.xml"/>'
    to_others += f'<Relationship Id="l" Type="{office}/hyperlink" Target="http://a/{LEGAL}" TargetMode="External"/>'
    spaces = f'xmlns:w="{word}" xmlns:r="{office}"'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{schemas}/package/2006/content-types"><Default Extension="xml" '
            f'ContentType="application/xml"/>{types}</Types>'.encode(),
            "_rels/.rels": _relationships(to_document),
            "word/_rels/document.xml.rels": _relationships(to_others),
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>".encode(),
            "word/footnotes.xml": f"<w:footnotes {spaces}>{note}</w:footnotes>".encode(),
            "docProps/core.xml": _about("c:coreProperties", f"{schemas}/package/2006/metadata/core-properties"),
            "word/media/\x1b]0;stolen\x07.png": b"",
        }
    )


def _relationships(inside: str) -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{inside}</Relationships>'.encode()


def _about(name: str, space: str, around: str = "") -> bytes:
    fields = "".join(f"<dc:{field}>x {LEGAL}</dc:{field}>" for field in ("title", "creator", "date", "subject"))
    inside = f"<{around}>{fields}</{around}>" if around else fields
    prefix = name.partition(":")[0]
    return f'<{name} xmlns:{prefix}="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</{name}>'.encode()


def odt(codes: str) -> bytes:
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = "".join(f' xmlns:{name}="{oasis}:{name}:1.0"' for name in ("office", "text", "table", "style", "manifest"))
    note = f"<text:note-citation>1 {LEGAL}</text:note-citation><text:note-body><text:p>{LEGAL}</text:p>"
    body = (
        f'<text:h text:outline-level="1">H {LEGAL}</text:h><text:p>{escape(QUOTED).format(LEGAL)}</text:p>'
        f'<text:p>noted<text:note text:note-class="footnote">{note}</text:note-body></text:note> '
        f'<text:a xlink:href="http://a/{LEGAL}">{LEGAL}</text:a></text:p>'
        f"<text:list><text:list-item><text:p>{LEGAL}</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row><table:table-cell><text:p>{LEGAL}</text:p></table:table-cell></table:table-row>"
        f"</table:table>"
    )
    content = f"<office:body><office:text>{body}</office:text></office:body>"
    styles = "<office:font-face-decls/><office:styles/><office:automatic-styles/><office:master-styles/>"
    wrapped = {
        "content.xml": ("document-content", f"<office:font-face-decls/><office:automatic-styles/>{content}"),
        "styles.xml": ("document-styles", styles),
    }
    return zipped(
        {"mimetype": b"application/vnd.oasis.opendocument.text"}
        | {
            name: f'<office:{tag}{spaces} xmlns:xlink="http://www.w3.org/1999/xlink">{inside}</office:{tag}>'.encode()
            for name, (tag, inside) in wrapped.items()
        }
        | {
            "META-INF/manifest.xml": f"<manifest:manifest{spaces}/>".encode(),
            "meta.xml": _about("office:document-meta", f"{oasis}:office:1.0", "office:meta"),
        }
    )


def rtf(codes: str) -> bytes:
    escaped = "".join(f"\\u{ord(code)} ?" for code in C0 + C1 + BIDI + SEPARATORS)
    steers = f"[red]{escaped} \\'1b]0;stolen\\'07 \\'9b7331m {AS_ENTITIES}[/]"
    about = f"{{\\title x {steers}}}{{\\author x {steers}}}{{\\subject x {steers}}}"
    link = f'{{\\field{{\\*\\fldinst HYPERLINK "http://a/{steers}"}}{{\\fldrslt {steers}}}}}'
    said = QUOTED.format(steers).replace("“", "\\u8220 ?").replace("”", "\\u8221 ?")
    rows = (f"\\b T {steers}\\b0", said, link, f"noted{{\\footnote {steers}}}", steers)
    raw = "\x1b]52;c;c3RvbGVu\x07 \x1b[7331m \x7f"
    body = "".join(f"{row} {raw}\\par " for row in rows)
    return f"{{\\rtf1\\ansi{{\\info{about}}}{body}}}".encode("latin-1")


def pdf(codes: str) -> bytes:
    steers = [*map(ord, C0 + C1 + BIDI + SEPARATORS)]
    letters = {0x80 + number: code for number, code in enumerate(steers)}
    mapped = "".join(f"<{letter:02x}> <{code:04x}>\n" for letter, code in letters.items())
    unicode = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    unicode += f"{len(letters)} beginbfchar\n{mapped}endbfchar endcmap end"
    shown = "".join(f"\\{letter:o}" for letter in letters)
    lines = (
        f"T {shown}",
        f"It came {shown} back, [red]",
        "\\033]0;stolen\\007 \\2337331m [/]",
        "&#27; and more of it.",
    )
    content = "BT /F 12 Tf 20 280 Td " + "".join(f"({line}) Tj 0 -20 Td " for line in lines) + "ET"
    title = codes.encode("utf-16-be", "surrogatepass").hex()
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[7 0 R]>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(unicode)}>>stream\n{unicode}\nendstream",
        "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://a/\\033]0;stolen\\007)>>>>",
        f"<</Title<feff{title}>/Author<feff{title}>/CreationDate<feff{title}>>>",
    )
    # With its table of places, or PDFium does not look at what the letters are said to mean.
    body, places = "%PDF-1.4\n", []
    for number, inside in enumerate(objects, start=1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj\n{inside}\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{''.join(places)}"
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 8 0 R>>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}{table}{trailer}".encode("latin-1")


def zipped(files: dict[str, bytes]) -> bytes:
    """Pack files into an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()
