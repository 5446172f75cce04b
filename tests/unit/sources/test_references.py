"""References to characters that may not be."""

from __future__ import annotations

import pytest
from lxml import etree

from reader.sources.references import legal, legal_bytes


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("&#27;", "␛"),
        ("&#x1b;", "␛"),
        ("&#X00001B", "␛"),
        ("&#0;", "�"),
        ("&#55296;", "�"),
        ("&#xDFFF;", "�"),
        ("&#65535;", "�"),
        ("&#x110000;", "�"),
        ("\x1b\ufffe", "␛�"),
        ("&#65; &#10; &#x2019; &#", "&#65; &#10; &#x2019; &#"),
        ("&#99999999999;", "&#99999999999;"),
    ],
)
def test_what_stands_for_them(markup: str, expected: str) -> None:
    assert expected == legal(markup)


def test_in_bytes_it_is_a_reference_again() -> None:
    assert b"&#9243; &#65533; &#65;" == legal_bytes(b"&#27; &#xd800; &#65;")


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF, 0xFFFE, 0x110000, 10**12])
@pytest.mark.parametrize("written", ["&#{};", "&#{}", "&#x{:x};"])
def test_lxml_takes_every_reference_and_gives_back_what_can_be_written(code: int, written: str) -> None:
    markup = f"<p>a{written.format(code)}b</p>"
    text = etree.fromstring(legal(markup).encode(), etree.HTMLParser(encoding="utf-8", recover=True)).findtext(".//p")

    etree.Element("p").text = text
