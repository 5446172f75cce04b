"""Every example of the CommonMark specification parses, and shows what the specification's HTML shows."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from visible import squeeze, visible_text

from reader.parsers import parse
from reader.sources.safe import make_safe
from reader.sources.source import Source

SPECIFICATION = Path(__file__).parents[4] / "shared" / "corpora" / "commonmark.json"
EXAMPLES = json.loads(SPECIFICATION.read_text(encoding="utf-8")) if SPECIFICATION.exists() else []
UNSEEN = re.compile(
    r"<!---?>|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE
)
IMAGE = re.compile(r'<img\b[^>]*\balt="([^"]*)"[^>]*>')
TAG = re.compile(r"""</?[a-zA-Z](?:"[^"]*"|'[^']*'|[^<>"'])*>|</?[a-zA-Z][^<>]*>|<![a-zA-Z][^<>]*>""")


def shown_by(html: str) -> str:
    return squeeze(make_safe(unescape(TAG.sub("", IMAGE.sub(r"\1", UNSEEN.sub("", html))))))


@pytest.mark.skipif(not EXAMPLES, reason="needs ../shared/corpora/commonmark.json")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['example']}")
def test_shows_what_the_specification_shows(example: dict[str, str]) -> None:
    document = parse(Source("example.md", example["markdown"], "markdown"))

    assert shown_by(example["html"]) == visible_text(document)
