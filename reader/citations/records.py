"""Citations as records of other programs: BibTeX entries, CSL-JSON items, HTML. What is not known is left out."""

from __future__ import annotations

from reader.citations.citation import Citation
from reader.citations.escapes import in_html, in_latex


def bibtex_entry(citation: Citation) -> str:
    """Return an entry for BibTeX and BibLaTeX; the quotation stands in its note."""
    said = f"{citation.speaker}, {citation.role}" if citation.role else citation.speaker
    where = f", section {citation.section}" if citation.section else ""
    file = f", file {citation.path}" if citation.path else ""
    fields = {
        "title": f"{{{in_latex(citation.title)}}}" if citation.title else "",
        "author": _bibtex_names(citation.author),
        "howpublished": in_latex(citation.publisher),
        "year": citation.year,
        "date": citation.day,
        "url": citation.url,  # read verbatim
        "urldate": citation.accessed,
        "note": in_latex(f"{citation.quotation} ({said}{where}{file})"),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{citation.key},\n{lines}}}"


def csl_item(citation: Citation) -> str:
    """Return an item of CSL-JSON, which Zotero, pandoc and citeproc read; the quotation stands in its note."""
    import json  # 8 ms; what is pasted as text needs it never

    said = f"{citation.speaker}, {citation.role}" if citation.role else citation.speaker
    item: dict[str, object] = {
        "id": citation.key,
        "type": "webpage" if citation.url else "article",
        "title": citation.title,
        "author": [{"literal": name} for name in _names(citation.author)],
        "container-title": citation.publisher,
        "issued": _csl_date(citation.day) or ({"raw": citation.date} if citation.date else None),
        "accessed": _csl_date(citation.accessed),
        "URL": citation.url,
        "section": citation.section,
        "note": f"{citation.quotation} — {said}" + (f" ({citation.path})" if citation.path else ""),
    }
    written = json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False, indent=2)
    return "\n".join(f"  {line}" for line in written.split("\n"))


def html_quote(citation: Citation) -> str:
    """Return a block quote that names its source, and a line with who said it where."""
    url = in_html(citation.url)
    place = f'<a href="{url}">{url}</a>' if url else in_html(citation.path)
    known = (
        (", ", citation.role, ""),
        (", in <cite>", citation.title, "</cite>"),
        (", by ", citation.author, ""),
        (", ", citation.publisher, ""),
        (", ", citation.date, ""),
        (", section “", citation.section, "”"),
    )
    words = "".join(f"{before}{in_html(value)}{behind}" for before, value, behind in known if value)
    source = f' cite="{url}"' if url else ""
    return (
        f"<figure>\n<blockquote{source}>\n  <p>{in_html(citation.words)}</p>\n</blockquote>\n"
        f"<figcaption>— <b>{in_html(citation.speaker)}</b>{words} "
        f'({place}, accessed <time datetime="{citation.accessed}">{citation.accessed}</time>)</figcaption>\n</figure>'
    )


def _names(author: str) -> list[str]:
    """Part authors; a comma may stand before a job as well as before the next name, so it parts nothing."""
    return [name for name in author.split(" and ") if name.strip()]


def _bibtex_names(author: str) -> str:
    # Braces: “Ada Finch, Reuters” is no surname with a first name behind it, and “Rain and Sons” one publisher.
    return " and ".join(f"{{{in_latex(name)}}}" if "," in name else in_latex(name) for name in _names(author))


def _csl_date(day: str) -> dict[str, object] | None:
    try:
        return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None
    except ValueError:
        return {"raw": day}
