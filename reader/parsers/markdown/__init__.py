"""Markdown: CommonMark with tables, strikethrough, footnotes and front matter."""
