"""Fetching over http and https: bounded in time and size, no cookies, no proxies, never a browser.

The only module that knows urllib3. A thread asks and another waits for it: looking up a host's name has no time-out,
and a server that sends a byte a second never runs into one.
"""

from __future__ import annotations

import re
from email.message import Message
from threading import Thread
from time import monotonic
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, HTTPResponse, PoolManager, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    LocationValueError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util import Url, parse_url

from reader import __version__
from reader.errors import SourceError
from reader.sources.fetch import Answer, Limits, Listener, Progress, is_url
from reader.sources.safe import make_safe

_PIECE_BYTES = 65_536
_TOLD_EVERY_SECONDS = 0.1
_HEADERS = {
    "User-Agent": f"pullquote/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, application/xml;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_MOVED = frozenset({301, 302, 303, 307, 308})
_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (NameResolutionError, "no host of that name is known (is there a network?)"),
    (NewConnectionError, "the server cannot be reached"),
    (ConnectTimeoutError, "the server does not answer"),
    (ReadTimeoutError, "the server stopped sending"),
    (DecodeError, "what the server sent is not compressed as it says"),
    (LocationValueError, "it is no URL"),
    (ValueError, "it is no URL"),
    (HTTPError, "the connection broke before all was there"),
    (OSError, "the connection broke before all was there"),
)
"""The first that fits says why; `SSLError` has a sentence of its own."""
_STATUSES = {
    401: "the server asks for a password",
    403: "the server does not let us see it",
    404: "the server has no such page",
    410: "the page is gone",
    429: "the server wants to be left alone for a while",
    451: "the page is withheld for legal reasons",
}
_UNPACKED = frozenset({"", "identity", *HTTPResponse.CONTENT_DECODERS})
"""What an answer may be packed with; urllib3 hands on what it does not know as it comes."""
_CERTIFICATE = re.compile(r"certificate verify failed: ([^(]+)")


def get(url: str, limits: Limits, listener: Listener) -> Answer:
    """Fetch a URL, following redirects; raises `SourceError` with one sentence whatever goes wrong."""
    work = _Work(url, limits)
    work.start()
    deadline = monotonic() + limits.total_seconds
    while work.is_alive() and monotonic() < deadline:
        work.join(_TOLD_EVERY_SECONDS)
        if work.progress is not None:
            listener(work.progress)
    work.is_wanted = False
    listener(Progress("", is_over=True))
    if work.trouble is not None:
        raise work.trouble
    if work.answer is None:
        raise SourceError(make_safe(url), f"it did not come within {limits.total_seconds:g} seconds")
    return work.answer


class _Work(Thread):
    """Asks and reads; leaves the answer or the trouble behind."""

    def __init__(self, url: str, limits: Limits) -> None:
        super().__init__(name="fetch", daemon=True)
        self._url = url
        self._limits = limits
        self.is_wanted = True
        self.progress: Progress | None = None
        self.answer: Answer | None = None
        self.trouble: SourceError | None = None

    def run(self) -> None:
        """Keep every error of the network as a sentence."""
        shown = make_safe(self._url)
        try:
            self.answer = self._follow(self._url)
        except SourceError as error:
            self.trouble = error
        except SSLError as error:
            self.trouble = SourceError(shown, _why_not_secure(error))
        except tuple(kind for kind, _ in _TROUBLES) as error:
            self.trouble = SourceError(shown, next(why for kind, why in _TROUBLES if isinstance(error, kind)))
        except Exception as error:  # a thread has no outer door of its own
            self.trouble = SourceError(shown, f"fetching it failed ({type(error).__name__})")

    def _follow(self, url: str) -> Answer:
        timeout = Timeout(connect=self._limits.connect_seconds, read=self._limits.silence_seconds)
        with PoolManager(headers=_HEADERS, timeout=timeout, retries=False) as pool:
            for _ in range(self._limits.redirects + 1):
                place = _checked(url, self._url)
                self.progress = Progress(make_safe(place.host or ""))
                response = pool.request("GET", place.url, redirect=False, preload_content=False)
                try:
                    target = response.headers.get("Location") if response.status in _MOVED else None
                    if target is None:
                        return self._read(place.url, response)
                    url = urljoin(place.url, target)
                finally:
                    response.close()
        raise SourceError(make_safe(self._url), "it leads in circles: too many redirects")

    def _read(self, url: str, response: BaseHTTPResponse) -> Answer:
        shown = make_safe(self._url)
        if response.status != 200:
            raise SourceError(shown, f"{_status_words(response.status)} ({response.status})")
        packed = response.headers.get("Content-Encoding", "").lower()
        if any(coding.strip() not in _UNPACKED for coding in packed.split(",")):
            raise SourceError(shown, f"it comes packed in a way that was not asked for ({make_safe(packed[:40])})")
        data = bytearray()
        total = _announced(response)
        if total is not None and total > self._limits.bytes:
            raise SourceError(shown, self._too_large())
        for piece in response.stream(_PIECE_BYTES, decode_content=True):
            data += piece
            if len(data) > self._limits.bytes:
                raise SourceError(shown, self._too_large())
            if not self.is_wanted:
                break
            if self.progress is not None:
                self.progress = Progress(self.progress.host, response.tell(), total)
        header = Message()
        header["Content-Type"] = response.headers.get("Content-Type", "").replace("\r", " ").replace("\n", " ")
        media_type = header.get_content_type() if "/" in str(header["Content-Type"]) else ""
        return Answer(url, bytes(data), make_safe(media_type), make_safe(header.get_content_charset("")))

    def _too_large(self) -> str:
        return f"it is larger than {self._limits.bytes / 1e6:g} MB"


def _checked(url: str, asked: str) -> Url:
    """Return a URL that may be fetched; raises `SourceError` for every other."""
    shown = make_safe(asked)
    if not is_url(url):
        raise SourceError(shown, f"it leads to {make_safe(url[:200])}, and only http and https are followed")
    place = parse_url(_in_ascii(url))
    if place.auth is not None:
        raise SourceError(shown, "a URL with a name or password in it is not fetched")
    if not place.host:
        raise SourceError(shown, "the URL names no host")
    return place._replace(fragment=None)


def _in_ascii(url: str) -> str:
    """Write the host as the name servers know it; the rest is percent-encoded by urllib3."""
    scheme, _, rest = url.partition("://")
    host = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    return url if host.isascii() else f"{scheme}://{host.encode('idna').decode()}{rest[len(host) :]}"


def _announced(response: BaseHTTPResponse) -> int | None:
    length = response.headers.get("Content-Length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 19 else None


def _status_words(status: int) -> str:
    if status in _STATUSES:
        return _STATUSES[status]
    return "the server is in trouble" if status >= 500 else "the server does not give it"


def _why_not_secure(error: SSLError) -> str:
    found = _CERTIFICATE.search(str(error))
    if found is None:
        return "no secure connection to the server is possible"
    return f"the server's certificate cannot be trusted ({make_safe(found[1].strip())})"
