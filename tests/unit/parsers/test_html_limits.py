"""What is done with pages too long for the cleaner, or for anybody."""

from __future__ import annotations

from reader.parsers.html.page import parse as parse_page
from reader.parsers.html.parser import parse
from reader.sources.source import Source


def test_a_page_of_too_many_elements_is_shown_as_it_is() -> None:
    document = parse(Source("a.html", "<title>Long</title>" + "<p>word" * 31_000, "html"))

    assert ("The page is too long to tell the article from it: all of the page is shown.",) == document.warnings
    assert 31_000 == document.text.count("word")
    assert "Long" == document.metadata.title


def test_of_a_page_longer_than_any_only_the_beginning_is_shown() -> None:
    document = parse(Source("a.html", "<p>" + "word " * 2_100_000, "html"))

    assert ("Only the first 10 million characters of the page are shown.",) == document.warnings
    assert len(document.text) < 10_000_000


def test_a_whole_page_is_called_so() -> None:
    document = parse_page(Source("a.html", "<h1>One</h1><div class=comments><p>Two</p></div>", "page"))

    assert ("page", "One\n\nTwo") == (document.format, document.text)


def test_a_figure_in_a_figure_is_looked_through_once() -> None:
    """Each picture looked for its caption in all the figures inside its own: a megabyte took seven minutes."""
    document = parse(Source("a.html", "<p>Words.</p>" + "<figure><img alt=a><figcaption>" * 30_000, "html"))

    assert "Words." in document.text


def test_pictures_side_by_side_are_looked_at_few_at_a_time() -> None:
    document = parse_page(Source("a.html", "<img alt='A boat'>" * 20_000, "page"))

    assert 20_000 == document.text.count("A boat")
