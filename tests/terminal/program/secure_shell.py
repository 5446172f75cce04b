"""An sshd of our own on the loopback: its keys, settings and port are made for one test run and forgotten."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_SECONDS = 20
_SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
_SET_UP = ["apt-get", "install", "-y", "-q", "openssh-server", "openssh-client"]


def missing() -> str:
    """Say why there can be no sshd here; empty when there can. On CI what is missing is installed."""
    if _programs_missing() and os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(_SET_UP, capture_output=True, check=False, timeout=300)
    programs = _programs_missing()
    return f"{', '.join(programs)} not installed" if programs else ""


def _programs_missing() -> list[str]:
    return [name for name in ("sshd", "ssh", "ssh-keygen") if not _find(name)]


def _find(name: str) -> str:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:{_SYSTEM_PATH}") or ""


@contextmanager
def secure_shell(folder: Path) -> Iterator[list[str]]:
    """Start an sshd that knows one key; yield the command that logs in with it and gives a terminal."""
    for key in ("host", "own"):
        subprocess.run([_find("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
    if os.geteuid() == 0:  # Debian's sshd wants an empty folder to lock its unprivileged half into
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    port = _free_port()
    settings = ["UsePAM no", "StrictModes no", "PidFile none", "ListenAddress 127.0.0.1", f"Port {port}"]
    settings += [f"HostKey {folder}/host", f"AuthorizedKeysFile {folder}/own.pub", "PasswordAuthentication no"]
    (folder / "sshd_config").write_text("\n".join(settings) + "\n")
    log = (folder / "sshd.log").open("w")
    server = subprocess.Popen([_find("sshd"), "-D", "-e", "-f", str(folder / "sshd_config")], stderr=log)
    try:
        _wait_for(port, server, folder / "sshd.log")
        trusting = ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "IdentitiesOnly=yes"]
        yield ["ssh", "-q", "-F", "none", "-tt", *trusting, "-i", str(folder / "own"), "-p", str(port), "127.0.0.1"]
    finally:
        server.terminate()
        server.wait()
        log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"sshd does not answer: {log.read_text()}")
