"""Everyone quoted in the library: type to narrow, Enter shows all they said, join those who are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.layout.cells import cell_len
from reader.layout.runs import Run
from reader.library.everyone import Listed
from reader.ui.desk import NO_LIBRARY
from reader.ui.panes.prompt import Prompt
from reader.ui.passages import cell_of
from reader.ui.screens.sheet import SheetScreen
from reader.ui.signs import drawn, fit

if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.visits import Visits

PART = 100
"""People listed at first; twice as many when one comes near the end."""
JOIN, MARK = "join-people", "mark-item"
_NUMBER_CELLS, _DAYS_CELLS = 7, 21
_WIDE, _MIDDLE = 90, 60


class SpeakersScreen(SheetScreen[Listed]):
    """Lists people, who is quoted most first."""

    PLACEHOLDER = "name or role"
    NOTHING = "nobody called so is quoted"
    PREVIEW_ROWS = 5
    OWN_ACTIONS = (JOIN, MARK)

    def __init__(self, visits: Visits) -> None:
        super().__init__()
        self._visits = visits
        self._limit = PART
        self._is_answered = False
        self._marked: dict[str, str] = {}
        """Names by the keys of the people to be joined."""

    def look_up(self, typed: str) -> list[Listed]:
        """Ask who is called so; what is shown stays until there is an answer."""
        self._limit = PART
        self._ask(typed)
        return self.found

    def _ask(self, typed: str) -> None:
        limit = self._limit
        self._visits.desk.ask("everyone", lambda library: library.everyone(typed, limit=limit), self._take, self._fail)

    def _take(self, people: list[Listed]) -> None:
        self.found = people
        self.cursor = min(self.cursor, max(0, len(people) - 1))
        self._is_answered = True
        self.paint()

    def _fail(self) -> None:
        self._take([])
        self.say(self._message or NO_LIBRARY)

    def on_screen_resume(self) -> None:
        """List them anew: somebody may have been split."""
        if self._is_answered and self.is_laid_out:
            self._ask(self.prompt.value)

    @on(Prompt.Moved)
    def fetch_more(self) -> None:
        """List more people before one has come to the end."""
        if len(self.found) == self._limit and self.cursor > self._limit - PART // 4:
            self._limit *= 2
            self._ask(self.prompt.value)

    def choose(self) -> None:
        """Show what the person under the cursor said."""
        if not self.found:
            self.resume()
            return
        from reader.ui.screens.sayings import SayingsScreen

        self.app.push_screen(SayingsScreen(self._visits, self.found[self.cursor]))

    # Joining.

    def press(self, action: str) -> None:
        """Mark somebody, or join those who are marked to the one under the cursor."""
        if not self.found:
            return
        person = self.found[self.cursor]
        if action == MARK:
            self._mark(person)
        else:
            self._join(person)

    def _mark(self, person: Listed) -> None:
        if self._marked.pop(person.key, None) is None:
            self._marked[person.key] = person.name
        self.cursor = min(self.cursor + 1, len(self.found) - 1)
        self.paint()

    def _join(self, person: Listed) -> None:
        others = {key: name for key, name in self._marked.items() if key != person.key}
        if not others:
            self.say(
                f"{self.key_of(MARK)} marks who is the same person; then {self.key_of(JOIN)} on the one to join them to"
            )
            return

        def join(library: Library) -> str:
            one = library.person(person.key)
            for key in others:
                other = library.person(key)
                if one is not None and other is not None:
                    library.join(one, other)
            return ", ".join(others.values())

        self._visits.desk.ask("join", join, lambda names: self._tell_joined(names, person.name))

    def _tell_joined(self, names: str, name: str) -> None:
        self._marked.clear()
        if not self.is_laid_out:
            return
        self._ask(self.prompt.value)
        self.say(f"joined to {name}: {names}. Kept; their articles can be split off again")

    # Painting.

    def nothing_words(self) -> str:
        """Say nothing while there is no answer."""
        return self.NOTHING if self._is_answered else ""

    def count_words(self) -> str:
        """Say how many are marked, or listed."""
        if self._marked:
            return f"{len(self._marked)} marked"
        more = " and more" if len(self.found) == self._limit else ""
        return f"{len(self.found):,}{more}"

    def foot_words(self) -> str:
        """Say what the keys do here."""
        return f"Enter: all they said · {self.key_of(MARK)} marks · {self.key_of(JOIN)} joins the marked to this one"

    def heading_runs(self, width: int) -> list[Run]:
        """Name the columns of numbers."""
        counts, days = _columns(width)
        names = "quotes".rjust(_NUMBER_CELLS) + ("texts".rjust(_NUMBER_CELLS) if counts > _NUMBER_CELLS else "")
        return [(" " * (width - counts - days) + names, ("note",))]

    def mark_of(self, item: Listed) -> str:
        """Show who is marked."""
        return "+ " if item.key in self._marked else "  "

    def item_runs(self, item: Listed, width: int) -> list[Run]:
        """Show the name with its role, then how often and when."""
        counts, days = _columns(width)
        room = width - counts - days
        name = fit(item.name, room - 1)
        role = fit(f", {item.roles[0]}" if item.roles else "", max(0, room - 1 - cell_len(name)))
        gap = " " * max(0, room - cell_len(name + role))
        runs: list[Run] = [(name, ("note" if item.is_description else "speaker",)), (role, ("role",)), (gap, ())]
        runs.append((f"{item.quotes:,}".rjust(_NUMBER_CELLS), ("words",)))
        if counts > _NUMBER_CELLS:
            runs.append((f"{item.articles:,}".rjust(_NUMBER_CELLS), ("note",)))
        if days:
            runs += [("  ", ()), (_days(item).rjust(_DAYS_CELLS), ("note",))]
        return runs

    def preview_rows(self, item: Listed, width: int, height: int) -> list[list[Run]]:
        """Show every form and role, and when."""
        quotes = f"{item.quotes:,} quote{'' if item.quotes == 1 else 's'}"
        articles = f"{item.articles:,} article{'' if item.articles == 1 else 's'}"
        kind = "a description: not always the same person" if item.is_description else f"key: {item.key}"
        lines = [
            ("called", ", ".join(item.forms)),
            ("as", "; ".join(item.roles) or "no role given"),
            ("said", " · ".join(part for part in (f"{quotes} in {articles}", _days(item)) if part)),
            ("", kind),
        ]
        rows: list[list[Run]] = [[(drawn("─") * width, ("note",))]]
        for label, words in lines:
            rows.append([("  ", ()), *cell_of(label, 7, "note"), (fit(drawn(words), width - 10), ("plain",))])
        return rows[:height]


def _columns(width: int) -> tuple[int, int]:
    """Return the cells of the counts and those of the days."""
    return (2 if width >= _MIDDLE else 1) * _NUMBER_CELLS, _DAYS_CELLS + 2 if width >= _WIDE else 0


def _days(item: Listed) -> str:
    if item.first_day == item.last_day:
        return item.first_day
    return drawn(f"{item.first_day}–{item.last_day}")
