"""The side panes: they follow the reader, and lead the reader exactly."""

from __future__ import annotations

from .story import FULL, HALF, SMALL, Story, story


def marked(rows: list[str]) -> str:
    """The first row with the mark of where one is."""
    return next((row.strip("│▌ ") for row in rows if "▌" in row), "")


def titles(told: Story) -> list[str]:
    return [row.strip("│▌ ") for row in told.outline[2:] if row.strip("│▌ ")]


async def test_the_outline_lists_every_section_with_its_quotes() -> None:
    async with story(size=FULL) as told:
        assert [("Quick Takes", ""), ("A Winter", "2"), ("What the", "2"), ("Who Pays", "1")] == [
            (" ".join(title.split()[:2]), title.split()[-1] if title.split()[-1].isdigit() else "")
            for title in titles(told)
        ]


async def test_a_long_heading_ends_in_an_ellipsis() -> None:
    async with story(size=(70, 24)) as told:
        await told.press("t")

        assert any("…" in title for title in titles(told))


async def test_the_quotes_pane_says_who_what_and_where() -> None:
    async with story(size=FULL) as told:
        pane = "\n".join(told.quotes)

        assert all(words in pane for words in ("QUOTES 5", "Runa Ålund", "“We looked out", "A Winter Without Lights"))


async def test_the_section_read_is_marked_as_one_scrolls() -> None:
    async with story(size=(120, 14)) as told:
        sections = []
        for _ in range(50):
            await told.press("j")
            title = marked(told.outline)[:8]
            if title and title not in sections:
                sections.append(title)

        assert ["Quick Ta", "A Winter", "What the", "Who Pays"] == sections


async def test_the_quote_read_is_marked_as_one_scrolls() -> None:
    async with story(size=(120, 14)) as told:
        numbers = []
        for _ in range(60):
            await told.press("j")
            numbers.append(told.reading.quote)
        shown = [number for index, number in enumerate(numbers) if number is not None and number not in numbers[:index]]

        assert [0, 1, 2, 3, 4] == shown


async def test_a_jump_to_a_quote_marks_it_in_its_pane() -> None:
    async with story(size=FULL) as told:
        await told.press("5", ")")

        assert marked(told.quotes).startswith("Marta Ellingsby")


async def test_a_section_chosen_is_shown_exactly() -> None:
    async with story(size=(120, 14)) as told:
        await told.press("shift+tab", "g", "j", "j", "enter")

        assert told.at.startswith("What the New Engine Changes")
        assert "What the New Engine Changes" == told.body[0].strip()


async def test_a_quote_chosen_is_shown_exactly() -> None:
    async with story(size=(120, 14)) as told:
        await told.press("tab", "G", "enter")

        assert told.at.startswith("“The sums do not add up")
        assert any("“The sums do not add up" in row for row in told.body)


async def test_every_quote_chosen_is_the_one_marked() -> None:
    async with story(size=(120, 14)) as told:
        await told.press("tab", "g")
        chosen = []
        for _ in range(5):
            await told.press("enter")
            chosen.append(told.reading.quote)
            await told.press("j")

        assert [0, 1, 2, 3, 4] == chosen


async def test_tab_goes_around_the_panes() -> None:
    async with story(size=FULL) as told:
        around = []
        for _ in range(3):
            await told.press("tab")
            around.append(str(told.reading.active))

        assert ["quotes", "outline", "body"] == around


async def test_shift_tab_goes_the_other_way() -> None:
    async with story(size=FULL) as told:
        await told.press("shift+tab")

        assert "outline" == told.reading.active


async def test_escape_gives_the_keys_back_to_the_text() -> None:
    async with story(size=FULL) as told:
        await told.press("tab", "escape")

        assert "body" == told.reading.active


async def test_a_move_in_a_pane_leaves_the_text_where_it_is() -> None:
    async with story(size=(120, 14)) as told:
        before = told.body
        await told.press("tab", "j", "j")

        assert before == told.body


async def test_t_hides_and_shows_the_outline() -> None:
    async with story(size=FULL) as told:
        await told.press("t")
        hidden = told.panes
        await told.press("t")

        assert (["body", "quotes"], ["outline", "body", "quotes"]) == (hidden, told.panes)


async def test_s_hides_and_shows_the_quotes() -> None:
    async with story(size=FULL) as told:
        await told.press("s")
        hidden = told.panes
        await told.press("s")

        assert (["outline", "body"], ["outline", "body", "quotes"]) == (hidden, told.panes)


async def test_z_shows_the_text_alone_and_back() -> None:
    async with story(size=FULL) as told:
        await told.press("z")
        alone = told.panes
        await told.press("z")

        assert (["body"], ["outline", "body", "quotes"]) == (alone, told.panes)


async def test_at_80_columns_the_outline_takes_the_place_of_the_quotes() -> None:
    async with story(size=HALF) as told:
        await told.press("t")

        assert ["outline", "body"] == told.panes


async def test_at_40_columns_a_pane_lies_over_the_text_and_q_closes_it() -> None:
    async with story(size=SMALL) as told:
        await told.press("s")
        over = told.panes
        await told.press("q")

        assert (["quotes"], ["body"]) == (over, told.panes)


async def test_at_40_columns_choosing_closes_the_pane() -> None:
    async with story(size=SMALL) as told:
        await told.press("t", "G", "enter")

        assert ["body"] == told.panes
        assert "Who Pays for It" in told.body[0] or told.at.startswith("Who Pays for It")


async def test_lines_can_be_put_apart_and_stay_so_with_their_quote() -> None:
    async with story(size=HALF) as told:
        before = len(told.reading.body.page)
        await told.press(":")
        await told.type("spacing 2")
        await told.press("enter", ")")

        assert len(told.reading.body.page) > 1.5 * before
        assert "a line is free between two" not in told.status
        assert told.at.startswith("“We looked out")


async def test_words_can_be_parted() -> None:
    async with story(size=SMALL) as told:
        await told.press(":")
        await told.type("hyphenation")
        await told.press("enter")
        page = told.reading.body.page

        assert any(page.line(number).is_parted for number in range(len(page)))
        while not any(row.endswith("-") for row in told.body):
            await told.press("space")
