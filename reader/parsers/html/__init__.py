"""A page of the web: its article, without what stands around it."""

from __future__ import annotations

from reader.parsers.html.parser import parse

__all__ = ["parse"]
