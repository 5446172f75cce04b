"""What a start imports before its first page; whatever it need not wait for comes after."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from .terminal import terminal

# A module that joins these makes every start longer: about half a millisecond for a small one.
BEFORE_THE_FIRST_PAGE = """
reader
errors garbage navigation paths patterns reading resources values
cli cli.arguments cli.commands cli.commands.open cli.diagnostics cli.main cli.output cli.places cli.samples
layout layout.cells layout.page layout.ranges layout.runs layout.table layout.view layout.wrap
model model.blocks model.builder model.document model.inlines model.metadata model.sections model.sourcemap model.span
parsers parsers.parts parsers.plain parsers.plain.divide parsers.plain.front parsers.plain.frontmatter
parsers.plain.headings parsers.plain.items parsers.plain.lines parsers.plain.paragraphs parsers.plain.parser
parsers.plain.preformatted parsers.plain.shape parsers.plain.turns parsers.plain.words parsers.plain.writer
settings settings.settings
sources sources.decode sources.fetch sources.files sources.folder sources.formats sources.load sources.safe
sources.sniff sources.source
terminal terminal.ansi terminal.capabilities terminal.colours terminal.diff terminal.driver terminal.moves
terminal.pacing terminal.painter terminal.pen terminal.replies terminal.screen terminal.scroll terminal.style
ui ui.app ui.edition ui.folding ui.highlights ui.history ui.jumps ui.keymap ui.keys ui.memory ui.painter ui.panes
ui.panes.body ui.panes.header ui.panes.status ui.place ui.screens ui.screens.reading ui.signs ui.theming
ui.whereabouts
"""
AFTER_IT = {"sqlite3", "argparse", "json", "tomllib", "urllib.request", "ssl", "_ssl", "markdown_it", "lxml"}

_SCRIPT = """
import os, sys
import sys
from pathlib import Path
from reader.terminal.painter import Painter
paint = Painter.paint
def paint_first(self):
    data = paint(self)
    if "Ferry" in "".join(cell.glyph for row in self._shown.rows for cell in row):
        Path(sys.argv[2] + ".part").write_text(" ".join(sys.modules))
        os.rename(sys.argv[2] + ".part", sys.argv[2])
        os._exit(0)
    return data
Painter.paint = paint_first
from reader.cli.main import main
main(sys.argv[1:2])
"""


def test_nothing_is_imported_that_the_first_page_can_do_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("PULLQUOTE_")]:
        monkeypatch.delenv(name)  # who sets something pays for reading the table of settings
    article, listed, script = tmp_path / "ferry.txt", tmp_path / "modules", tmp_path / "start.py"
    article.write_text("Ferry to Run Again\n\n" + "The ferry will run again from Monday. " * 9, encoding="utf-8")
    script.write_text(_SCRIPT)
    own = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with terminal([str(article), str(listed)], (100, 30), program=[sys.executable, str(script)], **own) as seen:
        seen.wait_for_end()
    modules = set(listed.read_text().split())

    known = {f"reader.{name}" for name in BEFORE_THE_FIRST_PAGE.split()} | {"reader"}
    ours = {name for name in modules if name.partition(".")[0] == "reader"}
    assert (set(), set()) == (ours - known, modules & AFTER_IT)
