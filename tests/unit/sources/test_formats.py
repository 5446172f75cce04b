"""The table of formats, and what is said of it elsewhere."""

from __future__ import annotations

from reader.cli.arguments import OPTIONS
from reader.sources.formats import FORMATS


def test_every_format_may_be_asked_for() -> None:
    assert {format.name for format in FORMATS} == set(OPTIONS["--as"]["choices"])


def test_no_extension_means_two_formats() -> None:
    extensions = [extension for format in FORMATS for extension in format.extensions]

    assert len(set(extensions)) == len(extensions)
