"""Records as JSON that reads well and steers nothing: letters as they are, what a terminal would obey as an escape."""

from __future__ import annotations

import json
import re

from reader.sources.safe import UNSAFE


def to_json(record: object, *, indent: int | None = None) -> str:
    """Write a record as JSON; a path in it means exactly the file, whatever it is called."""
    return UNSAFE.sub(_escape, json.dumps(record, ensure_ascii=False, indent=indent))


def _escape(match: re.Match[str]) -> str:
    # JSON's own line ends; inside its strings they are escaped already.
    return match[0] if match[0] in "\n\t" else f"\\u{ord(match[0]):04x}"
