"""What each action of the keymap does: functions of the reading screen and a count."""

from __future__ import annotations

from reader.ui.actions import arranging, finding, library, marking, moving, program, selecting, sources
from reader.ui.screens.reading import Run

RUN: dict[str, Run] = {
    **moving.TABLE,
    **finding.TABLE,
    **arranging.TABLE,
    **library.TABLE,
    **marking.TABLE,
    **program.TABLE,
    **selecting.TABLE,
    **sources.TABLE,
}
"""By the action's id."""
