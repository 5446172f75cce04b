"""Every exception of ours. Imports nothing.

ReaderError
├── SourceError    a place that cannot be read: missing, a directory, binary, empty
├── UsageError     a request that makes no sense: an unknown theme, a bad option
└── LibraryError   a library that cannot be opened, read or written
    ├── NoLibraryError        there is none yet
    └── DamagedLibraryError   its file is not what was written: it can be set aside and rebuilt

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


class LibraryError(ReaderError):
    """Say what the library could not do, and why."""


class NoLibraryError(LibraryError):
    """Say that there is no library to look in, and how to make one."""


class DamagedLibraryError(LibraryError):
    """Say that a library's file is damaged; `reader.library.recover` sets it aside and rebuilds it."""
