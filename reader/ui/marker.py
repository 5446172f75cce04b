"""Selecting text by keyboard, and the marks and notes made of it. Works for the reading screen, which holds both."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reader.layout import view as views
from reader.layout.caret import Motion, Text, by_characters, word_at
from reader.layout.view import View
from reader.model.document import Document
from reader.model.span import Span
from reader.search.anchors import Change
from reader.ui.panes.prompt import Prompt

if TYPE_CHECKING:
    from reader.library.marks import Mark
    from reader.library.placed import PlacedMark
    from reader.ui.screens.reading import ReadingScreen


class MarkChanged(Message):
    """The person marked something, wrote another note about it, or wants it forgotten."""

    def __init__(self, document: Document, mark: Mark, is_kept: bool) -> None:
        super().__init__()
        self.document = document
        self.mark = mark
        self.is_kept = is_kept


class Selecting(NamedTuple):
    """What is selected: from a word, or from nothing, to the caret."""

    origin: Span
    caret: int

    @property
    def span(self) -> Span:
        """All that is selected: the origin, and everything up to the caret."""
        return Span(min(self.origin.start, self.caret), max(self.origin.end, self.caret))


class Marker:
    """Knows the selection's two ends and whose note is being written."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self._selecting: Selecting | None = None
        self._noted: PlacedMark | Span | None = None

    # Selecting

    def begin(self, span: Span | None = None) -> None:
        """Select a span, else the word where the reader is; while selecting, begin anew at the caret."""
        reading = self._reading
        if span is None:
            text = reading.document.text
            place = self._selecting.caret if self._selecting else reading.view.place
            is_behind_word = self._selecting is not None and not text[place : place + 1].strip()
            span = word_at(text, max(0, place - is_behind_word))
        if len(span):
            self._show(Selecting(span, span.end))
        else:
            reading.say("there is nothing to select")

    def move(self, motion: Motion, count: int) -> None:
        """Move the caret, and what is selected with it."""
        selecting = self._selecting
        if selecting is None:
            return
        text = Text(self._reading.document, self._reading.body.page)
        caret = motion(text, selecting.caret, count)
        origin = selecting.origin
        if motion is by_characters:  # so fine a step means the first word, too
            origin = Span(origin.start, origin.start) if selecting.caret >= origin.end else Span(origin.end, origin.end)
        self._show(Selecting(origin, caret))

    def turn(self) -> None:
        """Put the caret at the other end."""
        if self._selecting is not None:
            span, caret = self._selecting.span, self._selecting.caret
            other = span.start if caret == span.end else span.end
            self._show(Selecting(Span(caret, caret), other))

    def leave(self) -> None:
        """Select nothing."""
        self._selecting = None
        self._reading.selection = None

    @property
    def span(self) -> Span:
        """What is selected, without white space at its ends."""
        selected = self._selecting.span if self._selecting is not None else Span(0, 0)
        words = selected.cut(self._reading.document.text)
        start = selected.start + len(words) - len(words.lstrip())
        return Span(start, max(start, selected.end - (len(words) - len(words.rstrip()))))

    def _show(self, selecting: Selecting) -> None:
        self._selecting = selecting
        self._reading.selection = selecting.span
        self._keep_in_sight(selecting.caret - 1 if selecting.caret > selecting.span.start else selecting.caret)

    def _keep_in_sight(self, offset: int) -> None:
        reading = self._reading
        page, height = reading.body.page, reading.body.page_height
        top, line = views.top_line(page, reading.view, height), page.line_at(max(0, offset))
        if not top <= line < top + height:
            shown = page.line_start(line if line < top else line - height + 1)
            reading.view = View(shown, max(shown, min(reading.view.place, offset)))

    # Marks

    def highlight(self) -> None:
        """Mark what is selected; what is marked just so already is marked no longer."""
        span = self.span
        known = self._marked(span)
        self.leave()
        if not len(span):
            self._reading.say("nothing is selected")
        elif known is None:
            self._keep(self._new(span, ""))
            self._reading.say("marked: kept in your library, never in the file")
        else:
            self.forget(known)

    def note(self, known: PlacedMark | None = None) -> None:
        """Ask for a note about what is selected, or about a mark."""
        if known is None:
            span = self.span
            if not len(span):
                self._reading.say("nothing is selected")
                return
            self._noted = self._marked(span) or span
        else:
            self._noted = known
        is_gone = known is not None and known.span is None
        prompt = Prompt("no note: Enter forgets the mark" if is_gone else "your note; Enter keeps it", id="note")
        if not isinstance(self._noted, Span) and self._noted is not None:
            prompt.select_on_focus = False
            prompt.value = self._noted.mark.note
            prompt.cursor_position = len(prompt.value)
        prompt.fit_beside_place(self._reading.size.width)
        self._reading.open_prompt(prompt, self)

    def forget(self, known: PlacedMark) -> None:
        """Forget a mark and its note."""
        reading = self._reading
        reading.marks = tuple(one for one in reading.marks if one.mark.made != known.mark.made)
        reading.post_message(MarkChanged(reading.document, known.mark, is_kept=False))
        reading.say("no longer marked" if not known.mark.note else f"forgotten: {known.mark.note}")

    def show(self, index: int) -> None:
        """Go to a mark and select it, so that what can be done with a selection can be done with it."""
        reading = self._reading
        known = reading.marks[index]
        if known.span is None:
            self.note(known)
            reading.say("these words are gone from the text")
            return
        reading.jump(views.showing(reading.body.page, reading.view, reading.body.page_height, known.span))
        self.begin(known.span)
        reading.say(f"{known.mark.note or 'marked'}: h forgets it, N writes a note, Esc returns")

    def recalled(self, marks: tuple[PlacedMark, ...]) -> None:
        """Take over what was marked before, and say what has become of it in a text that has changed."""
        reading = self._reading
        made = {one.mark.made for one in marks}
        self._take(*marks, *(one for one in reading.marks if one.mark.made not in made))
        words = changed_words(marks)
        if words:
            reading.say(words)

    # What the prompt for a note tells.

    def narrow(self, typed: str) -> None:
        """Do nothing as one types."""

    def finish(self, typed: str) -> None:
        """Keep the note."""
        noted, note, reading = self._noted, " ".join(typed.split()), self._reading
        self._noted = None
        self.leave()
        if isinstance(noted, Span):
            self._keep(self._new(noted, note))
        elif noted is not None and noted.span is None and not note:
            self.forget(noted)
            return
        elif noted is not None:
            self._keep(noted._replace(mark=noted.mark.with_note(note)))
        reading.say("noted: kept in your library, never in the file" if note else "marked, without a note")

    def cancel(self) -> None:
        """Leave the note as it was."""
        self._noted = None

    def _new(self, span: Span, note: str) -> PlacedMark:
        from reader.library.marks import mark_of  # who never marks needs no SQLite
        from reader.library.placed import PlacedMark

        return PlacedMark(mark_of(self._reading.document, self._reading.place_name, span, note), span)

    def _marked(self, span: Span) -> PlacedMark | None:
        return next((one for one in self._reading.marks if one.span == span), None)

    def _keep(self, one: PlacedMark) -> None:
        reading = self._reading
        self._take(*(other for other in reading.marks if other.mark.made != one.mark.made), one)
        reading.post_message(MarkChanged(reading.document, one.mark, is_kept=True))

    def _take(self, *marks: PlacedMark) -> None:
        self._reading.marks = tuple(sorted(marks, key=lambda one: (one.start, one.mark.made)))


def changed_words(marks: tuple[PlacedMark, ...]) -> str:
    """Say what has become of marks in a text that has changed; nothing, where it has not."""
    gone = sum(one.span is None for one in marks)
    changes = Counter(one.change for one in marks if one.span is not None)
    found = changes[Change.MOVED] + changes[Change.ALTERED]
    parts = [f"{found} mark{'s' * (found > 1)} found again by the words"] if found else []
    parts += [f"{gone} mark{'s' * (gone > 1)} no longer in it, but kept"] if gone else []
    return f"the text has changed: {', '.join(parts)}" if parts else ""
