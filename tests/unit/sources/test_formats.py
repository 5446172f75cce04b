"""The table of formats, and what is said of it elsewhere."""

from __future__ import annotations

from reader.cli.arguments import OPTIONS
from reader.sources.formats import FORMATS, WHOLE_PAGE
from reader.sources.load import source_from_bytes


def test_every_format_may_be_asked_for() -> None:
    asked_for = {*OPTIONS["--as"]["choices"], OPTIONS["--whole-page"]["const"]}

    assert {format.name for format in FORMATS} == asked_for
    assert OPTIONS["--whole-page"]["const"] == WHOLE_PAGE


def test_no_extension_means_two_formats() -> None:
    extensions = [extension for format in FORMATS for extension in format.extensions]

    assert len(set(extensions)) == len(extensions)


def test_a_whole_page_is_asked_for_by_its_format() -> None:
    assert "page" == source_from_bytes("a.html", b"<!doctype html><p>Words", format=WHOLE_PAGE).format


def test_what_is_no_page_is_read_as_what_it_is() -> None:
    assert "markdown" == source_from_bytes("a.md", b"# Words", format=WHOLE_PAGE).format
