"""Records what Textual writes for a real app, without a terminal: the frames that the painter has to bring across."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.pilot import Pilot


class RecordingDriver(Driver):
    """Keeps every write; an empty string stands for a flush."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self.writes: list[str] = []

    def write(self, data: str) -> None:
        self.writes.append(data)

    def flush(self) -> None:
        self.writes.append("")

    def start_application_mode(self) -> None:
        self.write("\x1b[?1049h\x1b[?25l")
        self.resize(*(self._size or (80, 24)))

    def resize(self, width: int, height: int) -> None:
        """Pretend that the terminal has a new size."""
        size = Size(width, height)
        self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        pass

    def stop_application_mode(self) -> None:
        self.write("\x1b[?1049l")


async def record(app: App[Any], keys: list[str], size: tuple[int, int] = (120, 40)) -> list[str]:
    """Run an app made with RecordingDriver, press keys one by one, and give all that it wrote."""

    async def press(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        pilot.app.exit()

    recorder: list[list[str]] = []

    async def drive(pilot: Pilot[Any]) -> None:
        driver = pilot.app._driver
        assert isinstance(driver, RecordingDriver)
        recorder.append(driver.writes)
        await press(pilot)

    await app.run_async(size=size, auto_pilot=drive)
    return recorder[0]
