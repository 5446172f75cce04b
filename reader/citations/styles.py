"""The ways a quote can be cited: those that come with pullquote, and the user's own templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reader.citations.citation import Citation, citation_of
from reader.citations.escapes import BY_SUFFIX
from reader.citations.records import bibtex_entry, csl_item, html_quote
from reader.citations.templates import read_template
from reader.errors import UsageError
from reader.model.document import Document
from reader.model.quotations import Quote
from reader.paths import config_folder
from reader.sources.safe import make_safe

DEFAULT = "plain"


class Style(NamedTuple):
    """A way to cite, and what stands around and between several citations."""

    write: Callable[[Citation], str]
    opening: str = ""
    between: str = "\n\n"
    closing: str = ""

    def one(self, citation: Citation) -> str:
        """Return a citation alone, to paste."""
        return "".join(self.several([citation])).rstrip("\n")

    def several(self, citations: Iterable[Citation]) -> Iterator[str]:
        """Yield a list of citations piece by piece."""
        yield self.opening
        end = ""
        for citation in citations:
            yield f"{self.between if end else ''}{self.write(citation)}"
            end = "\n"
        yield f"{end}{self.closing}"


_PLAIN = (
    "{quotation}\n— {speaker}{, |role}{, in “|title|”}{, by |author}{, |publisher}{, |date}"
    "{, section “|section|”} ({place}{, accessed |accessed})"
)
_MARKDOWN = (
    "> {words}\n>\n> — **{speaker}**{, |role}{, in “|title|”}{, by |author}{, |publisher}{, |date}"
    "{, section “|section|”} ({<|url|>}{path}{, accessed |accessed})"
)
_ORG = (
    "#+begin_quote\n{words}\n\n— *{speaker}*{, |role}{, in “|title|”}{, by |author}{, |publisher}{, |date}"
    "{, section “|section|”} ({[[|url|]]}{=|path|=}{, accessed |accessed})\n#+end_quote"
)

STYLES: dict[str, Style] = {
    "plain": Style(read_template(_PLAIN).fill),
    "markdown": Style(read_template(_MARKDOWN, "markdown").fill),
    "org": Style(read_template(_ORG, "org").fill),
    "bibtex": Style(bibtex_entry),
    # Its programs read a list; the comma must stand behind the brace before it.
    "csl-json": Style(csl_item, "[\n", ",\n", "]\n"),
    "html": Style(html_quote),
}
"""By the name that `--format`, `:cite` and the setting `citation` know."""


def style_named(name: str, own: Mapping[str, str] | None = None, others: Sequence[str] = ()) -> Style:
    """Return a style: one of ours, words with fields in braces, a template of the user's, or a file with one.

    `own` are templates by name (“mine”, or “mine.md” to have them escaped for Markdown), `others` what could have been
    meant besides. Raises `UsageError` when there is none or it cannot be used.
    """
    if name in STYLES:
        return STYLES[name]
    for key, text in (own or {}).items():
        if name in {key, key.rpartition(".")[0]}:
            return _own_style(text.rstrip("\n"), _escape_for(key), make_safe(key))
    if "{" in name:
        return _own_style(name.replace("\\n", "\n"), "text", "")
    path = _template_path(name)
    if path is None:
        known = ", ".join((*others, *style_names()))
        raise UsageError(
            f"there is no {'format' if others else 'citation style'} “{make_safe(name)}”: choose one of {known}"
        )
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the citation template {path}: {_reason(error)}") from error
    return _own_style(text.rstrip("\n"), _escape_for(path.name), make_safe(path.name))


def style_names() -> tuple[str, ...]:
    """Return the names of all styles, ours first."""
    return (*STYLES, *sorted(name for name in _own_templates() if name not in STYLES))


def cite(
    document: Document,
    quote: Quote,
    place: str,
    style: str = DEFAULT,
    accessed: date | None = None,
    own: Mapping[str, str] | None = None,
) -> str:
    """Cite one quote, to paste."""
    return style_named(style, own).one(citation_of(document, quote, place, accessed))


def _escape_for(name: str) -> str:
    return BY_SUFFIX.get(Path(name).suffix.lower(), "text")


def _own_style(text: str, escape: str, name: str) -> Style:
    # A line a quote makes a list; longer ones are told apart by an empty line.
    return Style(read_template(text, escape, name).fill, between="\n\n" if "\n" in text else "\n")


def _template_path(name: str) -> Path | None:
    path = Path(name)
    if path.parent != Path() or path.suffix:
        return path if path.is_file() else None
    return _own_templates().get(name)


def _own_templates() -> dict[str, Path]:
    folder = config_folder() / "citations"
    try:
        return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in BY_SUFFIX}
    except OSError:
        return {}


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or "the system refused").lower() if isinstance(error, OSError) else "it is not UTF-8"
