"""A server on loopback that answers as told: well, slowly, wrongly, endlessly."""

from __future__ import annotations

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

Talk = Callable[[socket.socket], object]
"""What the server does on a connection once it has read the request."""
PATIENCE_SECONDS = 20


class Server:
    """Answers each path with what its talk sends; what was asked is kept."""

    def __init__(self, talks: Mapping[str, Talk], certificate: Path | None = None) -> None:
        self._talks = talks
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self.requests: list[str] = []
        self.is_over = Event()
        self.port = self._socket.getsockname()[1]
        Thread(target=self._serve, daemon=True).start()

    def url(self, path: str) -> str:
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}{path}"

    def close(self) -> None:
        self.is_over.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # closing alone would not end an accept that waits
        self._socket.close()

    def _serve(self) -> None:
        while not self.is_over.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(PATIENCE_SECONDS)
        with suppress(OSError), connection:
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
            request = b""
            # A hello of TLS (0x16) has no end that plain HTTP would know.
            while b"\r\n\r\n" not in request and request[:1] != b"\x16" and (piece := connection.recv(65536)):
                request += piece
            text = request.decode("latin-1")
            self.requests.append(text)
            path = text.split(" ")[1].split("?")[0] if " " in text else ""
            self._talks.get(path, answer(status="404 Not Found"))(connection)


def answer(body: bytes = b"", status: str = "200 OK", length: int | None = None, **headers: str) -> Talk:
    """Send a whole answer; header names are written with underscores."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return raw("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)


def moved(target: str) -> Talk:
    return answer(status="302 Found", Location=target)


def raw(data: bytes) -> Talk:
    """Send bytes as they are, then hang up."""
    return lambda connection: connection.sendall(data)


def dripping(head: bytes, piece: bytes, pause_seconds: float) -> Talk:
    """Send a piece, wait, and so on without an end."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            Event().wait(pause_seconds)

    return talk


@contextmanager
def serving(talks: Mapping[str, Talk], certificate: Path | None = None) -> Iterator[Server]:
    server = Server(talks, certificate)
    try:
        yield server
    finally:
        server.close()


def self_signed(folder: Path) -> Path | None:
    """Make a certificate nobody has signed; None where there is no openssl."""
    place = folder / "certificate.pem"
    words = f"req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -keyout {place}.key -out {place}.crt"
    try:
        subprocess.run(["openssl", *words.split()], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    place.write_bytes(Path(f"{place}.key").read_bytes() + Path(f"{place}.crt").read_bytes())
    return place
