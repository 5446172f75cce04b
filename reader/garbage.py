"""When Python may look for garbage. Reading makes objects by the hundred thousand, and none of them is any."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the collector off the objects made meanwhile; a megabyte of short paragraphs takes half the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()  # and the parser itself, which is garbage now, goes with the next object made
