"""Texts of every shape for the properties: lines that look like something, and lines that look like nothing."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = "The harbour of Varnholm was quiet when the boats came in and nobody spoke of the lamp again".split()
PLAIN_LINES = [
    "",
    "   ",
    "Quick Takes",
    "THE HARBOUR",
    "What comes next?",
    "CHAPTER I.",
    "Chapter 2: The Key",
    "PART TWO",
    "II",
    "By Jane Doe",
    "March 26, 2025",
    "WARSAW, March 26 (Reuters) – The ministers met.",
    "FOR IMMEDIATE RELEASE",
    "Title: The Weir",
    "  • one",
    "- two",
    "    - three",
    "1. first",
    "2. second",
    "(a) third",
    "– Who is there?",
    "Q: Why?",
    "A: Because.",
    "JANE DOE: Good evening.",
    "Ruth Adeyemi: I agree.",
    "> quoted",
    ">> twice",
    ">",
    "=====",
    "-----------",
    "* * *",
    "| a | b |",
    "|---|---|",
    "Boat    Fish   Hours",
    "Aurora   120      14",
    "    x = load(1)",
    "        deep prose that goes on for a while, as prose in a letter does when",
    "Dear Editor,",
    "“Who goes there?”",
    "A boat. (Photo: Courier)",
    "\tindented by a tab",
    "trailing   ",
    "one\ttab",
    "The tide goes out, the tide comes in,",
    "the boats came in late and brought less than they had the week before, and the",
    " ".join(WORDS * 9) + ".",
]
MARKDOWN_LINES = [
    *PLAIN_LINES,
    "# Title",
    "## Section *one*",
    "**strong *nested* text** and `code`",
    "[link](http://example.org/a(b) 'x') and ![image](y.png)",
    "[link][ref] and [^1]",
    "[ref]: http://example.org",
    "[^1]: the note",
    "```python",
    "~~~",
    "<div>&amp; <b>bold</b>",
    "<!-- comment -->",
    "[steer](http://e.org/&#x202e; '&#x9b;') ![&#x200f;](&#7;)",
    "```&#x202e;",
    "<p>&#x1b;[31m</p> &#x1b; &#x202e;",
    "&copy; &#27; \\* &lt;",
    "hard\\",
    "~~gone~~",
    "---",
    "title: x",
]


def plain_texts() -> st.SearchStrategy[str]:
    return _texts(PLAIN_LINES)


def markdown_texts() -> st.SearchStrategy[str]:
    return _texts(MARKDOWN_LINES)


def _texts(lines: list[str]) -> st.SearchStrategy[str]:
    characters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\u061c\u200e\u200f")
    free = st.text(st.one_of(st.sampled_from(" .:>-*•=|#“”’‘'\"\tQA1\u00a0"), characters), max_size=30)
    wrapped = st.lists(st.sampled_from(WORDS), min_size=8, max_size=14).map(" ".join)
    return st.lists(st.one_of(st.sampled_from(lines), free, wrapped), max_size=25).map("\n".join)
