"""How words stay words in a format: nothing in them is taken for its markup."""

from __future__ import annotations

import re
from collections.abc import Callable

Escape = Callable[[str], str]

# What means something to a Markdown reader anywhere in a line, and only at its start.
_MARKDOWN_ANYWHERE = re.compile(r"[\\`*_\[\]<>&#~|$]")
_MARKDOWN_AT_START = re.compile(r"(?m)^([-+=]|\d+(?=[.)]))")

_NOT_MARKUP = "\N{ZERO WIDTH SPACE}"
"""Org has no escape; its manual says to part what would be markup with this character, which is not seen."""
_ORG = re.compile(r"(?m)^(?=[*#|:+\-]|\d+[.)])|(?<!\S)(?=[*/_=~+])|(?<=[-({'\"“‘])(?=[*/_=~+])|(?<=[\[<{\\^_])(?=\S)")

_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
}  # fmt: skip
"""BibTeX counts braces, also those behind a backslash, so that braces are named."""
_TO_HTML, _TO_LATEX = str.maketrans(_HTML), str.maketrans(_LATEX)


def in_text(text: str) -> str:
    """Leave text as it is."""
    return text


def in_markdown(text: str) -> str:
    """Escape what Markdown would take for markup; a lone newline (a verse, an address) stays one."""
    stripped = "\n".join(line.strip() for line in text.split("\n"))
    escaped = _MARKDOWN_AT_START.sub(_escape_start, _MARKDOWN_ANYWHERE.sub(r"\\\g<0>", stripped))
    return re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", escaped)


def in_org(text: str) -> str:
    """Part what Org would take for markup; a newline stays one by Org's two backslashes."""
    parted = _ORG.sub(_NOT_MARKUP, "\n".join(line.strip() for line in text.split("\n")))
    return re.sub(r"(?<!\n)\n(?!\n)", r" \\\\" "\n", parted)


def in_html(text: str) -> str:
    """Escape for an element or an attribute; lines end in `<br>`."""
    return text.translate(_TO_HTML).replace("\n", "<br>\n")


def in_latex(text: str) -> str:
    """Escape for a field of BibTeX, which is TeX; a field is one line."""
    return " ".join(text.split()).translate(_TO_LATEX)


def in_json(text: str) -> str:
    """Escape for the inside of a JSON string."""
    import json  # 8 ms; what is pasted as text needs it never

    return json.dumps(text, ensure_ascii=False)[1:-1]


ESCAPES: dict[str, Escape] = {
    "text": in_text,
    "markdown": in_markdown,
    "org": in_org,
    "html": in_html,
    "bibtex": in_latex,
    "json": in_json,
}
BY_SUFFIX = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".org": "org", ".html": "html", ".htm": "html",
    ".xml": "html", ".bib": "bibtex", ".tex": "bibtex", ".json": "json",
}  # fmt: skip
"""How the words are escaped in a template of the user's own, by the end of its file's name."""


def _escape_start(match: re.Match[str]) -> str:
    start = match[1]
    return f"{start}\\" if start.isdigit() else f"\\{start}"
