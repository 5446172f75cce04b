"""URLs and feeds all the way: read, opened, added to a library."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reader.library import Library
from reader.model.listing import Entry
from reader.reading import open_entry, open_place, read

from .server import Server, answer, moved, serving

ARTICLE = "Night Ferry\n\nBy Ada Low\n\n“We go at six,” said Bo Dahl, the harbour master.\n"
FEED = """<rss><channel><title>News</title><link>{}</link>
<item><title>Ferry</title><link>/ferry</link></item>
<item><title>Gone</title><link>/gone</link></item>
<item><title>Whole</title><description>&lt;p&gt;“No,” said Cy Holm.&lt;/p&gt;</description></item>
<item><title>Trap</title><link>file:///etc/passwd</link></item></channel></rss>"""


@pytest.fixture
def server() -> Iterator[Server]:
    talks = {
        "/ferry": answer(ARTICLE.encode(), Content_Type="text/plain; charset=utf-8"),
        "/old": answer("„Wir fahren“, sagte Bo Böll.\n".encode("cp1252"), Content_Type="text/plain; charset=utf-8"),
        "/east": answer("Nie, said Łucja Żak.\n".encode("iso-8859-2"), Content_Type="text/plain; charset=latin2"),
        "/moved": moved("/ferry"),
        "/empty": answer(b"", Content_Type="text/plain"),
        "/picture": answer(b"\x89PNG\r\n\x1a\n" + bytes(100), Content_Type="image/png"),
        "/noise": answer(bytes(range(256)) * 4, Content_Type="text/plain"),
    }  # fmt: skip
    with serving(talks) as server:
        server._talks = talks | {"/feed": answer(FEED.format(server.url("/")).encode(), Content_Type="text/xml")}
        yield server


def test_an_article_is_read_from_where_it_was_moved_to(server: Server) -> None:
    opening = open_place(server.url("/moved"))

    assert (server.url("/ferry"), "Night Ferry") == (opening.place, opening.first.metadata.title)


def test_the_day_of_access_is_kept_for_citations(server: Server) -> None:
    assert ("accessed", date.today().isoformat()) in read(server.url("/ferry")).metadata.extra


def test_a_server_that_names_the_wrong_charset_is_not_believed(server: Server) -> None:
    assert "Bo Böll" in read(server.url("/old")).text


def test_a_server_that_names_the_charset_is_believed(server: Server) -> None:
    assert "ucja Żak" in read(server.url("/east")).text


def pullquote(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "reader", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/nothing", "the server has no such page (404)"),
        ("/empty", "it is empty"),
        ("/picture", "it is a picture, not a text"),
        ("/noise", "it is binary, not a text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(server: Server, path: str, why: str) -> None:
    got = pullquote("text", server.url(path))

    assert (2, "", f"pullquote: cannot read {server.url(path)}: {why}\n") == (got.returncode, got.stdout, got.stderr)


@pytest.mark.parametrize("command", ["text", "quotes", "outline", "open"])
def test_every_command_takes_a_url(server: Server, command: str) -> None:
    words = [] if command == "open" else [command]

    assert pullquote(*words, server.url("/ferry")).returncode in {0, 1}
    assert 1 == len(server.requests)


def test_a_feed_opens_with_its_list(server: Server) -> None:
    listing = open_place(server.url("/feed")).listing

    assert listing is not None
    assert ["Ferry", "Gone", "Whole", "Trap"] == [entry.title for entry in listing.entries]


def test_what_a_feed_holds_whole_is_not_fetched() -> None:
    entry = Entry("http://127.0.0.1:1/", "Whole", "2025-03-14", "Ada Low", content="<p>“No,” said Cy Holm.</p>")
    document = open_entry(entry).first

    assert ("Whole", "Ada Low", "2025-03-14") == (
        document.metadata.title, document.metadata.byline, document.metadata.date
    )  # fmt: skip
    assert "“No,” said Cy Holm." in document.text


def added(server: Server, folder: Path) -> list[tuple[str, str]]:
    with Library(folder / "library.sqlite") as library:
        reports = list(library.add([server.url("/feed")]))
    return [(report.place.removeprefix(server.url("")), str(report.outcome)) for report in reports]


def test_adding_a_feed_adds_its_articles(server: Server, tmp_path: Path) -> None:
    outcomes = [outcome for _, outcome in added(server, tmp_path)]

    assert ["added", "unreadable", "added"] == outcomes[:3]


def test_what_is_known_of_a_feed_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    added(server, tmp_path)
    before = len(server.requests)
    again = added(server, tmp_path)

    assert ("/ferry", "unchanged") == again[0]
    assert ["/feed", "/gone"] == [request.split()[1] for request in server.requests[before:]]


def test_a_feed_leads_to_no_file_of_this_machine(server: Server, tmp_path: Path) -> None:
    assert "passwd" not in str(added(server, tmp_path))
