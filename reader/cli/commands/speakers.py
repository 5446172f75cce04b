"""`pullquote speakers`: everyone quoted in the library, and who is one person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.hits import FORMATS, PlacedHits
from reader.cli.libraries import with_library
from reader.cli.to_json import to_json
from reader.cli.wire import SCHEMA, Record
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.people import Person


def run(arguments: Arguments) -> ExitCode:
    """List the speakers, or change who is one."""
    return with_library(arguments, lambda library: _run(arguments, library))


def _run(arguments: Arguments, library: Library) -> ExitCode:
    name = " ".join(arguments.files)
    if arguments.join is not None:
        library.join(_one(library, name), _one(library, arguments.join))
    elif arguments.split:
        library.split(_one(library, name), arguments.split)
    people = library.speakers(name)
    if arguments.format == "text":
        _write_text(library, people, is_named=bool(name))
    else:
        _write_records(arguments.format, people)
    return ExitCode.FOUND if people else ExitCode.NOTHING_FOUND


def _one(library: Library, name: str) -> Person:
    """Return the only person called so, or the only one called exactly so."""
    people = [person for person in library.speakers(name) if name]
    exactly = [person for person in people if name.lower() in (person.name.lower(), person.key)]
    if len(exactly or people) == 1:
        return (exactly or people)[0]
    if not people:
        raise UsageError(f"nobody called {name or '(no name)'} is quoted in the library")
    # A lone family name is somebody else in each article: its key tells them apart.
    names = ", ".join(person.key for person in people[:8])
    raise UsageError(f"{name} may be one of several: name one of them ({names})")


def _write_text(library: Library, people: Sequence[Person], *, is_named: bool) -> None:
    for count, person in enumerate(people):
        if is_named and count:
            output.write("\n")
        output.write_folded(f"{_line(person)}\n")
        if is_named:
            output.write_folded(f"   {_details(person)}\n")
            placed = [PlacedHits(hits, library.document(hits.article.id)) for hits in library.said_by(person)]
            for piece in FORMATS["text"](placed):
                output.write_folded("".join(f"   {line}\n" if line else "\n" for line in piece.splitlines()))


def _line(person: Person) -> str:
    others = [form for form in person.forms if form != person.name]
    also = f" (also {', '.join(others[:4])})" if others else ""
    role = f", {person.roles[0]}" if person.roles else ""
    kind = " · a description, not always the same person" if person.is_description and len(person.articles) > 1 else ""
    count = f"{_count(person.quotes, 'quote')} in {_count(len(person.articles), 'article')}"
    return f"{person.name}{role}{also} · {count}{kind}"


def _details(person: Person) -> str:
    days = f"{person.first_day} to {person.last_day}" if person.first_day else "no date known"
    return f"{days} · key: {person.key}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _write_records(format: str, people: Sequence[Person]) -> None:
    import csv
    import io

    if format == "jsonl":
        for person in people:
            output.write(to_json({"schema": SCHEMA} | _record(person)) + "\n")
        return
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    for count, person in enumerate(people):
        record = _record(person)
        if not count:
            writer.writerow(record)
        writer.writerow(" > ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in record.values())
    output.write(rows.getvalue())


def _record(person: Person) -> Record:
    return {
        "key": person.key,
        "name": person.name,
        "forms": list(person.forms),
        "roles": list(person.roles),
        "quotes": person.quotes,
        "articles": list(person.articles),
        "first_day": person.first_day or None,
        "last_day": person.last_day or None,
        "is_description": person.is_description,
    }
