"""Which articles a quotation may come from, without reading every article; the verdict is `search.verify`'s.

Asked for are the rarest words of each part of the quotation: what two altered versions of it still share. Where all
its words are frequent, runs of three of them are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from reader.library.articles import load_document
from reader.library.database import Database
from reader.library.entries import Article
from reader.library.ids import article_of
from reader.library.listing import by_ids
from reader.library.prepared import hash_of
from reader.model.document import Document
from reader.search.fold import fold
from reader.search.spelling import nearest, slips_allowed
from reader.search.verify import Verification, verify
from reader.search.words import words_of

_FREQUENT = 1500
"""Articles with a word from which on it leads nowhere."""
_PART_WORDS = 9
_MOST_PARTS = 12
_PER_PART = 4
_MOST_ARTICLES = 16
_RUN_WORDS = 3
_RUN_ARTICLES = 40


@dataclass(frozen=True, slots=True)
class LibraryVerification:
    """A verification, and the articles its documents are."""

    verification: Verification
    articles: tuple[Article | None, ...]
    """In the order of the verification's documents; None is the one that is read, where the library lacks it."""


def verify_in_library(
    database: Database, quotation: str, by: str, reading: Document | None = None
) -> LibraryVerification:
    """Verify a quotation against the articles it may come from, and first against the one that is read."""
    ids = candidates(database, quotation)
    searched = database.value("SELECT count(*) FROM articles")
    documents, entries = [load_document(database, id) for id in ids], by_ids(database, ids)
    articles: list[Article | None] = [entries[id] for id in ids]
    if reading is not None:
        known = database.value("SELECT id FROM articles WHERE text_hash = ?", (hash_of(reading.text),))
        others = [
            (document, article)
            for document, article in zip(documents, articles, strict=True)
            if article is None or article.id != known
        ]
        documents = [reading, *(document for document, _ in others)]
        articles = [by_ids(database, [known])[known] if known else None, *(article for _, article in others)]
        searched += known is None
    return LibraryVerification(verify(quotation, documents, by, searched=searched), tuple(articles))


def candidates(database: Database, quotation: str) -> list[int]:
    """Return the articles that share the most telling words with a part of a quotation, the likeliest first."""
    words = [key for word in words_of(quotation) for key in _indexed_forms(word.key)]
    containing = _articles_with(database, set(words))
    total = max(database.value("SELECT count(*) FROM articles"), 1)
    scores: Counter[int] = Counter()
    chosen: dict[int, None] = {}
    for part in _parts(words):
        part_scores = _score(part, containing, total)
        if not part_scores:
            part_scores = _score_runs(database, part)
        scores.update(part_scores)
        chosen |= dict.fromkeys(article for article, _ in part_scores.most_common(_PER_PART))
    best = [article for article, _ in scores.most_common(_PER_PART)]
    return list(dict.fromkeys([*best, *sorted(chosen, key=lambda article: -scores[article])]))[:_MOST_ARTICLES]


def _indexed_forms(key: str) -> list[str]:
    """Return a word as the index parts it: “we're” is “we” and “re” there."""
    return "".join(letter if letter.isalnum() else " " for letter in fold(key).lower).split()


def _parts(words: Sequence[str]) -> list[Sequence[str]]:
    """Return stretches of the quotation, each of which may come from elsewhere."""
    step = max(_PART_WORDS, -(-len(words) // _MOST_PARTS))
    return [words[first : first + step] for first in range(0, len(words), step)]


def _articles_with(database: Database, words: set[str]) -> Mapping[str, Sequence[int]]:
    """Return the articles of each word that is rare enough; a misspelt one stands for what it may be meant for."""
    found: dict[str, Sequence[int]] = {}
    for word in words:
        articles = _rare(database, word)
        if articles == [] and slips_allowed(word):
            meant = nearest(word, _known(database, word[:3]), limit=1)
            articles = _rare(database, meant[0]) if meant else None
        if articles:
            found[word] = articles
    return found


def _rare(database: Database, word: str) -> list[int] | None:
    """Return the articles with a word; None when there are too many."""
    rows = database.rows(
        "SELECT rowid FROM text_index WHERE text_index MATCH ? LIMIT ?", (f'body : "{word}"', _FREQUENT + 1)
    )
    return [id for (id,) in rows] if len(rows) <= _FREQUENT else None


def _known(database: Database, beginning: str) -> list[tuple[str, int]]:
    rows = database.rows(
        "SELECT term, doc FROM text_words WHERE term >= ? AND term < ?", (beginning, beginning + "\U0010ffff")
    )
    return [(term, count) for term, count in rows]


def _score(part: Sequence[str], containing: Mapping[str, Sequence[int]], total: int) -> Counter[int]:
    scores: Counter[int] = Counter()
    for word in set(part):
        articles = containing.get(word, ())
        weight = round(100 * log(1 + total / (1 + len(articles))))
        for article in articles:
            scores[article] += weight
    return scores


def _score_runs(database: Database, part: Sequence[str]) -> Counter[int]:
    """Count the runs of three words that an article quotes, or, where nobody is quoted so, has at all."""
    scores: Counter[int] = Counter()
    for first in range(max(len(part) - _RUN_WORDS + 1, 1)):
        run = " ".join(part[first : first + _RUN_WORDS])
        rows = database.rows(
            "SELECT rowid FROM quote_index WHERE quote_index MATCH ? LIMIT ?", (f'words : "{run}"', _RUN_ARTICLES)
        )
        scores.update({article_of(id) for (id,) in rows})
        if not rows:
            found = database.rows(
                "SELECT rowid FROM text_index WHERE text_index MATCH ? LIMIT ?", (f'body : "{run}"', _RUN_ARTICLES)
            )
            scores.update(id for (id,) in found)
    return scores
