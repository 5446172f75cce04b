"""A document of which more becomes known while it is read out: a part of the text, all of it, its quotes."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread

from reader.cli.linear.printed import Printed
from reader.errors import ReaderError
from reader.model.document import Document
from reader.reading import Opening

_Stage = tuple[Document, bool] | Exception


class Unfolding:
    """What is known so far, printed; of a long text the rest is read while the person reads on."""

    def __init__(self, opening: Opening, width: int) -> None:
        self.printed = Printed(opening.first, width)
        self.has_text = opening.rest is None
        self.has_quotes = opening.has_quotes
        self._width = width
        self._stages: SimpleQueue[_Stage] = SimpleQueue()
        if not self.has_quotes:
            Thread(target=self._read_on, args=(opening,), name="reading", daemon=True).start()

    def wait_for_text(self) -> None:
        """Wait until all of the text is known; raises `SourceError` when the file has gone meanwhile."""
        while not self.has_text:
            self._take()

    def wait_for_quotes(self) -> None:
        """Wait until the quotes are known; raises as above."""
        while not self.has_quotes:
            self._take()

    def _read_on(self, opening: Opening) -> None:
        try:
            for stage in opening.stages():
                self._stages.put(stage)
        except Exception as error:  # it is raised where somebody waits
            self._stages.put(error)

    def _take(self) -> None:
        stage = self._stages.get()
        if isinstance(stage, Exception):
            self.has_text = self.has_quotes = True  # as much as will ever be
            if isinstance(stage, ReaderError):
                raise stage
            raise RuntimeError("reading on failed") from stage
        document, self.has_quotes = stage
        self.has_text = True
        self.printed = self.printed.knowing(document, self._width)
