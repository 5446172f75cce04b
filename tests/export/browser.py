"""A real browser, asked over the wire of WebDriver: Chromium through its chromedriver, without another package."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHROMEDRIVER = shutil.which("chromedriver")
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"
).split()
_TAB = "\ue004"


class Browser:
    """One window of Chromium."""

    def __init__(self, address: str, session: str) -> None:
        self._session = f"{address}/session/{session}"

    def open(self, page: Path, columns: int, rows: int, *, is_dark: bool = False) -> None:
        """Open a file in a window of so many pixels."""
        screen = {"width": columns, "height": rows, "deviceScaleFactor": 1, "mobile": columns < 600}
        self._devtools("Emulation.setDeviceMetricsOverride", screen)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self._devtools("Emulation.setEmulatedMedia", {"features": [scheme]})
        self._post("url", {"url": page.as_uri()})

    def run(self, script: str, *arguments: object) -> Any:
        """Run a function's body in the page."""
        return self._post("execute/sync", {"script": script, "args": arguments})

    def press_tab(self) -> None:
        """Press Tab."""
        keys = [{"type": kind, "value": _TAB} for kind in ("keyDown", "keyUp")]
        self._post("actions", {"actions": [{"type": "key", "id": "keyboard", "actions": keys}]})

    def picture(self) -> bytes:
        """Return the window as PNG."""
        return base64.b64decode(ask(f"{self._session}/screenshot"))

    def console(self) -> list[str]:
        """Return what the browser complained of."""
        return [entry["message"] for entry in self._post("se/log", {"type": "browser"})]

    def _devtools(self, command: str, parameters: dict[str, Any]) -> Any:
        return self._post("goog/cdp/execute", {"cmd": command, "params": parameters})

    def _post(self, what: str, body: dict[str, Any]) -> Any:
        return ask(f"{self._session}/{what}", body)


def ask(url: str, body: dict[str, Any] | None = None, method: str | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["value"]


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """Start a browser with a profile of its own, and end it."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    driver = subprocess.Popen([str(CHROMEDRIVER), f"--port={port}", "--silent"], stdout=subprocess.DEVNULL)
    options = {"binary": CHROMIUM, "args": [*_FLAGS, f"--user-data-dir={folder / 'profile'}"]}
    wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
    try:
        _wait_for(address)
        session = ask(f"{address}/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        try:
            yield Browser(address, session)
        finally:
            ask(f"{address}/session/{session}", method="DELETE")
    finally:
        driver.terminate()
        driver.wait(10)


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            if ask(f"{address}/status")["ready"]:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("chromedriver does not answer")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
