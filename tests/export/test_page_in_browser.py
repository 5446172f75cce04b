"""The exported page in a real browser: panes at two widths, keyboard, contrast, nothing refused, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.export.page import page_of
from reader.reading import read
from reader.resources import sample_path

from .browser import CHROMEDRIVER, CHROMIUM, Browser, browsing

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None or CHROMEDRIVER is None, reason="needs Chromium and its chromedriver"),
    pytest.mark.xdist_group("browser"),
]
PHONE, DESKTOP = (390, 844), (1280, 800)
SAMPLES = ("report", "essay", "interview")
LONG = f"""# A Title{"x" * 300}

“{"A very long quotation without an end. " * 20}” said Ada Finch{"h" * 120}.

| {" | ".join(f"column {number}" for number in range(30))} |
| {" | ".join("---" for _ in range(30))} |
| {" | ".join("a word" for _ in range(30))} |

```
{"code " * 200}
```

https://example.org/{"a" * 400}
"""

_BOXES = """
const box = (id) => { const r = document.getElementById(id).getBoundingClientRect();
                      return [r.left, r.right, r.top, r.bottom].map(Math.round); };
return Object.fromEntries(["outline", "text", "quotes"].map((id) => [id, box(id)]));
"""
_CONTRASTS = """
const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
const luminance = (colour) => { const [r, g, b] = parse(colour).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const paper = (node) => { for (; node; node = node.parentElement) {
    const colour = getComputedStyle(node).backgroundColor; if (parse(colour)[3] !== 0) return colour; } };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const found = new Map();
while (walker.nextNode()) { const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !node.getClientRects().length) continue;
    const [one, other] = [luminance(getComputedStyle(node).color), luminance(paper(node))].sort((a, b) => b - a);
    const name = node.tagName + "." + node.className;
    found.set(name, Math.min(found.get(name) ?? 99, (one + 0.05) / (other + 0.05))); }
return [...found];
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browsing(tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    long = folder / "long.md"
    long.write_text(LONG, encoding="utf-8")
    places = {name: sample_path(name) for name in SAMPLES} | {"long": long}
    written = {}
    for name, place in places.items():
        written[name] = folder / f"{name}.html"
        written[name].write_text("".join(page_of(read(str(place)), str(place))), encoding="utf-8")
    return written


@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", [*SAMPLES, "long"])
def test_nothing_stands_out_at_the_side(
    browser: Browser, pages: dict[str, Path], name: str, window: tuple[int, int]
) -> None:
    browser.open(pages[name], *window)

    assert window[0] >= browser.run("return document.documentElement.scrollWidth")


@pytest.mark.parametrize("name", SAMPLES)
def test_on_a_desktop_three_panes_stand_side_by_side(browser: Browser, pages: dict[str, Path], name: str) -> None:
    browser.open(pages[name], *DESKTOP)
    boxes = browser.run(_BOXES)

    assert boxes["outline"][1] <= boxes["text"][0] < boxes["text"][1] <= boxes["quotes"][0]
    assert boxes["outline"][2] == boxes["text"][2] == boxes["quotes"][2]


def test_on_a_desktop_the_side_panes_stay_while_the_text_scrolls(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["report"], *DESKTOP)
    browser.run("scrollTo(0, 1500)")

    assert 0 == browser.run(_BOXES)["quotes"][2]


@pytest.mark.parametrize("name", SAMPLES)
def test_on_a_phone_they_stand_one_below_the_other(browser: Browser, pages: dict[str, Path], name: str) -> None:
    browser.open(pages[name], *PHONE)
    boxes = browser.run(_BOXES)

    assert boxes["outline"][3] <= boxes["text"][2] < boxes["text"][3] <= boxes["quotes"][2]
    assert all(box[:2] == [0, PHONE[0]] for box in boxes.values())


def test_words_are_large_enough_on_a_phone(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["report"], *PHONE)

    assert 16 <= browser.run(
        "return parseFloat(getComputedStyle(document.querySelector('article p:not([class])')).fontSize)"
    )


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("target", ["", "#q1", "#l1"])
def test_all_words_can_be_read(browser: Browser, pages: dict[str, Path], name: str, is_dark: bool, target: str) -> None:
    """WCAG AA: 4.5 to 1, as the browser computed the colours; where a link has led, too."""
    browser.open(pages[name], *DESKTOP, is_dark=is_dark)
    browser.run("location.hash = arguments[0]", target)

    assert {} == {what: ratio for what, ratio in browser.run(_CONTRASTS) if ratio < 4.5}


def test_light_and_dark_are_as_the_system_wants(browser: Browser, pages: dict[str, Path]) -> None:
    papers = set()
    for is_dark in (False, True):
        browser.open(pages["report"], *DESKTOP, is_dark=is_dark)
        papers.add(browser.run("return getComputedStyle(document.body).backgroundColor"))

    assert 2 == len(papers)


def test_tab_goes_past_the_panes_first_then_through_sections_text_and_quotes(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["report"], *DESKTOP)
    order = []
    for _ in range(60):
        browser.press_tab()
        where = "const node = document.activeElement; return [node.getAttribute('href'), node.closest('[id]')?.id]"
        order.append(browser.run(where))
    links = [link for link, _ in order]

    assert ["#text", "#quotes"] == links[:2]
    first = {
        kind: next(i for i, link in enumerate(links) if re.match(kind, link or "")) for kind in ("#s", "#l", "#q1")
    }
    assert first["#s"] < first["#l"] < first["#q1"]


def test_where_the_keys_are_is_seen(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["report"], *DESKTOP)
    browser.press_tab()
    seen = browser.run(
        "const node = document.activeElement, look = getComputedStyle(node), box = node.getBoundingClientRect();"
        "return [look.outlineStyle, parseFloat(look.outlineWidth), box.left >= 0]"
    )

    assert ["solid", 3, True] == seen


def test_a_quote_in_the_list_leads_to_the_text_and_back(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["report"], *DESKTOP)
    led = browser.run(
        "document.querySelector('aside .words').click(); const quote = document.querySelector('.quote:target');"
        "const seen = quote.getBoundingClientRect(); quote.nextElementSibling.click();"
        "return [quote.id, seen.top >= 0 && seen.bottom <= innerHeight, document.querySelector('li:target').id]"
    )

    assert ["q1", True, "l1"] == led


def test_every_link_inside_leads_somewhere(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["essay"], *DESKTOP)

    assert [] == browser.run(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href'))"
        ".filter((href) => !document.getElementById(href.slice(1)))"
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_loaded_and_nothing_complained_of(browser: Browser, pages: dict[str, Path], name: str) -> None:
    browser.console()
    browser.open(pages[name], *DESKTOP)

    assert [] == browser.run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [] == browser.console()


def test_markup_in_the_article_is_words(browser: Browser, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    evil = "<script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\">"
    article.write_text(f"A Title {evil}\n\n“{evil},” said Ada {evil} Finch.\n", encoding="utf-8")
    page = tmp_path / "a.html"
    page.write_text("".join(page_of(read(str(article)), "a.txt")), encoding="utf-8")
    browser.open(page, *DESKTOP)

    assert 0 == browser.run("return document.querySelectorAll('script, img').length")
    assert "run" != browser.run("return document.title")
