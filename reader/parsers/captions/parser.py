"""Captions to a document: turns where voices are named, paragraphs where they are not."""

from __future__ import annotations

from reader.errors import SourceError
from reader.model.blocks import BlockKind
from reader.model.builder import DocumentBuilder
from reader.model.document import Document
from reader.model.metadata import Metadata
from reader.model.span import Span
from reader.parsers.captions.cues import read_cues
from reader.parsers.captions.speech import Line, read_speech
from reader.sources.source import Source

_PAUSE_SECONDS = 4.0
_LONG_PARAGRAPH = 500
_SENTENCE_ENDS = (".", "!", "?", "…", ".”", "!”", "?”", '."', '!"', '?"', "。", "！", "？")
# From here on the scripts that write without spaces.
_FIRST_WIDE = "\u2e80"


def parse(source: Source) -> Document:
    """Parse SRT or WebVTT; raises `SourceError` when nothing is said in it."""
    title, cues = read_cues(source.text)
    lines = read_speech(cues)
    writer = _Writer()
    if title:
        writer.write_title(title)
    for line in lines:
        writer.write(line)
    writer.end_turn()
    extra = (("duration", _clock(max(cue.end for cue in cues))),) if cues else ()
    if not lines:
        raise SourceError(source.place, "there are no captions in it")
    return writer.builder.build(Metadata(title=title, extra=extra), format="captions")


class _Writer:
    """Joins lines to paragraphs and paragraphs to turns."""

    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self._label: Span | None = None
        self._voice = ""
        self._is_open = False
        self._length = 0
        self._last = ""
        self._end = 0.0

    def write_title(self, title: str) -> None:
        """Write the title."""
        self.builder.open(BlockKind.TITLE)
        self.builder.add(title)
        self.builder.close()

    def write(self, line: Line) -> None:
        """Write a line: to the voice that speaks, or as another's."""
        if line.voice and line.voice != self._voice:
            self._begin_turn(line.voice, line.start)
        elif line.voice == "":
            self.end_turn()
        elif self._is_open and self._is_apart(line):
            self._end_paragraph()
        if not line.text:
            return
        self._begin_words(line)
        self.builder.add(line.text, line.source_offset)
        self._length += len(line.text)
        self._last, self._end = line.text, line.end

    def end_turn(self) -> None:
        """End what the voice says."""
        self._end_paragraph()
        if self._label is not None:
            self.builder.close(label=self._label)
        self._label, self._voice = None, ""

    def _begin_turn(self, voice: str, start: float) -> None:
        self.end_turn()
        self.builder.break_block()
        self.builder.open(BlockKind.TURN)
        label = self.builder.add(f"[{_clock(start)}] {voice}:")
        self._label = Span(label.start, self.builder.add(" ").end)
        self._voice = voice

    def _begin_words(self, line: Line) -> None:
        if self._is_open:
            is_wide = self._last[-1:] >= _FIRST_WIDE and line.text[0] >= _FIRST_WIDE
            self.builder.add("" if is_wide else " ")
            return
        if self._label is None or self.builder.offset > self._label.end:
            self.builder.break_block()
        self.builder.open(BlockKind.PARAGRAPH)
        self._is_open = True

    def _is_apart(self, line: Line) -> bool:
        """Tell whether a paragraph ends before the line: after a pause, or when it is long and a sentence ends."""
        is_long = self._length > _LONG_PARAGRAPH and self._last.endswith(_SENTENCE_ENDS)
        return is_long or line.start - self._end > _PAUSE_SECONDS

    def _end_paragraph(self) -> None:
        if self._is_open:
            self.builder.close()
        self._is_open, self._length = False, 0


def _clock(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
