"""The format is named by the extension, else by clear signs."""

from __future__ import annotations

import pytest

from reader.sources.sniff import sniff_format

NEWS = "Quick Takes\n\n  • one\n  • two\n\n- three\n- four\n\n* * *\n\nHe said [sic] it was *very* good. #harbour\n"


@pytest.mark.parametrize(
    ("place", "format"),
    [
        ("a.md", "markdown"),
        ("A.MARKDOWN", "markdown"),
        ("a.mkd", "markdown"),
        ("a.mdown", "markdown"),
        ("a.txt", "text"),
        ("/x/y.md/z.txt", "text"),
    ],
)
def test_extension_names_the_format(place: str, format: str) -> None:
    assert format == sniff_format(place, "# Title\n\n## Section\n")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: The Ferry\ndate: 2025\n---\nIt came back.\n",
        "# The Ferry\n\nIt came.\n\n## The Captain\n\nHe went.\n",
        "It [came](https://example.org/a) and [went](https://example.org/b).\n",
        "| Boat | Fish |\n|------|------|\n| A | 1 |\n",
        "Do this:\n\n```sh\nls\n```\n",
    ],
)
def test_clear_signs_name_markdown(text: str) -> None:
    assert sniff_format("-", text) == "markdown"


@pytest.mark.parametrize(
    "text", [NEWS, "", "---\n\nA rule.\n\n---\n", "#1 in the charts\n\nA song.\n", "**bold** once\n"]
)
def test_plain_text_stays_text(text: str) -> None:
    assert sniff_format("-", text) == "text"
