"""All that might steer a terminal, and how formats write it."""

from __future__ import annotations

from xml.sax.saxutils import escape

C0 = "".join(map(chr, (*range(1, 9), *range(11, 13), *range(14, 32))))
C1 = "".join(map(chr, range(0x7F, 0xA0)))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SEPARATORS = "\u2028\u2029"
SEQUENCES = (
    "\x1b]52;c;c3RvbGVu\x07 \x1b]0;stolen\x07 \x1b]8;;http://stolen\x1b\\ \x1bPstolen\x1b\\ \x1b_stolen\x1b\\ "
    "\x1b[7331m \x9b7331m \x9d0;stolen\x9c \x1bc \x1b#8 \x1b(0 \x1b[?1049l \x1b[5i"
)
CODES = f"[red]{SEQUENCES} {C0}{C1}{BIDI}{SEPARATORS}[/]"
"""All that might steer a terminal, in markup of Textual's that would fail if it were read as such."""
LEGAL_IN_XML = f"[red]\x9b7331m \x9d0;stolen\x9c {C1}{BIDI}{SEPARATORS}[/]"
"""What of it XML lets through."""
AS_ENTITIES = "&#27;]0;stolen&#7; &#x1b;[7331m &#x9b;7331m &#x202e; &#8238; &#127; &#x85; &#55296; &Tab; &lrm; &rlm;"
QUOTED = "“We go at six {0},” said Ada {0} Low."
IN_XML = f"{escape(LEGAL_IN_XML)} &#27; &#55296; &#x202e;"
"""With what it does not."""
