"""Who said what: marks, cues, names, attribution."""

from reader.quotes.find import find_quotes

__all__ = ["find_quotes"]
