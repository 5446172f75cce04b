"""All of a page, for those who miss something in the article."""

from __future__ import annotations

from reader.parsers.html.parser import parse_page as parse

__all__ = ["parse"]
