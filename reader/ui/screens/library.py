"""The library: recent articles with how far one has read, and a search over all; when it is empty, a welcome."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from reader.layout.runs import Run
from reader.library.entries import Article, ArticleHits, Hit
from reader.resources import sample_paths, sample_title
from reader.ui.keymap import LIBRARY_HINTS, hints_of, keys_of, on_library
from reader.ui.keys import Command, KeyReader, pressed
from reader.ui.panes.prompt import Prompt
from reader.ui.passages import hit_rows
from reader.ui.results import Aim, Results
from reader.ui.screens.sheet import LOW, SHEET_STYLES, RowsWidget
from reader.ui.shelf import article_rows, article_runs, filled, heading_runs
from reader.ui.signs import drawn, fit
from reader.ui.welcome import Sample, welcome_rows

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.visits import Visits

PART = 200
"""Articles listed at first; more come when one moves on."""
MOST_FOUND = 30
PREVIEW_ROWS = 7
WELCOME_HINTS = "1 to 6 open a sample   j k Enter too   ? keys   q quits"
SEARCH_HINTS = 'Enter reads · n N go on by hits · "a phrase" · begin* · -not · Esc returns'


class _Shown(NamedTuple):
    """What the library answered: how much there is, and what to list."""

    articles: int
    quotes: int
    recent: tuple[Article, ...]


class LibraryScreen(Screen[None]):
    """Lists articles; `/` searches as one types, Enter reads."""

    CSS_PATH = SHEET_STYLES

    def __init__(self, visits: Visits) -> None:
        super().__init__()
        self._visits = visits
        self._actions = on_library(visits.keymap.actions)
        self._keys = KeyReader(keys_of(self._actions))
        self._counts = (0, 0)
        self._recent: tuple[Article, ...] = ()
        self._found: tuple[ArticleHits, ...] | None = None
        self._samples: tuple[Sample, ...] = ()
        self._is_asked = False
        self._wanted = PART
        self._message = ""
        self.cursor = 0
        self._first = 0
        self._typed_ahead: list[events.Key] = []
        self._is_waiting = False
        self._is_searching = False
        self._preview_rows = -1

    def compose(self) -> ComposeResult:
        """Lay out a head, the list, a preview and a foot."""
        with Vertical(id="sheet", classes="shelf"):
            yield RowsWidget("sheet-head")
            yield RowsWidget("sheet-list")
            yield RowsWidget("sheet-preview")
            yield RowsWidget("sheet-foot")

    # What is listed.

    def on_screen_resume(self) -> None:
        """List what there is now: one may come back from reading."""
        self._is_waiting = False
        self._visits.after_keeping(self.refresh_list)
        prompt = self._prompt
        if prompt is not None:
            prompt.resume()
        self._hand_on(self)

    def refresh_list(self) -> None:
        """Ask the library for the articles read or added last."""
        wanted = self._wanted

        def question(library: Library) -> _Shown:
            return _Shown(*library.size(), tuple(library.recent(limit=wanted)))

        self._visits.desk.ask("recent", question, self._take, lambda: self._take(_Shown(0, 0, ())))

    def _take(self, shown: _Shown) -> None:
        was_asked, self._is_asked = self._is_asked, True
        self._counts = (shown.articles, shown.quotes)
        if self._found is None and self.cursor < len(self._recent):
            # What was just read is the first now: the cursor stays on it.
            here = self._recent[self.cursor].id
            self.cursor = next((at for at, article in enumerate(shown.recent) if article.id == here), self.cursor)
        self._recent = shown.recent
        if not shown.articles and not self._samples:
            self._samples = tuple(Sample(path.stem, sample_title(path), str(path)) for path in sample_paths())
        elif shown.articles:
            self._samples = ()
        self.cursor = min(self.cursor, max(0, self._count - 1))
        self.paint()
        if not was_asked:
            self._hand_on(self)

    @property
    def articles(self) -> Sequence[Article]:
        """What is listed: what was found, or what is recent."""
        return self._recent if self._found is None else [found.article for found in self._found]

    @property
    def _count(self) -> int:
        return len(self._samples) or len(self.articles)

    # Keys.

    def on_key(self, event: events.Key) -> None:
        """Run what a key is for; while one types or waits for an article, hand it over."""
        event.stop()
        event.prevent_default()
        prompt = self._prompt
        if not self.is_active:
            self.app.screen.post_message(event.copy())
        elif self._is_waiting or not self._is_asked:
            self._typed_ahead.append(event.copy())
        elif prompt is not None:
            prompt.post_message(event.copy())
        elif self._samples and event.character in tuple("123456789"):
            self._open_sample(int(event.character) - 1)
        else:
            command = self._keys.read(pressed(event))
            if command is not None:
                self._message = ""
                self._run(command)

    def _run(self, command: Command) -> None:
        count, rows = command.count or 1, max(1, self._list.size.height)
        steps = {"line-down": count, "line-up": -count, "page-down": rows * count, "page-up": -rows * count}
        name = command.action.id
        if name in steps:
            self._move(steps[name])
        elif name in ("top", "end"):
            self._move(-(10**6) if name == "top" else 10**6)
        else:
            getattr(self, f"_run_{name.replace('-', '_')}")()

    def _run_choose(self) -> None:
        if self._samples:
            self._open_sample(self.cursor)
        elif self.articles:
            self._open_article()
        elif self._prompt is not None:
            self._prompt.resume()

    def _run_find(self) -> None:
        if self._samples or self._is_searching:
            return
        prompt = Prompt("words in all articles", id="sheet-prompt")
        self._is_searching = True
        self.mount(prompt, before=0)
        prompt.focus()
        self.paint()

    def _run_look_up(self) -> None:
        self._visits.look_up()

    def _run_speakers(self) -> None:
        self._visits.show_speakers()

    def _run_verify(self) -> None:
        self._visits.verify()

    def _run_help(self) -> None:
        from reader.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._visits.keymap._replace(actions=self._actions, selecting=())))

    def _run_suspend(self) -> None:
        self.app.action_suspend_process()

    def _run_cancel(self) -> None:
        self.paint()

    def _run_close(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit(0)

    def _run_quit(self) -> None:
        self.app.exit(0)

    # Opening.

    def _open_sample(self, index: int) -> None:
        if index < len(self._samples):
            self._visits.open_file(self._samples[index].place)

    def _open_article(self) -> None:
        article = self.articles[self.cursor]
        self._is_waiting = True
        self._visits.open(article.id, self._results(), self._stop_waiting)

    def _results(self) -> Results | None:
        """Return every place that was found, and the first in the article under the cursor."""
        if self._found is None:
            return None
        aims = [Aim(found.article.id, None, hit.span, hit.marked) for found in self._found for hit in found.hits]
        at = sum(len(found.hits) for found in self._found[: self.cursor])
        return Results(tuple(aims), at) if aims and self._found[self.cursor].hits else None

    def _stop_waiting(self) -> None:
        self._is_waiting = False
        if self._prompt is not None:
            self._prompt.resume()
        self._hand_on(self)

    def on_screen_suspend(self) -> None:
        """Give the screen that came over this one what was typed while it was waited for."""
        self._hand_on(self.app.screen)

    def _hand_on(self, taker: Screen[object] | Screen[None]) -> None:
        keys, self._typed_ahead = self._typed_ahead, []
        for key in keys:
            taker.post_message(key)

    # Searching.

    @property
    def _prompt(self) -> Prompt | None:
        return next(iter(self.query(Prompt)), None) if self._is_searching else None

    @on(Input.Changed)
    def find(self, event: Input.Changed) -> None:
        """Find what is typed, its last word unfinished."""
        self._message = ""
        typed = event.value.strip()
        if not typed:
            self._visits.desk.forget("find")
            self._show_found(None)
            return
        self._visits.desk.ask("find", lambda library: library.find_typed(typed, limit=MOST_FOUND), self._show_found)

    def _show_found(self, found: Sequence[ArticleHits] | None) -> None:
        self._found = None if found is None else tuple(found)
        self.cursor = self._first = 0
        self.paint()

    @on(Input.Submitted)
    def choose_found(self) -> None:
        """Read the article under the cursor."""
        self._run_choose()

    @on(Prompt.Moved)
    def move_in_list(self, event: Prompt.Moved) -> None:
        """Move while one types."""
        self._move(event.items)

    @on(Prompt.TypedAhead)
    def keep_typed_ahead(self, event: Prompt.TypedAhead) -> None:
        """Keep what is typed behind Enter for the article."""
        self.on_key(event.key)

    @on(Prompt.Cancelled)
    def close_prompt(self) -> None:
        """List the recent articles again."""
        self._visits.desk.forget("find")
        if self._prompt is not None:
            self.set_focus(None)
            self._prompt.remove()
        self._is_searching = False
        self._show_found(None)

    # Painting.

    @property
    def _list(self) -> RowsWidget:
        return self.query_one("#sheet-list", RowsWidget)

    def on_resize(self, event: events.Resize) -> None:
        """Give the preview its share of the window."""
        self.call_after_refresh(self.paint)

    def say(self, words: str) -> None:
        """Tell the person something in the last row, until the next key."""
        self._message = words
        self.paint()

    def _move(self, items: int) -> None:
        self.cursor = min(max(0, self.cursor + items), max(0, self._count - 1))
        self.paint()
        if self._found is None and self.cursor > len(self._recent) - PART // 2 and len(self._recent) == self._wanted:
            self._wanted *= 2
            self.refresh_list()

    def paint(self) -> None:
        """Show the rows around the cursor."""
        if not self.query("#sheet-foot") or not self.size.width or not self._is_asked:
            return  # not laid out yet, or no longer: an answer may come behind the key that closed the screen
        if self._fit_preview():
            return  # painted when the window is divided anew
        rows = self._list
        width, height = rows.size.width, max(1, rows.size.height)
        if self._samples:
            rows.show(welcome_rows(width, height, self._samples, self.cursor))
        else:
            rows.show(self._article_rows(width, height))
        self.query_one("#sheet-head", RowsWidget).show([self._head_runs(width)])
        self.query_one("#sheet-foot", RowsWidget).show([[self._foot_run()]])
        preview = self.query_one("#sheet-preview", RowsWidget)
        preview.show(self._preview(width, preview.size.height) if preview.display else [])

    def _fit_preview(self) -> bool:
        """Give the preview its share of the window; tell whether that was another one."""
        rows = 0 if self._samples or not self.articles else min(PREVIEW_ROWS, self.size.height // 3)
        if self._found is None:
            rows = min(rows, 4)
        head = self.query_one("#sheet-head")
        if rows == self._preview_rows and head.display == (not self._samples):
            return False
        head.display = not self._samples
        self._preview_rows = rows
        preview = self.query_one("#sheet-preview", RowsWidget)
        preview.display = rows > 0
        preview.styles.height = rows
        self.call_after_refresh(self.paint)
        return True

    def _article_rows(self, width: int, height: int) -> list[list[Run]]:
        if not self.articles:
            words = "nothing has these words" if self._is_asked and self._found is not None else ""
            return [[("  " + words, ("note",))]]
        head: list[list[Run]] = [[("  ", ()), *heading_runs(width - 2)]] if self.size.height >= LOW else []
        height = max(1, height - len(head))
        self._first = min(max(self._first, self.cursor - height + 1), self.cursor)
        shown = self.articles[self._first : self._first + height]
        return head + [self._row(article, self._first + index, width) for index, article in enumerate(shown)]

    def _row(self, article: Article, index: int, width: int) -> list[Run]:
        runs = article_runs(article, width - 2)
        if index != self.cursor:
            return [("  ", ()), *runs]
        return [(text, ("cursor", *roles)) for text, roles in filled([(drawn("▌ "), ()), *runs], width)]

    def _preview(self, width: int, height: int) -> list[list[Run]]:
        if not self.articles:
            return []
        hit = self._first_hit()
        if hit is not None:
            return hit_rows(hit, width, height, self.articles[self.cursor])
        return article_rows(self.articles[self.cursor], width)

    def _first_hit(self) -> Hit | None:
        hits = self._found[self.cursor].hits if self._found is not None else ()
        return hits[0] if hits else None

    def _head_runs(self, width: int) -> list[Run]:
        if self._is_searching or self._samples or not self._is_asked:
            return []
        articles, quotes = self._counts
        count = drawn(
            f"{articles:,} article{'' if articles == 1 else 's'} · {quotes:,} quote{'' if quotes == 1 else 's'}"
        )
        room = width - len(count) - 9
        if room < 0:
            return [("Library", ("heading",))]
        return [("Library", ("heading",)), (" " * (room + 2), ()), (count, ("note",))]

    def _foot_run(self) -> Run:
        if self._message:
            return fit(drawn(self._message), self.size.width - 2), ("message",)
        if self._found is not None:
            passages = sum(len(found.hits) + found.more for found in self._found)
            count = f"{len(self._found)} article{'' if len(self._found) == 1 else 's'}, {passages} places"
            return drawn(f"{count} · {SEARCH_HINTS}"), ("note",)
        return (WELCOME_HINTS if self._samples else hints_of(self._actions, LIBRARY_HINTS)), ("note",)
