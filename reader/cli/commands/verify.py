"""`pullquote verify`: did anyone really say this?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.cli import output
from reader.cli.arguments import Arguments
from reader.cli.diagnostics import ExitCode
from reader.cli.libraries import standard_input, with_library, words_and_files
from reader.cli.places import Documents
from reader.cli.to_json import to_json
from reader.cli.verdicts import Searched, verdict_lines, verification_record
from reader.errors import UsageError
from reader.reading import read
from reader.sources.safe import make_safe

if TYPE_CHECKING:
    from reader.library import Library
    from reader.search.verify import Finding


class _Answer(NamedTuple):
    searched: Searched
    has_trouble: bool = False


def run(arguments: Arguments) -> ExitCode:
    """Print the verdict; the exit code says whether the words were said like this, by whom they are said to be."""
    words, files = words_and_files(arguments)
    quotation = standard_input() if words in ([], ["-"]) else make_safe(" ".join(words))
    if not quotation:
        raise UsageError("give the words to verify, or pipe them in")
    by = arguments.by or ""
    if files:
        answer = _in_files(files, quotation, by, arguments.source_format)
    else:
        answer = with_library(arguments, lambda library: _in_library(library, quotation, by))
    _write(arguments, quotation, answer.searched)
    finding = answer.searched.verification.finding
    if answer.has_trouble and not _is_confirmed(finding, by):
        return ExitCode.TROUBLE
    return ExitCode.FOUND if _is_confirmed(finding, by) else ExitCode.NOTHING_FOUND


def _in_files(files: list[str], quotation: str, by: str, source_format: str | None) -> _Answer:
    from reader.search.verify import verify

    documents = Documents(files, lambda place: read(place, format=source_format))
    read_here = list(documents)
    verification = verify(quotation, [document for _, document in read_here], by)
    places = tuple(make_safe(place) for place, _ in read_here)
    return _Answer(Searched(verification, places), documents.exit_code(found=True) is ExitCode.TROUBLE)


def _in_library(library: Library, quotation: str, by: str) -> _Answer:
    found = library.verify(quotation, by)
    articles = tuple(article for article in found.articles if article is not None)
    return _Answer(Searched(found.verification, tuple(article.places[0] for article in articles), articles))


def _is_confirmed(finding: Finding, by: str) -> bool:
    is_said_so = finding.verdict in ("exact", "same-words")
    return is_said_so and (not by or finding.is_right_speaker is True)


def _write(arguments: Arguments, quotation: str, searched: Searched) -> None:
    if arguments.format == "json":
        record = verification_record(quotation, arguments.by, searched)
        output.write(to_json(record, indent=2) + "\n")
        return
    for line in verdict_lines(searched, arguments.by or ""):
        output.write_folded(f"{line}\n")
