"""What a URL is, what may be fetched, and who is told how far a fetch is.

Imports nothing that costs time: every place given is asked whether it is a URL. `reader.sources.web` does the fetching.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from reader.values import value

SCHEMES = ("https://", "http://")
"""What is fetched; nothing else ever is."""


@value
class Limits:
    """How long one waits for an answer, and how much of it is taken."""

    connect_seconds: float = 10
    silence_seconds: float = 20
    """How long a server may send nothing."""
    total_seconds: float = 120
    bytes: int = 64_000_000
    """Of the answer as it is read, unpacked."""
    redirects: int = 10


@value
class Answer:
    """What a server sent."""

    place: str
    """The URL that answered, behind all redirects; every character of it is printable ASCII."""
    data: bytes
    media_type: str = ""
    """In lower case, without its parameters; empty when the server does not say."""
    charset: str = ""


@value
class Progress:
    """How far a fetch is."""

    host: str
    """Safe to show."""
    bytes: int = 0
    """Received, as they came over the line."""
    total: int | None = None
    """Bytes announced."""
    is_over: bool = False
    """Nothing more is told of this page."""


Listener = Callable[[Progress], object]

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def is_url(place: str) -> bool:
    """Tell whether a place is fetched instead of read from the disk."""
    return place[:8].lower().startswith(SCHEMES)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Tell a listener of what is fetched inside, by this thread."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def fetch(url: str, *, limits: Limits | None = None) -> Answer:
    """Fetch what stands at a URL; raises `SourceError`."""
    from reader.sources.web import get  # urllib3 and ssl, 60 ms; files need neither

    return get(url, limits or Limits(), _listener.get() or _tell_nobody)


def _tell_nobody(progress: Progress) -> None:
    pass
