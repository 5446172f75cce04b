"""Templates: text with fields in braces. Reads fields of a citation and nothing else: no attributes, no code.

`{speaker}` is a field, `{, |role|}` one with what stands before and behind it where it is not empty, `{{` a brace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.citations.citation import FIELDS, Citation
from reader.citations.escapes import ESCAPES
from reader.errors import UsageError

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
# What a line may begin with that belongs before every line of a value, too: “> ”, “   ”, “# ”.
_LINE_LEAD = re.compile(r"[ \t>#%;*]*")
_UNESCAPED = {"markdown": {"url", "key"}, "org": {"url", "key", "path"}, "bibtex": {"url", "key"}}
"""By escape, the fields that stand as they are: in them is no markup, or what stands around them makes it none."""


class Field(NamedTuple):
    """A place in a template where a field stands."""

    name: str
    before: str = ""
    behind: str = ""


class Template(NamedTuple):
    """A template, read: literal text and fields in turn."""

    parts: Sequence[str | Field]
    escape: str = "text"
    """A key of `ESCAPES`."""

    def fill(self, citation: Citation) -> str:
        """Write the citation; the lines of a value begin as the template's line does."""
        values, escape = citation.fields(), ESCAPES[self.escape]
        written = ""
        for part in self.parts:
            if isinstance(part, str):
                written += part
            elif value := values[part.name]:
                lead = _LINE_LEAD.match(written[written.rfind("\n") + 1 :] + part.before)
                shown = value if part.name in _UNESCAPED.get(self.escape, ()) else escape(value)
                newline = "\n" + (lead[0] if lead and lead.end() == len(lead.string) else "")
                written += part.before + shown.replace("\n", newline) + part.behind
        return "\n".join(line.rstrip() for line in written.split("\n"))


def read_template(text: str, escape: str = "text", name: str = "") -> Template:
    """Read a template; raises `UsageError` with what is wrong in it and where."""
    parts: list[str | Field] = []
    end = 0
    for match in _PART.finditer(text):
        parts.append(text[end : match.start()])
        end = match.end()
        if match[0] in {"{{", "}}"}:
            parts.append(match[0][0])
            continue
        line = text.count("\n", 0, match.start()) + 1
        parts.append(_field(match[1], f"the citation template{f' {name}' if name else ''}, line {line}"))
    parts.append(text[end:])
    return Template([part for part in parts if part], escape)


def _field(inside: str | None, where: str) -> Field:
    if inside is None:
        raise UsageError(f"cannot use {where}: a brace has no partner (write {{{{ for a brace)")
    words = inside.split("|")
    before, name, behind = {1: ["", *words, ""], 2: [*words, ""], 3: words}.get(len(words), ["", inside, ""])
    if name.strip() not in FIELDS:
        raise UsageError(
            f"cannot use {where}: there is no field “{' '.join(name.split())[:40]}”; choose one of {', '.join(FIELDS)}"
        )
    return Field(name.strip(), before, behind)
