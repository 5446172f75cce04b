"""`pullquote export`: an article with its quotes marked and a table of who said what, to give away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.places import Documents, places_of
from reader.cli.wire import SCHEMA, outline_record, quote_record
from reader.errors import ReaderError, UsageError
from reader.export.markdown import markdown_of
from reader.export.page import page_of
from reader.export.who import voices_of
from reader.model.document import Document
from reader.private import write_private
from reader.reading import read
from reader.sources.safe import make_safe


def run(arguments: Arguments) -> ExitCode:
    """Write an article in another format, to standard output or into a file of its owner's alone."""
    documents = Documents(places_of(arguments), lambda place: read(place, format=arguments.source_format))
    writer = _WRITERS[arguments.to or _format_of(arguments.output)]
    for place, document in documents:
        place = make_safe(place)
        if arguments.output is None:
            for piece in writer(document, place):
                output.write(piece)
        else:
            _write(Path(arguments.output), "".join(writer(document, place)))
    return documents.exit_code(found=True)


def _format_of(path: str | None) -> str:
    """Tell the format by the end of the file's name; a page, when it does not say."""
    suffix = Path(path).suffix.lower() if path else ""
    return {".md": "markdown", ".markdown": "markdown", ".json": "json"}.get(suffix, "html")


def _write(path: Path, text: str) -> None:
    if path.is_dir():
        raise UsageError(f"cannot write {path}: it is a folder; name a file in it")
    try:
        write_private(path, text)
    except OSError as error:
        raise ReaderError(f"cannot write {path}: {(error.strerror or 'the system refused').lower()}") from error


def _json(document: Document, place: str) -> Iterator[str]:
    import json

    outline = outline_record(document)
    record = {
        "schema": SCHEMA,
        "place": place,
        **{name: outline[name] for name in ("title", "byline", "date", "source", "format", "sections")},
        "text": document.text,
        "speakers": [
            {"name": voice.name, "role": voice.role or None, "quotes": list(voice.quotes)}
            for voice in voices_of(document)
        ],
        "quotes": [quote_record(document, quote, number) for number, quote in enumerate(document.quotes, start=1)],
    }
    yield json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _markdown(document: Document, place: str) -> Iterator[str]:
    return markdown_of(document)


_WRITERS: dict[str, Callable[[Document, str], Iterator[str]]] = {"html": page_of, "markdown": _markdown, "json": _json}
