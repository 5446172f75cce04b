"""A Textual driver for thin lines. Knows the terminal's file and the threads; what to send is the painter's affair.

    App(driver_class=ThriftyDriver)

It takes the frames that Textual paints, and sends what changed, and sends a new frame only when the terminal has read
the last one. It works wherever Textual's own driver for Linux and macOS does.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import selectors
import shutil
import sys
import threading
import time
from codecs import getincrementaldecoder
from typing import Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from reader.terminal.capabilities import capabilities_of
from reader.terminal.pacing import Pacer
from reader.terminal.painter import Painter
from reader.terminal.replies import MARGINS_QUERY, ReplyFilter

_KEY_SECONDS = 0.1  # as Textual waits, to tell the Escape key from the beginning of a sequence
_FAREWELL_SECONDS = 1.0


class ThriftyDriver(LinuxDriver):
    """Sends the difference between what the terminal shows and the frame that Textual means.

    All painting is done in the loop's thread. There is no lock, because a signal may suspend the program anywhere, and
    suspending waits for the input thread.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._loop_thread = threading.get_ident()
        self._painter = Painter(capabilities_of(os.environ), *_terminal_size())
        self._pacer = Pacer()
        self._timer: asyncio.TimerHandle | None = None
        self._all_answered = threading.Event()

    def write(self, data: str) -> None:
        """Take a write of Textual's: frames are kept for `flush`, anything else goes on at once."""
        if threading.get_ident() != self._loop_thread:
            self._loop.call_soon_threadsafe(self.write, data)
            return
        self._follow_size()
        self._send(self._painter.feed(data))

    def flush(self) -> None:
        """Send the frame that was written last, or keep it until the terminal has read the one before."""
        if threading.get_ident() != self._loop_thread or not self._painter.pending:
            return
        wait = self._pacer.wait_seconds(time.monotonic())
        if not wait:
            self._send_frame()
        elif self._timer is None:
            self._timer = self._loop.call_later(wait, self._resume)

    def _follow_size(self) -> None:
        size = _terminal_size()
        if size != self._painter.size:
            self._painter.resize(*size)

    def _send_frame(self) -> None:
        self._follow_size()
        painter = self._painter
        frame = painter.paint()
        if frame and painter is self._painter:  # else a signal came meanwhile, and the terminal was left and entered
            fence = self._pacer.fence(len(frame), time.monotonic())
            if fence:
                self._all_answered.clear()
            self._send(frame + fence)

    def _send(self, data: str) -> None:
        # The writer ends with an error when the line is dropped; its queue would fill, and leaving wait for ever.
        if data and self._writer_thread is not None and self._writer_thread.is_alive():
            super().write(data)

    def close(self) -> None:
        """End the writer, if a dropped line has not ended it."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().close()

    def _resume(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._writer_thread is not None:
            self.flush()

    def start_application_mode(self) -> None:
        """Start with nothing known of the terminal, and ask whether it has margins."""
        self._pacer = Pacer()
        self._painter = Painter(capabilities_of(os.environ), *_terminal_size())
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Apple's Terminal would show the query's “p”.
        if self.input_tty and os.environ.get("TERM_PROGRAM") != "Apple_Terminal" and self._writer_thread is not None:
            self.write(MARGINS_QUERY)

    def stop_application_mode(self) -> None:
        """Wait for the answers that are on their way, lest they land in the shell, and leave."""
        if self._pacer.waiting:
            self._all_answered.wait(_FAREWELL_SECONDS)
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        """Read keys as Textual's driver does, and take our own answers out of them."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        replies = ReplyFilter()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_KEY_SECONDS):
                    data = _read(self.fileno)
                    if not data:
                        break
                    keys = self._without_replies(replies, decode(data))
                else:
                    keys = replies.release()
                self._process(parser, keys)
        with contextlib.suppress(EOFError, ParseError):
            list(parser.feed(""))

    def _process(self, parser: XTermParser, keys: str) -> None:
        if keys:  # an empty string would end the parser
            for event in parser.feed(keys):
                self.process_message(event)
        for event in parser.tick():
            self.process_message(event)

    def _without_replies(self, replies: ReplyFilter, data: str) -> str:
        found = replies.feed(data, expecting=self._pacer.expecting)
        if found.margins:
            self._painter.capabilities = self._painter.capabilities.with_margins()
        for _ in range(found.answers):
            self._pacer.answered()
        if found.answers:
            if not self._pacer.expecting:
                self._all_answered.set()
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._resume)
        return found.keys


def _read(fileno: int) -> bytes:
    try:
        return os.read(fileno, 4096)
    except OSError:  # the line was dropped; SIGHUP says so too
        return b""


def _terminal_size() -> tuple[int, int]:
    try:
        return os.get_terminal_size(sys.__stderr__.fileno() if sys.__stderr__ else -1)
    except (OSError, ValueError):
        return shutil.get_terminal_size()
