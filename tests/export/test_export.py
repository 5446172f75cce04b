"""An exported article says what the article says: no character lost, every quote marked, everyone listed."""

from __future__ import annotations

import json
import re
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.cli.main import main
from reader.export.markdown import markdown_of
from reader.export.page import page_of
from reader.export.who import voices_of
from reader.model.document import Document
from reader.parsers import parse
from reader.quotes import find_quotes
from reader.reading import read
from reader.resources import sample_paths
from reader.sources.source import Source

SAMPLES = pytest.mark.parametrize("sample", sample_paths(), ids=lambda path: path.stem)
VOID = {"meta", "br", "hr"}


class Page(HTMLParser):
    """Reads a page; complains of what is not closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self.feed(html)
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag if dict(attrs).get("class") != "to" else "a to")

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop().split()[0]

    def handle_data(self, data: str) -> None:
        if "article" in self.open and "a to" not in self.open:
            self.article += data


def page(document: Document) -> Page:
    return Page("".join(page_of(document, "a.txt")))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@SAMPLES
def test_the_page_has_all_of_the_text(sample: Path) -> None:
    document = read(str(sample))

    assert squeezed(document.text) == squeezed(page(document).article)


@SAMPLES
def test_the_page_marks_and_lists_every_quote(sample: Path) -> None:
    document = read(str(sample))
    ids = [attributes.get("id") for _, attributes in page(document).tags]

    for number in range(1, len(document.quotes) + 1):
        assert (1, 1) == (ids.count(f"q{number}"), ids.count(f"l{number}"))


@SAMPLES
def test_the_page_needs_nothing_else(sample: Path) -> None:
    tags = page(read(str(sample))).tags

    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") or name in {"src", "style"} for _, found in tags for name in found)


def test_the_browser_is_told_to_refuse_everything_else() -> None:
    document = read(str(sample_paths()[0]))
    policies = [found["content"] for _, found in page(document).tags if found.get("http-equiv")]

    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'", policies[0] or ""
    )


def test_only_links_into_the_web_and_to_mail_are_links() -> None:
    text = (
        "[a](javascript:alert(1)) [b](https://example.org/?a=1&b=2) [c](file:///etc/passwd) [d](mailto:a@b.example)\n"
    )
    document = parse(Source("a.md", text, "markdown"))
    links = [found["href"] for tag, found in page(document).tags if tag == "a"]

    assert ["https://example.org/?a=1&b=2", "mailto:a@b.example"] == [link for link in links if link and link[0] != "#"]


@given(st.text(st.sampled_from("ab <>&\"'`*_[]()#|-\n“”:.!\\~=1"), max_size=200), st.sampled_from(["text", "markdown"]))
def test_any_text_is_a_whole_page_with_all_of_it(words: str, format: str) -> None:
    document = find_quotes(parse(Source("a", words, format)))
    shown = page(document).article

    assert squeezed(document.text) == squeezed(shown)


@given(st.text(st.sampled_from("ab <>&\"'`*_[]()#|-\n“”:.!\\~=1"), max_size=200))
def test_any_plain_text_is_markdown_of_the_same_words(words: str) -> None:
    document = parse(Source("a", words, "text"))
    again = parse(Source("a.md", "".join(markdown_of(document)), "markdown"))

    assert _letters(document.text) == _letters(again.text)


def _letters(text: str) -> str:
    """What no list sign, rule or escape can add or take."""
    return re.sub(r"[^ab<>&\"'“”!~=_\[\]()`]", "", text)


@SAMPLES
def test_markdown_has_all_of_the_text(sample: Path) -> None:
    document = read(str(sample))
    written = "".join(markdown_of(document))
    again = parse(Source("a.md", written, "markdown"))

    for block in document.blocks:
        if block.kind in {"paragraph", "heading", "title"}:
            # What is numbered by a footnote has the number behind it.
            words = re.sub(r"\[\d+\]", "", squeezed(block.span.cut(document.text)))
            assert words in re.sub(r"\[\d+\]", "", squeezed(again.text))


@SAMPLES
def test_markdown_numbers_every_quote_once_in_the_text_and_says_who(sample: Path) -> None:
    document = read(str(sample))
    written = "".join(markdown_of(document))
    text, _, rest = written.partition("## Who said what")

    for number in range(1, len(document.quotes) + 1):
        assert (1, 2) == (text.count(f"[^q{number}]"), rest.count(f"[^q{number}]"))


def test_markdown_of_a_list_is_a_list() -> None:
    text = "# T\n\n- one\n- two\n  - three\n\n1. a\n2. b\n\n> quoted words\n\nand *so* **on**, `co*de`.\n"
    document = parse(Source("a.md", text, "markdown"))

    assert MarkdownIt().render(text) == MarkdownIt().render("".join(markdown_of(document)))


@SAMPLES
def test_everyone_is_listed_with_all_their_quotes(sample: Path) -> None:
    document = read(str(sample))

    assert list(range(1, len(document.quotes) + 1)) == sorted(n for voice in voices_of(document) for n in voice.quotes)


def test_json_has_text_sections_speakers_and_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["export", "--sample", "report", "--to", "json"])
    record = json.loads(capsys.readouterr().out)
    quote = record["quotes"][0]

    assert quote["text"] == record["text"][quote["start"] : quote["end"]]
    assert 1 in next(voice["quotes"] for voice in record["speakers"] if voice["name"] == quote["speaker"])
    assert record["sections"]


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!DOCTYPE html>"), ("a.md", "# "), ("a.json", "{"), ("a", "<")]
)
def test_the_name_of_the_file_says_the_format(tmp_path: Path, name: str, start: str) -> None:
    assert 0 == main(["export", "--sample", "report", "-o", str(tmp_path / name)])

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    main(["export", "--sample", "report", "-o", str(tmp_path / "a.html")])

    assert 0o600 == stat.S_IMODE((tmp_path / "a.html").stat().st_mode)


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    (tmp_path / "a.html").symlink_to(victim)
    main(["export", "--sample", "report", "-o", str(tmp_path / "a.html")])

    assert "mine" == victim.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["", "no/such/folder/a.html"])
def test_what_cannot_be_written_is_said_in_a_sentence(
    tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["export", "--sample", "report", "-o", str(tmp_path / path)])

    assert capsys.readouterr().err.startswith(f"pullquote: cannot write {tmp_path / path}: ")
