"""A long text read on in a second process, so that it costs the person neither keys nor memory.

Parsing 10 MB and finding its quotes takes many seconds of CPU and leaves some 300 MB of scattered heap behind; in this
process it would also hold the interpreter's lock against every key. The second process sends the document in small
pickled parts: between two of them there is always time for a key.

Run as `python -m reader.reading_on` it is that second process.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from threading import Thread
from typing import IO, Any

from reader.model.document import Document
from reader.model.sections import build_sections
from reader.model.sourcemap import SourceMap
from reader.sources.load import Unread
from reader.sources.source import Source

PART = 1000
"""Objects in a part: unpickling one takes about 3 ms."""


def read_on(source: Source | Unread) -> Iterator[tuple[Document, bool]]:
    """Yield the document without its quotes, then with them; raises `EOFError` when the second process died."""
    try:
        yield from _ask(source)
    except (BrokenPipeError, pickle.UnpicklingError) as error:
        raise EOFError("the second process died") from error


def _ask(source: Source | Unread) -> Iterator[tuple[Document, bool]]:
    command = [sys.executable, "-m", "reader.reading_on"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(source, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            document = _receive_document(process.stdout)
            yield document, False
            quotes = tuple(_receive(process.stdout))
            yield replace(document, quotes=quotes, speakers=tuple(_receive(process.stdout))), True
        finally:
            process.kill()


def _receive_document(pipe: IO[bytes]) -> Document:
    rest: Document = pickle.load(pipe)
    blocks = tuple(_receive(pipe))
    inlines = tuple(_receive(pipe))
    return replace(rest, blocks=blocks, inlines=inlines, sections=build_sections(rest.text, blocks))


def _receive(pipe: IO[bytes]) -> Iterator[Any]:
    while part := pickle.load(pipe):
        yield from part


def _serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    from reader.parsers import parse
    from reader.quotes import find_quotes

    asked: Source | Unread = pickle.load(requests)
    Thread(target=_end_with, args=(requests,), daemon=True).start()
    document = parse(asked.load() if isinstance(asked, Unread) else asked)
    columns = document.source_map
    packed = SourceMap(
        array("q", columns.text_starts), array("q", columns.text_ends), array("q", columns.source_starts)
    )
    # The sections are a tree of their own making: the other side builds it from the blocks.
    _send(answers, replace(document, blocks=(), inlines=(), sections=(), source_map=packed))
    _send_parts(answers, document.blocks)
    _send_parts(answers, document.inlines)
    found = find_quotes(document)
    _send_parts(answers, found.quotes)
    _send_parts(answers, found.speakers)
    answers.flush()


def _end_with(requests: IO[bytes]) -> None:
    """End when the reader's program ends, however it did."""
    requests.read()
    os._exit(1)


def _send_parts(pipe: IO[bytes], items: Sequence[Any]) -> None:
    for start in range(0, len(items), PART):
        _send(pipe, items[start : start + PART])
    _send(pipe, ())


def _send(pipe: IO[bytes], part: object) -> None:
    pickle.dump(part, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)
