"""`pullquote library`: what is in the library, and its care."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, Progress, say
from reader.cli.hits import article_line, article_record
from reader.cli.libraries import library_place, with_library
from reader.cli.to_json import to_json
from reader.cli.wire import SCHEMA
from reader.errors import SourceError, UsageError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.entries import Article


def run(arguments: Arguments) -> ExitCode:
    """Do what is asked; a list, when nothing is."""
    what = arguments.files[0] if arguments.files else "list"
    if what not in _TASKS:
        raise UsageError(f"library {what} is nothing to do: choose {', '.join(list(_TASKS)[:-1])} or import")
    task = _TASKS[what]
    return with_library(arguments, lambda library: task(arguments, library), create=what == "import")


def _list(arguments: Arguments, library: Library) -> ExitCode:
    articles = library.articles()
    for article in articles:
        if arguments.format == "jsonl":
            record = {"schema": SCHEMA} | article_record(article)
            output.write(to_json(record) + "\n")
        else:
            output.write_folded(f"{article_line(article)}\n   {_state(article)}\n")
    return ExitCode.FOUND if articles else ExitCode.NOTHING_FOUND


def _state(article: Article) -> str:
    quotes = f"{article.quotes} quote{'' if article.quotes == 1 else 's'}"
    read = "not read" if article.read_to is None else f"read to {100 * article.read_to // max(article.characters, 1)}%"
    return " · ".join([quotes, read, *article.places[:1], *_others(article)])


def _others(article: Article) -> list[str]:
    count = len(article.places) - 1
    return [f"and {count} more place{'' if count == 1 else 's'}"] if count > 0 else []


def _remove(arguments: Arguments, library: Library) -> ExitCode:
    names = arguments.files[1:]
    if not names:
        raise UsageError("name the articles to remove: their numbers, places or titles")
    has_trouble = False
    for name in names:
        articles = library.named(name)
        if len(articles) == 1:
            library.remove(articles[0].id)
            output.write(f"removed {article_line(articles[0])}\n")
        else:
            say(
                f"there is no article {name}"
                if not articles
                else f"{name} may be one of {_numbers(articles)}: name its number"
            )
            has_trouble = True
    return ExitCode.TROUBLE if has_trouble else ExitCode.FOUND


def _numbers(articles: Iterable[Article]) -> str:
    return ", ".join(str(article.id) for article in list(articles)[:8])


def _stats(arguments: Arguments, library: Library) -> ExitCode:
    statistics = library.statistics()
    if arguments.format == "jsonl":
        from dataclasses import asdict

        output.write(to_json({"schema": SCHEMA} | asdict(statistics)) + "\n")
        return ExitCode.FOUND
    share = statistics.bytes_on_disk / max(statistics.characters, 1)
    days = f"{statistics.first_day} to {statistics.last_day}" if statistics.first_day else "not known"
    for name, value in (
        ("articles", statistics.articles),
        ("places", statistics.places),
        ("quotes", statistics.quotes),
        ("names quoted", statistics.speakers),
        ("dates", days),
        ("text", f"{statistics.characters / 1e6:.1f} million characters"),
        ("on the disk", f"{statistics.bytes_on_disk / 1e6:.1f} MB, {share:.1f} bytes a character"),
        ("file", library.path),
    ):
        output.write(f"{name:<14}{value}\n")
    return ExitCode.FOUND


def _check(arguments: Arguments, library: Library) -> ExitCode:
    problems = library.check()
    for problem in problems:
        output.write(f"{problem}\n")
    if not problems:
        output.write("nothing is wrong\n")
    return ExitCode.NOTHING_FOUND if problems else ExitCode.FOUND


def _rebuild(arguments: Arguments, library: Library) -> ExitCode:
    with Progress("rebuilding", library.statistics().articles) as progress:
        count = library.rebuild(lambda done, _: progress.set(done))
    output.write(f"rebuilt {count} articles\n")
    return ExitCode.FOUND


def _export(arguments: Arguments, library: Library) -> ExitCode:
    from reader.library.transfer import export_lines

    for line in export_lines(library):
        output.write(line)
    return ExitCode.FOUND


def _import(arguments: Arguments, library: Library) -> ExitCode:
    from reader.library.transfer import import_lines

    count = 0
    for place in arguments.files[1:] or ["-"]:
        for _ in import_lines(library, _lines_of(place)):
            count += 1
    output.write(f"{count} place{'' if count == 1 else 's'} imported into {library_place(arguments)}\n")
    return ExitCode.FOUND


def _lines_of(place: str) -> Iterator[str]:
    if place == "-":
        yield from sys.stdin
        return
    try:
        with Path(place).open(encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(place, getattr(error, "strerror", None) or "it is not UTF-8") from error


_TASKS: dict[str, Callable[[Arguments, Library], ExitCode]] = {
    "list": _list,
    "remove": _remove,
    "stats": _stats,
    "check": _check,
    "rebuild": _rebuild,
    "export": _export,
    "import": _import,
}
