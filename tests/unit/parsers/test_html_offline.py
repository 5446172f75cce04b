"""A page is never a reason to go anywhere: nothing it names is fetched or opened."""

from __future__ import annotations

import builtins
import socket

import pytest

from reader.parsers.html.parser import parse
from reader.sources.source import Source

PAGE = """<?xml version="1.0"?><?xml-stylesheet href="http://a.example/a.xsl"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"
[<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % y SYSTEM "http://a.example/y.dtd">%y;]>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:xi="http://www.w3.org/2001/XInclude"><head>
<base href="http://a.example/"/><link rel="stylesheet" href="a.css"/><link rel="canonical" href="http://a.example/c"/>
<meta http-equiv="refresh" content="0;url=http://a.example/r"/></head><body>
<xi:include href="file:///etc/hostname" parse="text"/><img src="i.png" alt="A picture of it"/>
<p>The ferry &x; left at seven with all its forty passengers, who had slept on board.</p></body></html>"""


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening anything fails, but for what Python itself imports."""
    parse(Source("warm.html", "<p>words", "html"))

    def refuse(*arguments: object, **options: object) -> object:
        raise AssertionError(f"went to {arguments}")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(builtins, "open", refuse)


@pytest.mark.usefixtures("nowhere")
def test_nothing_a_page_names_is_fetched() -> None:
    assert "forty passengers" in parse(Source("a.html", PAGE, "html")).text
