"""How far pullquote lags behind a key on a slow line, beside less: `python benchmarks/tty/slow.py`.

A real sshd on the loopback, behind a proxy that adds 150 ms round trip and lets 64 kbit/s through. It needs sshd, ssh
and `../shared/tools/tty`; where one is missing nothing is measured, and that is said.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import nan
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ROOT.parent / "shared" / "tools" / "tty"
SSHD = shutil.which("sshd", path="/usr/sbin:/usr/bin:/sbin") or ""
SETTLE = ["--warmup", "0", "--quiet", "0.6", "--settle-quiet", "1.5"]
HELD = "line:j*4 page:f*4 home:g held:j*30@30"
PROGRAMS = {
    "less": (["less"], [], HELD),
    "pullquote, margins": ([sys.executable, "-m", "reader"], [], "wait:10 " + HELD),
    "pullquote, no margins": ([sys.executable, "-m", "reader"], ["--no-margins"], "wait:10 " + HELD),
}


def main() -> int:
    missing = [name for name, there in _needs().items() if not there]
    if missing:
        print(f"the slow line needs {', '.join(missing)}, and that is not here: nothing was measured")
        return 0
    with tempfile.TemporaryDirectory() as folder, _slow_line(Path(folder)) as ssh:
        subprocess.run([sys.executable, TOOLS / "docs.py", folder], check=True, stdout=subprocess.DEVNULL)
        document = Path(folder, "doc1m.md")
        figures = {name: _measure(ssh, document, *how) for name, how in PROGRAMS.items()}
    page = figures["less"]["page"]
    print("a 1 MB book over ssh, 150 ms round trip, 64 kbit/s; milliseconds\n")
    print(f"{'':<24}{'line':>8}{'page':>8}{'× less':>8}{'a key held for a second lags':>32}")
    for name, of in figures.items():
        print(f"{name:<24}{of['line']:>8,.0f}{of['page']:>8,.0f}{of['page'] / page:>8.2f}{of['held']:>32,.0f}")
    ours = [of for name, of in figures.items() if name != "less"]
    return int(any(of["page"] > 1.3 * page or of["held"] > 2000 for of in ours))


def _needs() -> dict[str, bool]:
    return {"sshd": bool(SSHD), "ssh": bool(shutil.which("ssh")), str(TOOLS): TOOLS.exists()}


def _measure(ssh: list[str], document: Path, command: list[str], options: list[str], keys: str) -> dict[str, float]:
    report = document.with_suffix(".json")
    remote = " ".join(["cd", str(ROOT), "&&", *command, str(document)])
    meter = [sys.executable, TOOLS / "ttymeter.py", *SETTLE, *options, "--expect", "Opening", "--keys", keys]
    subprocess.run([*meter, "--json", report, "--", *ssh, remote], stdout=subprocess.DEVNULL)
    groups = json.loads(report.read_text())["contenders"]["A"]["summary"]["groups"]
    # A group that changed nothing, as “home” at the top, has no latency.
    return {key: group.get("latency_median", nan) for key, group in groups.items()}


@contextmanager
def _slow_line(folder: Path) -> Iterator[list[str]]:
    """Start an sshd of our own and the proxy before it; give the command that goes through both."""
    for key in ("host", "own"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / key], check=True)
    if os.geteuid() == 0:  # Debian's sshd wants an empty folder to lock its unprivileged half into
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    near, far = _free_port(), _free_port()
    settings = ["UsePAM no", "StrictModes no", "PidFile none", "ListenAddress 127.0.0.1", f"Port {far}"]
    settings += [f"HostKey {folder}/host", f"AuthorizedKeysFile {folder}/own.pub", "AcceptEnv COLORTERM LANG"]
    (folder / "sshd_config").write_text("\n".join(settings) + "\n")
    sshd = subprocess.Popen([SSHD, "-D", "-f", folder / "sshd_config"])
    link = [sys.executable, TOOLS / "linkproxy.py", str(near), str(far), "--rtt-ms", "150", "--kbit", "64"]
    proxy = subprocess.Popen(link, stdout=subprocess.DEVNULL)
    try:
        _wait_for(far)
        _wait_for(near)
        trusting = ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
        environ = ["-o", "SendEnv=COLORTERM LANG"]
        yield ["ssh", "-q", "-tt", *trusting, *environ, "-i", str(folder / "own"), "-p", str(near), "127.0.0.1"]
    finally:
        proxy.terminate()
        sshd.terminate()
        proxy.wait()
        sshd.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")


if __name__ == "__main__":
    sys.exit(main())
