"""A long text is the same document whichever process reads it on."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from reader.model.document import Document
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.reading import LONG_TEXT, Opening, open_place
from reader.reading_on import read_on
from reader.resources import sample_paths
from reader.sources.load import load_source
from reader.sources.source import Source


def _plain(document: Document) -> Document:
    """Return the document with its map in tuples: the second process sends arrays."""
    source_map = document.source_map
    columns = (source_map.text_starts, source_map.text_ends, source_map.source_starts)
    return replace(document, source_map=type(source_map)(*(tuple(column) for column in columns)))


@pytest.fixture(params=[path.name for path in sample_paths()])
def source(request: pytest.FixtureRequest) -> Source:
    path = next(path for path in sample_paths() if path.name == request.param)
    return load_source(str(path))


def test_the_second_process_makes_the_same_document(source: Source) -> None:
    """Text, blocks, inlines, sections, map, quotes and speakers are what this process would have made."""
    (parsed, is_parsed_all), (found, is_found_all) = ((_plain(document), done) for document, done in read_on(source))

    assert (parse(source), False, find_quotes(parse(source)), True) == (parsed, is_parsed_all, found, is_found_all)


def test_a_second_process_that_dies_says_so(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing half read is taken for the document."""
    monkeypatch.setattr(sys, "executable", "/bin/true")

    with pytest.raises(EOFError):
        next(read_on(source))


def test_without_a_second_process_the_text_is_read_on_in_this_one(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that gives no process costs time, not the document."""
    monkeypatch.setattr(sys, "executable", "/bin/true")
    long = replace(source, text="\n\n".join([source.text] * (LONG_TEXT // len(source.text) + 1)))
    opening = Opening(long.place, parse(source), long)

    assert [True] == [is_all for document, is_all in opening.stages() if document.quotes]


def test_a_short_text_is_whole_at_once() -> None:
    """There is nothing to read on in an article but its quotes."""
    opening = open_place(str(sample_paths()[0]))

    assert (None, [True]) == (opening.rest, [is_all for _, is_all in opening.stages()])
