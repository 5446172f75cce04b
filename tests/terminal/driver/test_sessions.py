"""Real Textual sessions through the painter: after every frame the terminal shows what Textual meant."""

from __future__ import annotations

import pytest

from reader.terminal.capabilities import Capabilities
from tests.terminal.driver.recording import RecordingDriver, record
from tests.terminal.driver.sample_app import SampleApp
from tests.terminal.driver.test_painter import Pair, Size

SESSIONS = {
    "reading": "j j j j k k f f f k j",
    "side panes": "tab down down down up tab tab j",
    "a dialog": "j o x j",
    "themes": "j d j f d",
    "typing": "tab tab tab tab s t o r m left left é backspace",
    "a bell": "b j b",
}
TERMINALS = {
    "plain": Capabilities(),
    "without margins": Capabilities(erases_to_background=True, scrolls=True),
    "with margins": Capabilities(erases_to_background=True, scrolls=True, margins=True),
    "with everything": Capabilities(*[True] * 5),
}

_recorded: dict[tuple[str, Size], list[str]] = {}


async def _session(keys: str, size: Size) -> list[str]:
    if (keys, size) not in _recorded:
        app = SampleApp(driver_class=RecordingDriver)
        _recorded[keys, size] = await record(app, keys.split(), (size.width, size.height))
    return _recorded[keys, size]


@pytest.mark.parametrize("capabilities", TERMINALS.values(), ids=TERMINALS)
@pytest.mark.parametrize("size", [Size(120, 40), Size(76, 20)], ids=str)
@pytest.mark.parametrize("keys", SESSIONS.values(), ids=SESSIONS)
async def test_a_session_is_shown_as_it_was_meant(keys: str, size: Size, capabilities: Capabilities) -> None:
    pair = Pair(size, capabilities)

    for write in await _session(keys, size):
        if write:
            pair.write(write)
        else:
            pair.thrifty.feed(pair.painter.paint())
            assert pair.plain.seen() == pair.thrifty.seen()


async def test_a_session_costs_a_quarter_of_what_textual_writes() -> None:
    """With margins, lists moving too; a page is mostly new text."""
    writes = await _session("j j j j f j j j tab down down", Size(120, 40))
    pair = Pair(Size(120, 40), TERMINALS["with margins"])
    sent = 0
    for write in writes:
        sent += len(pair.painter.feed(write) if write else pair.painter.paint())

    assert sent < sum(map(len, writes)) / 4
