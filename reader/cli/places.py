"""The places a command line names, and the documents that stand there."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from reader.cli.arguments import COMMANDS, Arguments
from reader.cli.diagnostics import ExitCode, is_verbose, say, tell, warn
from reader.cli.samples import place_of_sample
from reader.errors import ReaderError, UsageError
from reader.model.document import Document


def places_of(arguments: Arguments) -> list[str]:
    """Return the places named, a sample's among them, or standard input when it is piped and nothing is named."""
    places = [place_of_sample(arguments.sample)] if arguments.sample is not None else []
    places += arguments.files
    has_stdin = sys.stdin is not None
    if not places and has_stdin and not sys.stdin.isatty():
        places = ["-"]
    if "-" in places and not has_stdin:
        raise UsageError("cannot read -: standard input is closed")
    if not places:
        raise UsageError("name a file to read, or try pullquote --sample (pullquote --help tells more)")
    if len(places) > 1 and not COMMANDS[arguments.command].takes_several:
        raise UsageError(f"pullquote {arguments.command} takes one file, not {len(places)}")
    return places


class Documents:
    """The documents of several places, one by one; one that cannot be read is reported, and the rest still comes."""

    def __init__(self, places: Sequence[str], read: Callable[[str], Document]) -> None:
        self._places = places
        self._read = read
        self._has_trouble = False

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        for place in self._places:
            started = perf_counter()
            try:
                document = self._read(place)
            except ReaderError as error:
                say(error)
                self._has_trouble = True
                continue
            for warning in document.warnings:
                warn(f"{place}: {warning}")
            if is_verbose():
                tell(f"{place}: {account_of(document)}, in {(perf_counter() - started) * 1000:.0f} ms")
            yield place, document

    def exit_code(self, *, found: bool) -> ExitCode:
        """Return the exit code once every document was asked for."""
        if self._has_trouble:
            return ExitCode.TROUBLE
        return ExitCode.FOUND if found else ExitCode.NOTHING_FOUND


def account_of(document: Document) -> str:
    """Say what was made of a document: its format, its size, its quotes and the rules that named their speakers."""
    rules = Counter(quote.attribution.rule if quote.attribution else "nobody-named" for quote in document.quotes)
    quotes = f", {len(document.quotes)} quotes ({', '.join(f'{rule} {n}' for rule, n in rules.most_common())})"
    return f"{document.format}, {len(document.text)} characters{quotes if rules else ''}"
