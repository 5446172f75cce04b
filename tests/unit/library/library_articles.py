"""Small articles for a library, each as a file or as a document."""

from __future__ import annotations

from pathlib import Path

from reader.model.document import Document
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.sources.source import Source

STORM = """\
---
title: The Ferry Stays in Port
date: 14 March 2025
source: The Skarholm Lantern
---

The ferry stayed in port on Friday, the harbour office said.

## The First Boat

“We have been an island long enough,” said Harbour Master Runa Ålund. “The first boat goes at six.”

Otto Fenwick called the wait “a lesson in tinned fish”.
"""

COUNCIL = """\
---
title: Council Counts Its Chairs
date: 2 May 2025
source: The Gazette
---

The council met without chairs, and the naïve hope for a short evening came true.

“Standing is cheaper than sitting,” said Otto Fenwick. “It is also devastating for the knees.”
"""


def document_of(text: str) -> Document:
    return find_quotes(parse(Source("article.md", text, "markdown")))


def write(folder: Path, **texts: str) -> list[str]:
    """Write articles as files called so, and return their places."""
    places = []
    for name, text in texts.items():
        path = folder / f"{name}.md"
        path.write_text(text, encoding="utf-8")
        places.append(str(path))
    return places
