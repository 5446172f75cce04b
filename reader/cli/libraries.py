"""The library a command line means, opened, and mended first where it is damaged."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode, say
from reader.cli.places import Documents
from reader.cli.samples import place_of_sample
from reader.errors import DamagedLibraryError, ReaderError
from reader.paths import library_path
from reader.reading import read

if TYPE_CHECKING:
    from reader.library import Library

_Answer = TypeVar("_Answer")


def library_place(arguments: Arguments) -> Path:
    """Return where the library is, or would be."""
    return Path(arguments.settings.library).expanduser() if arguments.settings.library else library_path()


def with_library(arguments: Arguments, command: Callable[[Library], _Answer], *, create: bool = False) -> _Answer:
    """Run a command on the library; a damaged one is set aside, rebuilt from what can be read, and asked again."""
    from reader.library import Library  # SQLite and our tables; no other command needs them

    path = library_place(arguments)
    try:
        with Library(path, create=create) as library:
            return command(library)
    except DamagedLibraryError:
        _recover(path)
    with Library(path) as library:
        return command(library)


def library_of_files(places: list[str], source_format: str | None) -> tuple[Library, bool]:
    """Make a library of the files named, in memory; tell whether one of them could not be read."""
    from reader.library import Library

    library = Library()
    documents = Documents(places, lambda place: read(place, format=source_format))
    for place, document in documents:
        library.add_document(document, place)
    return library, documents.exit_code(found=True) is ExitCode.TROUBLE


def words_and_files(arguments: Arguments) -> tuple[list[str], list[str]]:
    """Part what was named into words and files: the first is always words, then what is there as a file is one."""
    words = arguments.files[:1]
    files: list[str] = []
    for word in arguments.files[1:]:
        (files if _is_file(word) else words).append(word)
    if arguments.sample is not None:
        files.append(place_of_sample(arguments.sample))
    return words, files


def standard_input() -> str:
    """Return the text that is piped in."""
    from reader.sources.decode import decode
    from reader.sources.safe import make_safe

    if sys.stdin is None or sys.stdin.isatty():
        return ""
    return make_safe(decode(sys.stdin.buffer.read())[0]).strip()


def _is_file(word: str) -> bool:
    try:
        return word == "-" or "/" in word or Path(word).is_file()
    except (OSError, ValueError):
        return False


def _recover(path: Path) -> None:
    from reader.library.recovery import recover

    try:
        recovery = recover(path)
    except OSError as error:
        raise ReaderError(f"the library {path} is damaged and cannot be set aside: {error.strerror}") from error
    if recovery is None:
        return  # another process has mended it by now
    number = f"{recovery.articles} article{'' if recovery.articles == 1 else 's'}"
    say(f"the library was damaged: it is now {recovery.aside}, and {number} could be saved from it")
