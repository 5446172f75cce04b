"""The front matter of a Markdown file: plain `key: value` YAML or `key = value` TOML, no more of either."""

from __future__ import annotations

import re

from reader.model.metadata import Metadata

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)")
_PAIR = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,60}?)\s*[:=](?:\s+(?P<value>.*)|)$")
_FIELDS = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "by": "byline",
    "date": "date",
    "published": "date",
    "pubdate": "date",
    "source": "source",
    "publisher": "source",
    "publication": "source",
    "site": "source",
}
_BLOCK_SCALARS = frozenset({"|", ">", "|-", ">-", "|+", ">+"})
_LONGEST = 20_000


def split_front_matter(text: str) -> tuple[Metadata, int]:
    """Read the front matter and say where the text behind it starts: 0 when there is none."""
    match = _FENCED.match(text[:_LONGEST]) if text.startswith(("---", "+++")) else None
    pairs = _read_pairs(match["body"].split("\n")) if match else None
    if not match or not pairs:
        return Metadata(), 0
    return _metadata(pairs), match.end()


def _read_pairs(lines: list[str]) -> list[tuple[str, str]] | None:
    """Read the lines; None when one of them is no front matter, as behind a rule that only looks like its fence."""
    pairs: list[tuple[str, list[str]]] = []
    for line in lines:
        bare = line.strip()
        if not bare or bare.startswith(("#", "[[")) or (bare.startswith("[") and bare.endswith("]") and not pairs):
            continue
        match = _PAIR.match(line)
        if match:
            pairs.append((match["key"].strip().lower(), _values(match["value"] or "")))
        elif pairs and (line[0].isspace() or bare.startswith(("- ", "]", "[", "}"))):
            pairs[-1][1].extend(_values(bare.removeprefix("- ")))
        else:
            return None
    return [(key, ", ".join(values)) for key, values in pairs]


def _values(written: str) -> list[str]:
    """Read one value, or the several of a list in brackets."""
    written = written.strip()
    if not written or written in _BLOCK_SCALARS:
        return []
    if written.startswith("[") and written.endswith("]"):
        return [value for part in written[1:-1].split(",") for value in _values(part)]
    return [_unquote(written)]


def _unquote(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.partition(" #")[0].rstrip()


def _metadata(pairs: list[tuple[str, str]]) -> Metadata:
    fields: dict[str, str] = {}
    extra = []
    for key, value in pairs:
        field = _FIELDS.get(key)
        if field and field not in fields:
            fields[field] = value
        else:
            extra.append((key, value))
    return Metadata(**fields, extra=tuple(extra))
