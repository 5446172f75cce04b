"""`pullquote add`: articles into the library."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, Progress, say
from reader.cli.libraries import with_library
from reader.cli.places import places_of
from reader.cli.to_json import to_json

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.entries import Report

_SUMMARY = (
    ("added", "added"),
    ("changed", "read again"),
    ("same", "known from another place"),
    ("near-copy", "near-copies of known ones"),
    ("unchanged", "unchanged"),
    ("unreadable", "not readable"),
)


def run(arguments: Arguments) -> ExitCode:
    """Add the files named, and what is in the folders named."""
    named = places_of(arguments)
    places, has_empty_folder = _expanded(named)
    code = with_library(arguments, lambda library: _add(arguments, library, places), create=True)
    return ExitCode.TROUBLE if has_empty_folder else code


def _add(arguments: Arguments, library: Library, places: list[str]) -> ExitCode:
    counts: Counter[str] = Counter()
    reports = library.add(places, format=arguments.source_format)
    for report in _shown(reports, len(places)):
        counts[report.outcome] += 1
        if arguments.format == "jsonl":
            _write_record(report)
        elif report.why:
            say(report.why)
    if arguments.format == "text":
        told = [f"{counts[outcome]} {words}" for outcome, words in _SUMMARY if counts[outcome]]
        known = library.statistics().articles
        output.write(f"{', '.join(told)}; {known} article{'' if known == 1 else 's'} in the library\n")
    return ExitCode.TROUBLE if counts["unreadable"] else ExitCode.FOUND


def _shown(reports: Iterable[Report], total: int) -> Iterator[Report]:
    """Pass the reports on, and show how far the work is."""
    with Progress("reading", total) as progress:
        for report in reports:
            progress.step()
            yield report


def _write_record(report: Report) -> None:

    record = {"schema": 1, "path": report.place, "outcome": report.outcome, "article": report.article}
    if report.why:
        record["error"] = report.why
    output.write(to_json(record) + "\n")
    # Whoever reads this counts on what it says being safe; it must not wait in a buffer when we are killed.
    sys.stdout.flush()


def _expanded(named: list[str]) -> tuple[list[str], bool]:
    """Put the articles of a folder in its place; tell whether there was none in one."""
    from reader.library.adding import places_below

    places: list[str] = []
    is_any_empty = False
    for place in named:
        if place != "-" and Path(place).is_dir():
            below = places_below(Path(place))
            is_any_empty |= not below
            if not below:
                say(f"there is no article in {place}")
            places += below
        else:
            places.append(place)
    return places, is_any_empty
