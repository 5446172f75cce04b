"""Many places into the library: read on all cores, written by one process, in batches.

What is yielded is safe: a batch is on the disk before anything of it is reported. Killed in between, a batch is not
there, and the next run adds it.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from reader.library.articles import add_prepared
from reader.library.database import Database
from reader.library.entries import Outcome, Report
from reader.library.prepared import Listed, Prepared, Reading, Unchanged, Unreadable, prepare_entry, prepare_place
from reader.sources.formats import opens
from reader.sources.load import STDIN

_BATCH_SECONDS = 0.5
_CHUNK_PLACES = 8
"""Places a process takes at once: enough to make handing them over cheap."""
_WORTH_PROCESSES = 16
"""Fewer are read in this process; starting others would take longer."""

_Task = tuple[str, bytes | None]


def places_below(folder: Path) -> list[str]:
    """Return the articles in a folder and the folders in it, in the order of their names; hidden ones are left out."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [str(Path(parent, name)) for name in sorted(names) if opens(name) and not name.startswith(".")]
    return found


def add_places(
    database: Database, places: Sequence[str], *, format: str | None = None, cores: int | None = None
) -> Iterator[Report]:
    """Add places and yield what became of each, in their order; a feed's place gives way to those of its articles.

    A program with threads asks for one core: processes are forked, and a fork in the middle of a thread's work hangs.
    """
    tasks = [_task(database, place) for place in dict.fromkeys(map(_full, places))]
    readings = _read_all(tasks, format, cores or _cores())
    for batch in _batches(_without_lists(database, readings)):
        yield from _write(database, batch)


def _without_lists(database: Database, readings: Iterable[Reading | Listed]) -> Iterator[Reading]:
    """Put the articles of a feed in its place."""
    for reading in readings:
        if not isinstance(reading, Listed):
            yield reading
            continue
        for entry in reading.entries:
            yield prepare_entry(entry, _task(database, entry.place)[1])


def _cores() -> int:
    """Return how many processes may run at once; macOS only knows how many cores there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _full(place: str) -> str:
    """Return a place that means the same from any folder."""
    return place if place == STDIN or "://" in place else os.path.realpath(place)


def _task(database: Database, place: str) -> _Task:
    return place, database.value("SELECT source_hash FROM places WHERE place = ?", (place,))


def _read_all(tasks: Sequence[_Task], format: str | None, cores: int) -> Iterator[Reading | Listed]:
    if cores < 2 or len(tasks) < _WORTH_PROCESSES:
        yield from _read_chunk(tasks, format)
        return
    chunks = (tasks[first : first + _CHUNK_PLACES] for first in range(0, len(tasks), _CHUNK_PLACES))
    waiting: deque[Future[list[Reading | Listed]]] = deque()
    # Forked: the parsers are loaded once. No thread runs yet that a fork could leave half done.
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        for chunk in chunks:
            waiting.append(pool.submit(_read_list, chunk, format))
            # Never more read than a few chunks a core: a thousand books would fill the memory.
            while len(waiting) > 3 * cores:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _read_list(tasks: Sequence[_Task], format: str | None) -> list[Reading | Listed]:
    return list(_read_chunk(tasks, format))


def _read_chunk(tasks: Iterable[_Task], format: str | None) -> Iterator[Reading | Listed]:
    for place, known_hash in tasks:
        reading = prepare_place(place, known_hash, format)
        yield _named_by_content(reading) if place == STDIN else reading


def _named_by_content(reading: Reading | Listed) -> Reading | Listed:
    """Give what came from standard input a place of its own, so that the next one does not take it."""
    if isinstance(reading, Prepared):
        from dataclasses import replace

        return replace(reading, place=f"stdin:{reading.text_hash.hex()[:12]}")
    return reading


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    began = time.monotonic()
    for reading in readings:
        batch.append(reading)
        if time.monotonic() - began > _BATCH_SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch


def _write(database: Database, batch: Sequence[Reading]) -> list[Report]:
    if not any(isinstance(reading, Prepared) for reading in batch):
        return [_report_unwritten(reading) for reading in batch if not isinstance(reading, Prepared)]
    with database.transaction():
        return [
            add_prepared(database, reading) if isinstance(reading, Prepared) else _report_unwritten(reading)
            for reading in batch
        ]


def _report_unwritten(reading: Unchanged | Unreadable) -> Report:
    if isinstance(reading, Unchanged):
        return Report(reading.place, Outcome.UNCHANGED)
    return Report(reading.place, Outcome.UNREADABLE, why=reading.why)
