"""A desk where the commands of the guide can be run: articles, a library, and example.org on loopback."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
HOST = "example.org"
# Name service is the one thing that cannot be real here: the guide's example host is led to the server below.
_RESOLVER = """
import socket
_look_up = socket.getaddrinfo
def getaddrinfo(host, port, *rest, **named):
    if host in ("{host}", b"{host}"):
        host, port = "127.0.0.1", {port}
    return _look_up(host, port, *rest, **named)
socket.getaddrinfo = getaddrinfo
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """The port of a server that is https://example.org, and the file of the authority it is trusted by."""
    folder = tmp_path_factory.mktemp("site")
    for path in (Path(__file__).parent / "site").iterdir():
        shutil.copy(path, folder)
    shutil.copy(SAMPLES / "report.txt", folder / "article.txt")
    authority = trustme.CA()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=os.fspath(folder)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    trusted = tmp_path_factory.mktemp("trust") / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, trusted
    server.shutdown()
    server.server_close()


@pytest.fixture
def desk(site: tuple[int, Path], tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A folder with the files the guide speaks of, and the environment its commands run in."""
    port, trusted = site
    home = tmp_path
    programs = home / "bin"
    programs.mkdir()
    (programs / "pullquote").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n', encoding="utf-8")
    (programs / "pullquote").chmod(0o755)
    shutil.copytree(SAMPLES, home / "articles")
    shutil.copytree(SAMPLES, home / "samples")
    for path in (Path(__file__).parent / "site").iterdir():
        shutil.copy(path, home)
    shutil.copy(SAMPLES / "report.txt", home / "article.txt")
    shutil.copy(SAMPLES / "essay.md", home)
    (home / "quotation.txt").write_text("I can live with cross\n", encoding="utf-8")
    (home / ".curlrc").write_text(
        f'connect-to = "{HOST}:443:127.0.0.1:{port}"\ncacert = "{trusted}"\n', encoding="utf-8"
    )
    resolver = home / "resolver"
    resolver.mkdir()
    (resolver / "sitecustomize.py").write_text(_RESOLVER.format(host=HOST, port=port), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PULLQUOTE"))}
    environment |= {
        "HOME": os.fspath(home),
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": f"{resolver}:{ROOT}",
        "SSL_CERT_FILE": os.fspath(trusted),
        "LANG": "C.UTF-8",
    }
    for places in (sorted(os.fspath(path) for path in SAMPLES.iterdir()), ["council.txt"], ["market.txt"]):
        add = [sys.executable, "-m", "reader", "add", *places]
        subprocess.run(add, cwd=home, env=environment, check=True, capture_output=True)
    return home, environment
