"""What the terminal shows after the painter is, cell by cell and style by style, the frame that was meant."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.terminal.capabilities import Capabilities
from reader.terminal.painter import SYNC_START, Painter
from tests.terminal.driver.emulator import Emulator, Glyph, Look
from tests.terminal.driver.frames import Size, frames, full_frames, odd_words, panes, piece, sizes, words

ENTER, LEAVE = "\x1b[?1049h\x1b[?7l", "\x1b[?1049l"
LEFTOVER = Glyph("#", Look("31", "41", frozenset({4})))

all_capabilities = st.builds(Capabilities, *([st.booleans()] * 5))


class Pair:
    """A terminal that gets all that Textual writes, and one that gets what the painter makes of it."""

    def __init__(self, size: Size, capabilities: Capabilities, **quirks: Any) -> None:
        self.painter = Painter(capabilities, size.width, size.height)
        bce = capabilities.erases_to_background
        self.plain = Emulator(size.width, size.height)
        self.thrifty = Emulator(size.width, size.height, margins=capabilities.margins, bce=bce, **quirks)
        self.write(ENTER)

    def write(self, data: str) -> None:
        self.plain.feed(data)
        self.thrifty.feed(self.painter.feed(data))

    def show(self, frame: str) -> None:
        self.write(frame)
        self.thrifty.feed(self.painter.paint())

    def resize(self, size: Size) -> None:
        for terminal in (self.plain, self.thrifty):
            terminal.resize(size.width, size.height, LEFTOVER)
        self.painter.resize(size.width, size.height)

    @property
    def equal(self) -> bool:
        return self.plain.seen() == self.thrifty.seen()


@settings(deadline=None)  # a busy machine is no error
@given(st.data(), sizes, all_capabilities)
def test_every_frame_is_shown_as_it_was_meant(data: st.DataObject, size: Size, capabilities: Capabilities) -> None:
    """Random pieces anywhere, wide characters among them."""
    pair = Pair(size, capabilities)

    for _ in range(4):
        pair.show(data.draw(frames(size)))
        assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), sizes, all_capabilities)
def test_doubtful_glyphs_are_shown_as_they_were_meant(
    data: st.DataObject, size: Size, capabilities: Capabilities
) -> None:
    """Combining marks, emoji, joiners, soft hyphens, right-to-left letters."""
    pair = Pair(size, capabilities)

    for _ in range(4):
        pair.show(data.draw(frames(size, odd_words)))
        assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), st.builds(Size, st.integers(8, 60), st.integers(6, 24)), all_capabilities)
def test_scrolled_panes_are_shown_as_they_were_meant(
    data: st.DataObject, size: Size, capabilities: Capabilities
) -> None:
    """Panes side by side scroll alone and together, by any number of rows."""
    pair = Pair(size, capabilities)
    columns = data.draw(panes(size))
    firsts = [0] * len(columns)

    for _ in range(5):
        moved = data.draw(st.integers(0, len(columns) - 1))
        firsts[moved] += data.draw(st.integers(-4, 4))
        firsts[0] += data.draw(st.integers(0, 1))
        pair.show("".join(pane.frame(first) for pane, first in zip(columns, firsts, strict=True)))
        assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), sizes, sizes, all_capabilities)
def test_a_resize_leaves_nothing_of_the_old_screen(
    data: st.DataObject, before: Size, after: Size, capabilities: Capabilities
) -> None:
    pair = Pair(before, capabilities)
    pair.show(data.draw(full_frames(before)))

    pair.resize(after)
    pair.show(data.draw(full_frames(after)))

    assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), sizes, all_capabilities)
def test_coming_back_to_the_alternate_screen_starts_anew(
    data: st.DataObject, size: Size, capabilities: Capabilities
) -> None:
    """As after ctrl+z and fg."""
    pair = Pair(size, capabilities)
    pair.show(data.draw(full_frames(size)))

    pair.write(LEAVE)
    pair.write(ENTER)
    pair.show(data.draw(full_frames(size)))

    assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), sizes, all_capabilities)
def test_after_a_sequence_that_is_not_understood_all_is_painted_anew(
    data: st.DataObject, size: Size, capabilities: Capabilities
) -> None:
    pair = Pair(size, capabilities)
    pair.show(data.draw(full_frames(size)))

    pair.write("\x1b[2J\x1b[41mstray\x1b[m")
    pair.show(data.draw(full_frames(size)))

    assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), sizes, all_capabilities)
def test_frames_that_were_skipped_leave_no_trace(data: st.DataObject, size: Size, capabilities: Capabilities) -> None:
    """On a slow line only some frames are painted; the last one is."""
    pair = Pair(size, capabilities)

    for _ in range(3):
        pair.write(data.draw(frames(size)))
        pair.write(data.draw(frames(size)))
        pair.show(data.draw(frames(size)))
        assert pair.plain.seen() == pair.thrifty.seen()


@settings(deadline=None)
@given(st.data(), sizes)
def test_narrow_emoji_leave_the_rest_of_a_row_in_its_place(data: st.DataObject, size: Size) -> None:
    """A terminal that takes an emoji for one cell shows every other glyph in its column, and nothing old beside it."""
    pair = Pair(size, Capabilities(erases_to_background=True), narrow_emoji=True)

    for _ in range(3):
        pair.show(data.draw(frames(size, st.one_of(words, st.just("😀"), st.just("⚠\ufe0f")))))
        for meant, shown in zip(pair.plain.seen(), pair.thrifty.seen(), strict=True):
            assert [glyph for glyph in meant if _is_plain(glyph)] == [
                there for glyph, there in zip(meant, shown, strict=True) if _is_plain(glyph)
            ]


def _is_plain(glyph: Glyph) -> bool:
    return glyph.text not in ("", "😀", "⚠\ufe0f")


def test_an_accent_joins_a_letter_of_another_style() -> None:
    """As where a search match ends between the two."""
    pair = Pair(Size(20, 3), Capabilities())

    pair.show("\x1b[2;3H\x1b[1me\x1b[0m\u0301x\x1b[1;1H")

    assert pair.plain.seen() == pair.thrifty.seen()


def test_nothing_is_sent_when_nothing_changed() -> None:
    pair = Pair(Size(20, 3), Capabilities())
    frame = piece(1, 2, [("words", "1")], 18)
    pair.show(frame)

    pair.write(frame)

    assert pair.painter.paint() == ""


def test_what_paints_nothing_is_passed_on_unchanged() -> None:
    """Bell, title, clipboard, pointer, modes, the keyboard protocol."""
    painter = Painter(Capabilities(), 20, 3)
    painter.feed(ENTER)
    controls = "\x07\x1b]0;title\x07\x1b]52;c;d29yZHM=\x1b\\\x1b]22;text\x07\x1b[?1000h\x1b[>25u\x1b[?2048$p\x1b[2 q"

    assert controls == painter.feed(controls)


def test_before_the_alternate_screen_nothing_is_held_back() -> None:
    painter = Painter(Capabilities(), 20, 3)

    assert "\x1b[1;1Hwords" == painter.feed("\x1b[1;1Hwords")


def test_margins_are_switched_off_on_leaving() -> None:
    pair = Pair(Size(30, 12), Capabilities(scrolls=True, margins=True))
    rows = [f"{n * 7919:08} {n * 104729:08}" for n in range(30)]
    pair.show("".join(piece(y, 0, [(f"{y * 99991:09}", "")], 10) for y in range(12)))
    for first in (0, 1):
        pair.show("".join(piece(y, 10, [(rows[first + y], "")], 17) for y in range(12)))
    assert 69 in pair.thrifty.modes

    pair.write(LEAVE)

    assert 69 not in pair.thrifty.modes


def test_one_pane_scrolls_by_margins_in_few_bytes() -> None:
    pair = Pair(Size(80, 24), Capabilities(scrolls=True, margins=True))
    rows = [f"{n * 7919:08} {n * 104729:08}" for n in range(60)]
    frames_of = ["".join(piece(y, 30, [(rows[first + y], "")], 20) for y in range(22)) for first in (0, 1)]
    pair.show(frames_of[0])

    pair.painter.feed(frames_of[1])

    assert len(pair.painter.paint()) < 80


def test_a_long_frame_is_synchronised_once_textual_has_found_that_it_can_be() -> None:
    painter = Painter(Capabilities(), 200, 50)
    painter.feed(ENTER)
    for data in (SYNC_START, *(piece(y, 0, [(f"{y}words" * 30, "1")], 200) for y in range(50))):
        painter.feed(data)

    assert painter.paint().startswith(SYNC_START)
