"""What is fetched, and the one sentence for all that goes wrong."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources.fetch import Limits, Progress, fetch, heard_by, is_url

from .server import Talk, answer, dripping, moved, raw, self_signed, serving

HTML = "<p>“We go at six,” said Ada Low.</p>".encode()
HASTY = Limits(connect_seconds=2, silence_seconds=0.3, total_seconds=1, bytes=100_000, redirects=3)
_OK = b"HTTP/1.1 200 OK\r\n"
BOMB = gzip.compress(bytes(50_000_000))


def why(talk: Talk, limits: Limits = HASTY, path: str = "/") -> str:
    with serving({"/": talk, "/loop": moved("/loop")}) as server, pytest.raises(SourceError) as caught:
        fetch(server.url(path), limits=limits)
    return caught.value.why


@pytest.mark.parametrize("place", ["http://a", "https://a", "HTTPS://a", "Http://a"])
def test_a_url_is_told_by_its_scheme(place: str) -> None:
    assert is_url(place)


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://a", "http:/a", "httpx://a", "a/http://b", "-", ""])
def test_nothing_else_is_a_url(place: str) -> None:
    assert not is_url(place)


def test_what_stands_there_comes_with_its_type_and_charset() -> None:
    with serving({"/a": answer(HTML, Content_Type="text/HTML; charset=ISO-8859-2")}) as server:
        got = fetch(server.url("/a"))

    assert (HTML, "text/html", "iso-8859-2") == (got.data, got.media_type, got.charset)


def test_the_place_is_where_the_redirects_lead() -> None:
    with serving({"/a": moved("b?c=d"), "/b": answer(HTML)}) as server:
        assert server.url("/b?c=d") == fetch(server.url("/a#part")).place


def test_no_cookie_is_sent_back() -> None:
    talks = {"/a": answer(b"", "302 Found", Location="/b", Set_Cookie="who=me"), "/b": answer(HTML)}
    with serving(talks) as server:
        fetch(server.url("/a"))

    assert "cookie" not in "".join(server.requests).lower()


def test_the_fragment_and_no_name_of_the_person_is_sent() -> None:
    with serving({"/a": answer(HTML)}) as server:
        fetch(server.url("/a#secret"))
    names = {line.split(":")[0].lower() for line in server.requests[0].splitlines()[1:] if line}

    assert "secret" not in server.requests[0]
    assert {"host", "user-agent", "accept", "accept-encoding"} == names


@pytest.mark.parametrize("path", ["/a b", "/a\r\nX-Injected: yes", "/ä", "/%0d%0aX-Injected:%20yes"])
def test_no_header_can_be_smuggled_into_the_request(path: str) -> None:
    with serving({}) as server, pytest.raises(SourceError):
        fetch(server.url(path))

    assert not any(line.startswith("X-Injected") for line in "".join(server.requests).splitlines())


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with serving({"/a": answer(HTML)}) as server:
        assert HTML == fetch(server.url("/a")).data


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(HTML)),
        ("deflate", zlib.compress(HTML)),
        ("gzip, gzip", gzip.compress(gzip.compress(HTML))),
    ],
    ids=["gzip", "deflate", "gzip twice"],
)
def test_compressed_answers_are_unpacked(encoding: str, packed: bytes) -> None:
    with serving({"/a": answer(packed, Content_Encoding=encoding)}) as server:
        assert HTML == fetch(server.url("/a")).data


def test_an_answer_in_chunks_is_joined() -> None:
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (HTML[:7], HTML[7:])) + b"0\r\n\r\n"
    with serving({"/a": raw(_OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)}) as server:
        assert HTML == fetch(server.url("/a")).data


def test_an_answer_of_unknown_length_ends_with_the_connection() -> None:
    with serving({"/a": raw(_OK + b"\r\n" + HTML)}) as server:
        assert HTML == fetch(server.url("/a")).data


def test_how_far_it_is_is_told() -> None:
    told: list[Progress] = []
    with serving({"/a": answer(HTML)}) as server, heard_by(told.append):
        fetch(server.url("/a"))

    assert [Progress("127.0.0.1", len(HTML), len(HTML)), Progress("", is_over=True)] == told[-2:]


_CHUNKED = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_TROUBLES: list[tuple[str, Talk, str]] = [
    ("404", answer(status="404 Not Found"), "the server has no such page (404)"),
    ("403", answer(status="403 Forbidden"), "the server does not let us see it (403)"),
    ("401", answer(status="401 Unauthorized"), "the server asks for a password (401)"),
    ("500", answer(status="500 Oops \x1b[31m"), "the server is in trouble (500)"),
    ("418", answer(status="418 Teapot"), "the server does not give it (418)"),
    ("moved nowhere", answer(status="302 Found"), "the server does not give it (302)"),
    ("too long", answer(bytes(200_000)), "it is larger than 0.1 MB"),
    ("said too long", answer(b"", length=10**12), "it is larger than 0.1 MB"),
    ("endless", dripping(_OK + b"\r\n", b"x" * 50_000, 0), "it is larger than 0.1 MB"),
    ("endless chunks", dripping(_CHUNKED, b"1000\r\n" + b"x" * 4096 + b"\r\n", 0), "it is larger than 0.1 MB"),
    ("bomb", answer(BOMB, Content_Encoding="gzip"), "it is larger than 0.1 MB"),
    ("bombs", answer(gzip.compress(BOMB), Content_Encoding="gzip, gzip"), "it is larger than 0.1 MB"),
    ("chunked bomb", raw(_OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(BOMB) + BOMB
                         + b"\r\n0\r\n\r\n"), "it is larger than 0.1 MB"),
    ("slow", dripping(_OK + b"\r\n", b"x", 0.1), "it did not come within 1 seconds"),
    ("slow headers", dripping(_OK, b"X-A: b\r\n", 0.1), "it did not come within 1 seconds"),
    ("slow first line", dripping(b"HTTP/1.1 200", b" ", 0.1), "it did not come within 1 seconds"),
    ("silent", dripping(b"", b"", 9), "the server stopped sending"),
    ("silent in the middle", dripping(_OK + b"Content-Length: 9\r\n\r\nx", b"", 9), "the server stopped sending"),
    ("cut off", answer(HTML, length=1000), "the connection broke before all was there"),
    ("cut chunk", raw(_CHUNKED + b"ff\r\nabc"), "the connection broke before all was there"),
    ("no chunk", raw(_CHUNKED + b"zz\r\nabc\r\n"), "the connection broke before all was there"),
    ("nothing", raw(b""), "the connection broke before all was there"),
    ("not http", raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "the connection broke before all was there"),
    ("huge header", raw(_OK + b"X: " + b"y" * 200_000 + b"\r\n\r\n"), "the connection broke before all was there"),
    ("many headers", raw(_OK + b"X: y\r\n" * 5000 + b"\r\n"), "the connection broke before all was there"),
    ("not gzip", answer(b"no gzip", Content_Encoding="gzip"), "what the server sent is not compressed as it says"),
    ("loop", moved("/loop"), "it leads in circles: too many redirects"),
    ("to a file", moved("file:///etc/passwd"),
     "it leads to file:///etc/passwd, and only http and https are followed"),
    ("to ftp", moved("ftp://127.0.0.1/x"), "it leads to ftp://127.0.0.1/x, and only http and https are followed"),
    ("to data", moved("data:text/html,x"), "it leads to data:text/html,x, and only http and https are followed"),
    ("to codes", moved("x:\x1b]0;stolen\x07\x9b"),
     "it leads to x:␛]0;stolen␇‹U+009B›, and only http and https are followed"),
    ("to a password", moved("http://me:secret@127.0.0.1/"),
     "a URL with a name or password in it is not fetched"),
    ("to nowhere", moved("https:///x"), "the URL names no host"),
    ("to nonsense", moved("http://[::1"), "it is no URL"),
]  # fmt: skip


@pytest.mark.parametrize(("talk", "expected"), [case[1:] for case in _TROUBLES], ids=[case[0] for case in _TROUBLES])
def test_what_goes_wrong_is_one_sentence(talk: Talk, expected: str) -> None:
    assert expected == why(talk)


def test_a_server_that_is_not_there() -> None:
    with serving({}) as server:
        url = server.url("/")
    with pytest.raises(SourceError, match="the server cannot be reached"):
        fetch(url, limits=HASTY)


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "x" * 300, "ä.invalid", "\x1b.invalid"])
def test_a_host_that_is_not_there(host: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetch(f"http://{host}/", limits=HASTY)

    assert caught.value.why in {"no host of that name is known (is there a network?)", "it is no URL"}


def test_a_certificate_nobody_signed_is_refused(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    if certificate is None:
        pytest.skip("openssl is not installed")
    with serving({"/": answer(HTML)}, certificate) as server, pytest.raises(SourceError) as caught:
        fetch(server.url("/"), limits=HASTY)

    assert caught.value.why.startswith("the server's certificate cannot be trusted (")


def test_plain_http_where_a_certificate_is_due_is_refused() -> None:
    with serving({"/": answer(HTML)}) as server, pytest.raises(SourceError) as caught:
        fetch(server.url("/").replace("http:", "https:"), limits=HASTY)

    assert "no secure connection to the server is possible" == caught.value.why


def test_what_comes_packed_unasked_is_one_sentence() -> None:
    assert "it comes packed in a way that was not asked for (x-own, br9)" == why(
        answer(HTML, Content_Encoding="x-own, br9")
    )
