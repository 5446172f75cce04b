"""What is stored comes back: documents, corrections, positions; also out of older files and damaged ones."""

from __future__ import annotations

import gzip
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from library_articles import COUNCIL, STORM, document_of

from reader.errors import DamagedLibraryError, LibraryError, NoLibraryError
from reader.library import Library
from reader.library.codec import document_of as document_of_record
from reader.library.codec import pack_structure, pack_text, structure_record, unpack_document
from reader.library.recovery import recover
from reader.library.schema import MIGRATIONS
from reader.library.transfer import export_lines, import_lines
from reader.reading import read
from reader.resources import sample_paths

STORM_PLACE = "https://news.example/storm.md"
COUNCIL_PLACE = "https://news.example/council.md"
CASES = Path(__file__).parents[2] / "cases" / "library"
OLD_FILES = sorted(CASES.glob("version-*.sqlite.gz"))
ROOT = Path(__file__).parents[3]


def filled(path: Path | str = ":memory:") -> Library:
    library = Library(path)
    library.add_document(document_of(STORM), STORM_PLACE)
    library.add_document(document_of(COUNCIL), COUNCIL_PLACE)
    return library


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_a_document_comes_back_as_it_was(path: Path) -> None:
    document = read(str(path))

    assert document == unpack_document(pack_text(document.text), pack_structure(document))


def test_an_article_of_the_library_is_not_parsed_again() -> None:
    script = (
        "import sys; from pathlib import Path; from reader.library import Library\n"
        "library = Library(Path(sys.argv[1])); library.document(1)\n"
        "print([name for name in sys.modules if name.startswith(('reader.parsers', 'reader.quotes', 'markdown_it'))])"
    )
    path = Path(os.environ["HOME"]) / "unparsed.sqlite"
    filled(path).close()
    answer = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, cwd=ROOT, check=True
    )

    assert "[]\n" == answer.stdout


def test_nonsense_for_a_document_is_damage() -> None:
    with pytest.raises(DamagedLibraryError):
        unpack_document(b"nonsense", b"nonsense")


def test_removed_articles_are_found_no_more() -> None:
    with filled() as library:
        library.remove(1)

        assert ([], [], []) == (
            list(library.find("ferry").articles),
            library.look_up("island"),
            library.check(),
        )


def test_a_correction_is_kept_when_everything_is_found_anew() -> None:
    with filled() as library:
        library.correct(1, 0, "Ada Finch")
        library.rebuild()

        assert ["We have been an island long enough,"] == said_by(library, "Ada Finch")


def test_a_correction_can_say_that_nobody_is_known() -> None:
    with filled() as library:
        assert library.correct(1, 0, "").quotes[0].attribution is None


def said_by(library: Library, name: str) -> list[str]:
    return [
        hit.span.cut(library.document(found.article.id).text)
        for person in library.speakers(name)
        for found in library.said_by(person)
        for hit in found.hits
    ]


def test_a_position_comes_back() -> None:
    document = document_of(STORM)
    with Library() as library:
        library.save_position(document, "/a.md", 40)
        position = library.position(document, "/a.md")

    assert position is not None
    assert (40, True) == (position.offset, position.is_same_text)


def test_a_position_of_another_text_at_the_place_is_only_a_hint() -> None:
    with Library() as library:
        library.save_position(document_of(STORM), "/a.md", 40)
        position = library.position(document_of(COUNCIL), "/a.md")

    assert position is not None
    assert (document_of(STORM).text[40:60], False) == (position.words[:20], position.is_same_text)


def test_what_was_read_last_comes_first() -> None:
    with filled() as library:
        library.save_position(library.document(1), STORM_PLACE, 30)

        assert [(1, 30), (2, None)] == [(article.id, article.read_to) for article in library.recent()]


def test_a_library_goes_through_json_lines_unchanged() -> None:
    with filled() as library, Library() as other:
        library.correct(1, 0, "Ada Finch")
        library.save_position(library.document(2), COUNCIL_PLACE, 30, 70)
        library.split(library.speakers("Ada Finch")[0], [1])
        lines = list(export_lines(library))
        list(import_lines(other, lines))
        list(import_lines(other, lines))  # again: nothing is there twice

        assert lines == list(export_lines(other))


def test_what_was_done_by_hand_finds_its_article_in_another_library() -> None:
    with filled() as library, Library() as other:
        library.split(library.speakers("Otto Fenwick")[0], [1])
        other.add_document(document_of(COUNCIL), COUNCIL_PLACE)
        list(import_lines(other, export_lines(library)))

        assert [(person.name, person.articles) for person in other.speakers("fenwick")] == [
            ("Otto Fenwick", (1,)),
            ("Otto Fenwick (2)", (2,)),
        ]


def test_marks_go_along_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO marks VALUES (1, x'00', 'a.txt', 'A Title', '', 4, 9, 'words', '', '', 'a note', 1.5, 2.5)"
        )
    with Library(path) as library, Library() as other:
        other.add_document(document_of(COUNCIL), COUNCIL_PLACE)
        list(import_lines(other, export_lines(library)))

        assert [("a.txt", 4, 9, "a note")] == [
            (row["place"], row["start"], row["end"], row["note"]) for row in other.by_hand("marks")
        ]


def test_the_furthest_character_seen_is_kept_when_one_goes_back() -> None:
    document = document_of(STORM)
    with Library() as library:
        article = library.add_document(document, STORM_PLACE).article or 0
        library.save_position(document, STORM_PLACE, 40, 120)
        library.save_position(document, STORM_PLACE, 0, 60)

        assert 120 == library.article(article).read_to


def test_the_speakers_are_summed_up_while_articles_come_and_go() -> None:
    """What is summed up on the way is what summing everything up gives."""
    with filled() as library:
        library.correct(1, 0, "Ada Finch")
        library.remove(2)
        summed = sorted(map(repr, library.by_hand("names")))
        library.rebuild()

        assert (summed, []) == (sorted(map(repr, library.by_hand("names"))), library.check())


@pytest.mark.parametrize(
    "line", ["{}", "nonsense", '{"schema": 1, "text": "\\u001b[2J", "document": {}, "places": []}']
)
def test_nonsense_is_not_imported(line: str) -> None:
    with Library() as library, pytest.raises(LibraryError):
        list(import_lines(library, [line]))


def test_a_record_of_a_document_is_json() -> None:
    import json

    document = document_of(STORM)

    assert document == document_of_record(document.text, json.loads(json.dumps(structure_record(document))))


def test_there_is_a_file_of_every_older_version() -> None:
    assert [f"version-{version}.sqlite.gz" for version in range(1, len(MIGRATIONS))] == [
        path.name for path in OLD_FILES
    ]


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda path: path.stem)
def test_an_older_file_is_brought_up_to_date(tmp_path: Path, old: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(gzip.decompress(old.read_bytes()))
    with Library(path) as library:
        assert ("The Ferry Stays in Port", 1, []) == (
            library.articles()[0].title,
            len(library.find("ferry").articles),
            library.check(),
        )


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    with pytest.raises(LibraryError, match="newer pullquote"):
        Library(path)


def test_a_library_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(NoLibraryError):
        Library(tmp_path / "library.sqlite", create=False)


def test_a_file_that_is_something_else_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_text("This is a letter, not a library. " * 100, encoding="utf-8")

    with pytest.raises(DamagedLibraryError):
        Library(path)


def test_a_damaged_library_is_set_aside_and_rebuilt(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = os.urandom(3996)  # the list of the tables: nothing of it can be read as it is
    path.write_bytes(data)
    recovery = recover(path)

    with Library(path) as library:
        assert recovery is not None
        assert (True, []) == (recovery.aside.exists(), library.check())


def test_what_can_be_read_of_a_damaged_library_is_saved(tmp_path: Path) -> None:
    """The index is torn, the texts are whole."""
    path = tmp_path / "library.sqlite"
    with filled(path) as library:
        library.correct(1, 0, "Ada Finch")
        library.save_position(library.document(2), COUNCIL_PLACE, 30)
        library.remove(1)
        library.add_document(document_of(STORM), STORM_PLACE)
        library.correct(3, 0, "Ada Finch")
        library.split(library.speakers("Ada Finch")[0], [3])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE text_index_data SET block = x'00'")
    recover(path)

    with Library(path) as library:
        assert ([(2, 30), (3, None)], 1, ["We have been an island long enough,"], "Ada Finch (2)") == (
            sorted((article.id, article.read_to) for article in library.articles()),
            len(library.find("ferry").articles),
            said_by(library, "Ada Finch"),
            library.speakers("Ada Finch")[0].name,
        )


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_library_in_a_folder_that_may_only_be_read_can_be_searched(tmp_path: Path) -> None:
    """As another user: nothing is forbidden to root."""
    folder = Path("/tmp") / f"pullquote-test-{os.getpid()}"
    folder.mkdir(mode=0o755)
    path = folder / "library.sqlite"
    try:
        filled(path).close()
        path.chmod(0o444)
        folder.chmod(0o555)
        script = (
            "import os, sys; from pathlib import Path\n"
            "from reader.library import Library; import reader.library.fulltext\n"
            "import urllib.parse\n"  # Python 3.13 imports it late, when this user may not read it any more
            "if os.getuid() == 0: os.setuid(65534)\n"
            "print(len(Library(Path(sys.argv[1]), create=False).find('ferry').articles))"
        )
        answer = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, cwd=ROOT, check=False)
    finally:
        folder.chmod(0o755)
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()

    assert (b"1\n", b"") == (answer.stdout, answer.stderr)


def test_what_another_program_wrote_cannot_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    filled(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE articles SET title = char(27) || ']0;mine'")
    with Library(path) as library:
        assert "␛]0;mine" == library.articles()[0].title


@pytest.mark.parametrize("planted", ["\x1b[2J", "\u202e"])
def test_a_stored_text_that_could_steer_the_terminal_is_damage(planted: str) -> None:
    document = document_of(STORM)

    with pytest.raises(DamagedLibraryError):
        unpack_document(pack_text(planted), pack_structure(document))
    with pytest.raises(DamagedLibraryError):
        unpack_document(pack_text(document.text), pack_structure(replace(document, warnings=(planted,))))
