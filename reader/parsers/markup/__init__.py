"""Markup of the HTML family, read into a document: one room for pages, books, mail and office files alike."""

from __future__ import annotations

from reader.parsers.markup.read import Written, read_markup
from reader.parsers.markup.tree import Element, parse_tree

__all__ = ["Element", "Written", "parse_tree", "read_markup"]
