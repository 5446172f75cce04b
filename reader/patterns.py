"""Regular expressions made when they are first asked. Making one takes up to 1.4 ms, and a start needs few of many."""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, method)  # from now on it is found without coming here
        return method


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give what behaves as `re.compile` of the same does, but makes the pattern when one of its methods is called."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
