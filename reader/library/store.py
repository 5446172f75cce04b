"""The library: one object for all that can be asked of it. The work is done by the modules beside it.

Another engine than SQLite would stand here, behind the same methods.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from reader.errors import UsageError
from reader.library import listing
from reader.library.articles import add_prepared, load_document, remove_article, replace_quotes
from reader.library.bookmarks import find_bookmarks, save_bookmark
from reader.library.corrections import (
    Correction,
    article_of,
    corrected,
    corrections_of,
    restore_corrections,
    store_correction,
)
from reader.library.database import IN_MEMORY, Database
from reader.library.entries import Article, ArticleHits, Report, Statistics
from reader.library.fulltext import Filter, Found, find_articles, find_typed, list_quotes, look_up_quotes, narrowed
from reader.library.marks import Mark, all_marks, marks_at, marks_of, remove_mark, store_mark
from reader.library.people import (
    Person,
    find_people,
    find_person,
    join_people,
    list_quotes_of,
    quotes_of,
    split_person,
)
from reader.library.positions import Position, find_position, save_position
from reader.library.prepared import Prepared, prepare
from reader.library.quotelist import Placed, QuoteList, placed
from reader.model.document import Document

if TYPE_CHECKING:
    from reader.library.everyone import Listed
    from reader.library.verifying import LibraryVerification

Record = dict[str, Any]
"""A row by the names of its columns."""


class Library:
    """A person's articles. Many may read it at once, and while one writes; writers take turns."""

    def __init__(self, path: Path | str = IN_MEMORY, *, create: bool = True) -> None:
        """Open a library, or make it; raises `LibraryError`, `NoLibraryError` when it may not be made."""
        self.path = path
        self._database = Database(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    # Adding and removing

    def add(self, places: Sequence[str], *, format: str | None = None, cores: int | None = None) -> Iterator[Report]:
        """Add places, and yield what became of each once it is safe on the disk; folders are not places."""
        from reader.library.adding import add_places  # processes; looking up needs them never

        return add_places(self._database, places, format=format, cores=cores)

    def add_document(self, document: Document, place: str) -> Report:
        """Add what was read already."""
        return self.add_prepared([prepare(document, place)])[0]

    def restore(
        self, document: Document, places: Sequence[str], corrections: Iterable[Correction] = (), id: int | None = None
    ) -> list[Report]:
        """Add what another library held, with its places and corrections, and with the number it had there."""
        with self._database.transaction():
            reports = [add_prepared(self._database, prepare(document, place), id) for place in places]
            for article in {report.article for report in reports if report.article is not None}:
                restore_corrections(self._database, article, corrections)
            return reports

    def by_hand(self, table: str) -> list[Record]:
        """Return what a person did: the rows of a table of `BY_HAND`, by the names of the columns."""
        return self._database.records(table)

    def restore_by_hand(self, table: str, rows: Iterable[Record]) -> None:
        """Add what a person did in a library with the same articles: rows of a table of `BY_HAND`.

        An older library's rows lack columns, which get their defaults; what is there already stays as it is.
        """
        known = [name for _, name, *_ in self._database.rows(f"PRAGMA table_info({table})") if name != "id"]
        with self._database.transaction():
            for row in rows:
                columns = [name for name in known if name in row]
                marks = ", ".join("?" * len(columns))
                same = " AND ".join(f"{name} IS ?" for name in columns)
                values = [row[name] for name in columns]
                self._database.write(
                    f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) "
                    f"SELECT {marks} WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {same})",
                    [*values, *values],
                )

    def add_prepared(self, prepared: Iterable[Prepared]) -> list[Report]:
        """Add what was made ready, all in one transaction."""
        with self._database.transaction():
            return [add_prepared(self._database, article) for article in prepared]

    def remove(self, article: int) -> None:
        """Forget an article and all its places."""
        with self._database.transaction():
            remove_article(self._database, article)

    # Looking

    def articles(self, *, limit: int = -1) -> list[Article]:
        """Return the articles, the newest first."""
        return listing.articles(self._database, limit)

    def recent(self, *, limit: int = 50) -> list[Article]:
        """Return the articles read or added last, the last one first."""
        return listing.recent(self._database, limit)

    def size(self) -> tuple[int, int]:
        """Count the articles and their quotes."""
        return listing.size(self._database)

    def article(self, id: int) -> Article:
        """Return one article; raises `KeyError`."""
        return listing.by_ids(self._database, [id])[id]

    def named(self, name: str) -> list[Article]:
        """Return the articles with this number, at this place, or with these words in the title."""
        return listing.named(self._database, name)

    def document(self, article: int) -> Document:
        """Return an article's document as it was stored, quotes and corrections in it; raises `KeyError`."""
        return load_document(self._database, article)

    def statistics(self) -> Statistics:
        """Count what there is."""
        return listing.statistics(self._database)

    def find(self, query: str, filter: Filter | None = None, *, limit: int = 20) -> Found:
        """Find words in texts, titles or quotes, the best article first; raises `UsageError` for an empty query."""
        return find_articles(self._database, query, filter or Filter(), limit)

    def find_typed(self, typed: str, *, limit: int = 60) -> tuple[ArticleHits, ...]:
        """Find words in the texts at each key typed: the last one may be unfinished, and a lone “-” is nothing yet."""
        return find_typed(self._database, typed, limit)

    def look_up(self, typed: str, *, limit: int = 50) -> list[ArticleHits]:
        """Look up quotes at each key typed: the last word may be unfinished, `@name` narrows by speaker."""
        return look_up_quotes(self._database, typed, limit)

    def list_quotes(self, typed: str, *, limit: int = 1000) -> QuoteList:
        """Look up quotes as `look_up` does, to be shown a part at a time."""
        return list_quotes(self._database, typed, limit)

    def placed(self, quotes: QuoteList, first: int, count: int) -> list[Placed]:
        """Return a part of a list of quotes, ready to be shown."""
        return placed(self._database, quotes, first, count)

    def verify(self, quotation: str, by: str = "", reading: Document | None = None) -> LibraryVerification:
        """Find who said these words, and whether they are the words, also in an article that is read just now.

        Raises `UsageError` when there are no words.
        """
        from reader.library.verifying import verify_in_library

        return verify_in_library(self._database, quotation, by, reading)

    # Speakers

    def speakers(self, name: str = "") -> list[Person]:
        """Return everyone quoted, or those called so, who is quoted most first."""
        return find_people(self._database, name)

    def everyone(self, typed: str = "", *, limit: int = 200) -> list[Listed]:
        """Return who is quoted most, of those called so, in a time that does not grow with the articles."""
        from reader.library.everyone import list_everyone

        return list_everyone(self._database, typed, limit)

    def person(self, key: str) -> Person | None:
        """Return the person with this key."""
        return find_person(self._database, key)

    def list_said_by(self, person: Person) -> QuoteList:
        """Return all that one person said, to be shown a part at a time."""
        return list_quotes_of(self._database, person)

    def narrowed(self, quotes: QuoteList, typed: str) -> QuoteList:
        """Return those of a list that have the words typed."""
        return narrowed(self._database, quotes, typed)

    def said_by(self, person: Person) -> list[ArticleHits]:
        """Return all that one person said, the newest article first."""
        return quotes_of(self._database, person)

    def join(self, one: Person, other: Person) -> None:
        """Keep that two are one person."""
        with self._database.transaction():
            join_people(self._database, one, other)

    def split(self, person: Person, articles: Sequence[int]) -> None:
        """Keep that in these articles somebody else of that name speaks."""
        if not articles:
            raise UsageError("name the articles in which it is somebody else")
        with self._database.transaction():
            split_person(self._database, person, articles)

    def correct(self, article: int, quote: int, speaker: str) -> Document:
        """Keep who said a quote (an index into the document's), empty for nobody known; return the document with it."""
        with self._database.transaction():
            document = self.document(article)
            store_correction(self._database, article, document, quote, speaker)
            replace_quotes(self._database, article, document)
        return self.document(article)

    def correct_in(self, document: Document, place: str, quote: int, speaker: str) -> None:
        """Keep who said a quote of a document that may not be in the library yet: it is added."""
        article = self.add_document(document, place).article
        if article is None:
            return
        with self._database.transaction():
            store_correction(self._database, article, document, quote, speaker)
            replace_quotes(self._database, article, self.document(article))

    def corrected(self, document: Document, place: str) -> Document:
        """Return a document with what was set right in it before; one that the library does not know stays as it is."""
        article = article_of(self._database, document, place)
        return document if article is None else corrected(self._database, article, document)

    def corrections(self, article: int) -> list[Correction]:
        """Return what was set right by hand in an article: where, the words of the quote, and who said it."""
        return corrections_of(self._database, article)

    # Reading

    def save_position(self, document: Document, place: str, offset: int, read_to: int = 0) -> None:
        """Keep where one is and the furthest character seen, of any document, in the library or not."""
        save_position(self._database, document, place, offset, read_to)

    def position(self, document: Document, place: str) -> Position | None:
        """Return how far one has read."""
        return find_position(self._database, document, place)

    def save_bookmark(self, document: Document, place: str, letter: str, offset: int) -> None:
        """Keep a place under a letter; the letter's place before is forgotten."""
        save_bookmark(self._database, document, place, letter, offset)

    def bookmarks(self, document: Document, place: str) -> dict[str, int]:
        """Return the places marked with letters, as offsets into this text."""
        return find_bookmarks(self._database, document, place)

    def keep_mark(self, document: Document, mark: Mark) -> None:
        """Keep what a person marked in a document, in the library or not; or its note, when that has changed."""
        store_mark(self._database, document, mark)

    def remove_mark(self, mark: Mark) -> None:
        """Forget a mark."""
        remove_mark(self._database, mark)

    def marks_of(self, document: Document, place: str) -> list[Mark]:
        """Return the marks of this text, and of whatever stood at this place."""
        return marks_of(self._database, document, place)

    def marks(self, places: Sequence[str] | None = None) -> list[Mark]:
        """Return every mark, or those of some places."""
        return all_marks(self._database) if places is None else marks_at(self._database, places)

    # Care

    def check(self) -> list[str]:
        """Return what is wrong with the file or with the places, a sentence each; raises `DamagedLibraryError`."""
        from reader.library.care import problems

        return problems(self._database)

    def rebuild(self, on_progress: Callable[[int, int], None] | None = None) -> int:
        """Find the quotes of the stored texts anew and make every index anew; return the number of articles."""
        from reader.library.care import rebuild

        return rebuild(self._database, on_progress)
