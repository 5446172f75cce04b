"""Every exception of ours. Imports nothing.

ReaderError
├── SourceError    a place that cannot be read: missing, a directory, binary, empty
└── UsageError     a request that makes no sense: an unknown theme, a bad option

A message is one sentence: what failed, on what, what to do.
"""


class ReaderError(Exception):
    """Tell a person in one sentence why their request could not be met."""


class SourceError(ReaderError):
    """Say which place could not be read, and why."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"cannot read {place}: {why}")
        self.place = place
        self.why = why


class UsageError(ReaderError):
    """Say which request makes no sense, and what would."""
