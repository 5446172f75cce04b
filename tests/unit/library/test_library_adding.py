"""Articles into a library: only what is new, one entry a text, nothing twice and nothing lost."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from library_articles import COUNCIL, STORM, write

from reader.library import Library
from reader.library.adding import places_below
from reader.library.entries import Outcome

ROOT = Path(__file__).parents[3]


def outcomes(library: Library, places: list[str]) -> list[Outcome]:
    return [report.outcome for report in library.add(places)]


def test_new_articles_are_added(tmp_path: Path) -> None:
    with Library() as library:
        assert [Outcome.ADDED] * 2 == outcomes(library, write(tmp_path, storm=STORM, council=COUNCIL))


def test_what_has_not_changed_is_left_alone(tmp_path: Path) -> None:
    places = write(tmp_path, storm=STORM)
    with Library() as library:
        outcomes(library, places)

        assert [Outcome.UNCHANGED] == outcomes(library, places)


def test_a_changed_file_takes_the_place_of_what_it_held(tmp_path: Path) -> None:
    places = write(tmp_path, storm=STORM)
    with Library() as library:
        outcomes(library, places)
        write(tmp_path, storm=COUNCIL)

        assert [Outcome.CHANGED] == outcomes(library, places)
        assert ["Council Counts Its Chairs"] == [article.title for article in library.articles()]


def test_one_text_under_two_names_is_one_article_with_two_places(tmp_path: Path) -> None:
    places = write(tmp_path, one=STORM, two=STORM)
    with Library() as library:
        outcomes(library, places)

        assert [tuple(places)] == [article.places for article in library.articles()]


def wire_story(office: str = "The harbour office", quote: str = "The boats stay in port until the wind drops") -> str:
    sentences = " ".join(
        f"Boat number {number} lay at berth {number * 3} with {number} crates." for number in range(40)
    )
    return f"# Boats in Port\n\n{office} counted. {sentences}\n\n“{quote},” said Runa Ålund.\n"


def test_a_near_copy_is_a_place_of_the_article_it_copies(tmp_path: Path) -> None:
    places = write(tmp_path, one=wire_story(), two=wire_story(office="Our correspondent"))
    with Library() as library:
        assert [Outcome.ADDED, Outcome.NEAR_COPY] == outcomes(library, places)


def test_a_copy_that_quotes_other_words_is_an_article_of_its_own(tmp_path: Path) -> None:
    quote = "The boats do not stay in port until the wind drops"
    with Library() as library:
        assert [Outcome.ADDED] * 2 == outcomes(library, write(tmp_path, one=wire_story(), two=wire_story(quote=quote)))


def test_a_story_brought_up_to_date_is_an_article_of_its_own(tmp_path: Path) -> None:
    later = wire_story().replace("berth 60 ", "berth 61 ")
    with Library() as library:
        assert [Outcome.ADDED] * 2 == outcomes(library, write(tmp_path, one=wire_story(), two=later))


def test_what_cannot_be_read_is_reported_and_the_rest_added(tmp_path: Path) -> None:
    places = [str(tmp_path / "none.md"), *write(tmp_path, storm=STORM)]
    with Library() as library:
        assert [Outcome.UNREADABLE, Outcome.ADDED] == outcomes(library, places)


def test_processes_give_the_same_library(tmp_path: Path) -> None:
    places = write(tmp_path, **{f"a{number}": STORM.replace("six", f"six and {number}") for number in range(40)})
    with Library() as library:
        reports = list(library.add(places, cores=2))

        assert places == [report.place for report in reports]
        assert 40 == library.statistics().articles


def test_folders_are_looked_through_but_for_hidden_ones(tmp_path: Path) -> None:
    write(tmp_path, storm=STORM)
    for name in ("deep", ".hidden"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, council=COUNCIL)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")

    assert ["deep/council.md", "storm.md"] == sorted(
        os.path.relpath(place, tmp_path) for place in places_below(tmp_path)
    )


def test_the_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "data" / "library.sqlite"
    with Library(path):
        modes = [stat.S_IMODE(each.stat().st_mode) for each in (path.parent, *sorted(path.parent.iterdir()))]

    assert [0o700, 0o600] == sorted(set(modes), reverse=True)


_ADD = "import sys; from reader.cli.main import main; sys.exit(main(['add', '--format', 'jsonl', *sys.argv[1:]]))"


def start_adding(library: Path, places: list[str]) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PULLQUOTE_LIBRARY": str(library)}
    return subprocess.Popen(
        [sys.executable, "-c", _ADD, *places], env=environment, stdout=subprocess.PIPE, start_new_session=True
    )


@pytest.mark.parametrize("lines_read", [1, 30, 90])
def test_killed_while_adding_it_loses_and_doubles_nothing(tmp_path: Path, lines_read: int) -> None:
    """What was reported is there, each once, and the next start adds the rest."""
    path = tmp_path / "library.sqlite"
    places = write(tmp_path, **{f"a{number}": STORM.replace("six", f"six and {number}") for number in range(120)})
    process = start_adding(path, places)
    assert process.stdout is not None
    reported = [process.stdout.readline() for _ in range(lines_read)]
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()

    with Library(path) as library:
        known = [place for article in library.articles() for place in article.places]
        assert len(reported) <= len(known) == len(set(known))
        assert [] == library.check()
        outcomes(library, places)
        assert 120 == library.statistics().articles


def test_two_processes_add_to_one_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    places = write(tmp_path, **{f"a{number}": STORM.replace("six", f"six and {number}") for number in range(60)})
    processes = [start_adding(path, places[:40]), start_adding(path, places[20:])]
    ends = [process.communicate() and process.returncode for process in processes]

    with Library(path) as library:
        assert ([0, 0], 60, []) == (ends, library.statistics().articles, library.check())


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library(path) as writer, Library(path) as reader:
        outcomes(writer, write(tmp_path, storm=STORM))
        with writer._database.transaction():
            writer._database.write("DELETE FROM places")
            began = time.monotonic()
            articles = reader.articles()

    assert (1, True) == (len(articles), time.monotonic() - began < 5)


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX's")
@pytest.mark.parametrize("kilobytes", [120, 300, 450])
def test_where_no_more_can_be_written_nothing_is_lost_or_doubled(tmp_path: Path, kilobytes: int) -> None:
    """No file may grow beyond a limit, as on a disk that fills up on the way."""
    path = tmp_path / "library.sqlite"
    places = write(tmp_path, **{f"a{number}": STORM.replace("six", f"six and {number}") for number in range(120)})
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({kilobytes} << 10, {kilobytes} << 10))\n"
        "from reader.cli.main import main; sys.exit(main(['add', '--format', 'jsonl', *sys.argv[1:]]))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script, "--library", str(path), *places],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    reported = answer.stdout.splitlines()

    assert (2, 1) == (answer.returncode, len(answer.stderr.splitlines())), answer.stderr
    with Library(path) as library:
        known = [place for article in library.articles() for place in article.places]
        assert len(reported) <= len(known) == len(set(known))
        outcomes(library, places)
        assert (120, []) == (library.statistics().articles, library.check())
