"""The lines of a PDF, as JSON lines on standard output: run as a process of its own, because PDFium is C++.

Each line says where on its page it stands, how large its letters are and how bold.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

MEMORY_LIMIT = 1 << 31
CPU_SECONDS = 50
MOST_PAGES = 3000
LOCKED, UNREADABLE = "locked", "unreadable"


def _main() -> None:
    _limit()
    import pypdfium2  # type: ignore[import-untyped]
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        print(json.dumps({"error": LOCKED if is_locked else UNREADABLE}))
        return
    about = document.get_metadata_dict()
    print(json.dumps({"title": about.get("Title", ""), "author": about.get("Author", ""), "pages": len(document)}))
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            text = page.get_textpage()
            for line in _lines(text, pdfium):
                print(json.dumps([number, *line]))
            text.close()
            page.close()
        except pypdfium2.PdfiumError:
            print(json.dumps({"unread": number + 1}))


def _lines(text: Any, pdfium: Any) -> Iterator[list[Any]]:
    """Yield each line of a page: words, left, right, top, bottom, size, whether it is bold."""
    letters = "".join(chr(pdfium.FPDFText_GetUnicode(text, index)) for index in range(text.count_chars()))
    start = 0
    for line in letters.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words)
            last = first + len(words) - 1
            left, bottom, _, top = text.get_charbox(first, loose=True)
            right = text.get_charbox(last, loose=True)[2]
            probes = [
                index for index in range(first, last + 1, max(1, len(words) // 5)) if not letters[index].isspace()
            ]
            size = max(pdfium.FPDFText_GetFontSize(text, index) for index in probes or [first])
            is_bold = all(_is_bold(text, index, pdfium) for index in probes or [first])
            yield [words, left, right, top, bottom, size, is_bold]
        start += len(line)


def _is_bold(text: Any, index: int, pdfium: Any) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    import ctypes

    buffer, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, buffer, 100, ctypes.byref(flags))
    return b"bold" in buffer.value.lower() or b"black" in buffer.value.lower()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


if __name__ == "__main__":
    _main()
