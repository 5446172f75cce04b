"""A person's articles in one file: looked up by word, speaker and quotation. Only this package knows SQL."""

from reader.library.store import Library

__all__ = ["Library"]
