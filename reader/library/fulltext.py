"""Words found over the whole library: which articles and quotes, the best first. Where in them is for `hits.py`.

A frequent word stands in half of the articles, and ranking them all would take seconds: of more than `_RANKED` the
newest are ranked, which is what one means by such a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.errors import UsageError
from reader.library.database import Database
from reader.library.entries import ArticleHits
from reader.library.hits import quote_hits, text_hits
from reader.library.ids import QUOTE_BITS, article_of
from reader.library.names import name_key
from reader.library.query import Query, parse_beginnings, parse_query
from reader.library.quotelist import QuoteList, listed
from reader.model.dates import first_day, last_day
from reader.search.fold import fold
from reader.search.lookup import parse_query as parse_lookup
from reader.search.spelling import nearest, slips_allowed

_RANKED = 3000
_MOST_NARROWED = 50_000
_BEGINNING = 4
"""Letters from which on the word one is typing stands for all that begin so; fewer begin half of all words."""
_TITLE_WEIGHT = 6.0
"""How much more a word says in the title than in the text. A guess; FTS5's own default is 1."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a find is narrowed to."""

    speaker: str = ""
    """A part of the name or the role; only quotes are found then."""
    since: str = ""
    until: str = ""
    """Days, months or years; an article that does not say its date is not found then."""
    scope: str = "text"
    """“text”, which is all of an article, “titles” or “quotes”."""
    source: str = ""
    """A part of the source the article names, or of its place."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and what was taken for what was typed."""

    articles: tuple[ArticleHits, ...]
    instead: tuple[tuple[str, str], ...] = ()
    """Words that are nowhere, and the known words that were looked for instead."""


def find_articles(database: Database, typed: str, filter: Filter, limit: int) -> Found:
    """Find what was typed, or, where that is nowhere, what may have been meant."""
    query = parse_query(typed)
    if not query.terms and not filter.speaker:
        raise UsageError("name the words to find")
    found = _find(database, query, filter, limit)
    if found or not query.terms:
        return Found(tuple(found))
    instead = _known_instead(database, query)
    for meant in query.with_words(instead) if instead else []:
        found = _find(database, meant, filter, limit)
        if found:
            words = [word for term in meant.terms for word in term.words]
            changed = [(word, next(other for other in near if other in words)) for word, near in instead.items()]
            return Found(tuple(found), tuple(changed))
    return Found(())


def find_typed(database: Database, typed: str, limit: int) -> tuple[ArticleHits, ...]:
    """Find what is being typed: as it is where that is somewhere, else its last word as a beginning, or misspelt."""
    try:
        query = parse_query(typed)
    except UsageError:
        return ()
    if not query.terms:
        return ()
    last = query.terms[-1]
    is_unfinished = typed[-1:].isalnum() and len(last.words) == 1 and len(last.words[0]) >= _BEGINNING
    if is_unfinished:
        query = replace(query, terms=(*query.terms[:-1], replace(last, is_beginning=True)))
    found = _find(database, query, Filter(), limit)
    return tuple(found) if found else find_articles(database, typed, Filter(), limit).articles


def look_up_quotes(database: Database, typed: str, limit: int) -> list[ArticleHits]:
    """Look up quotes by the beginnings of words and `@names`: words side by side first, then the newest."""
    found = list_quotes(database, typed, limit)
    return quote_hits(database, found.ids, found.query, per_article=limit)


def list_quotes(database: Database, typed: str, limit: int) -> QuoteList:
    """Look up quotes as `look_up_quotes` does, without opening their articles."""
    lookup = parse_lookup(typed)
    query = parse_beginnings(lookup.words)
    names = parse_beginnings(lookup.speakers)
    if not query.terms and not names.terms:
        return QuoteList()
    speaker = " AND ".join(f"speaker : {term.expression()}" for term in names.terms)
    # A word may be of the quote or of its speaker's name.
    words = " AND ".join(term.expression() for term in query.terms)
    ids = _quote_ids(database, " AND ".join(filter(None, (words, speaker))), limit)
    if len(query.terms) > 1:
        phrase = f'words : "{" ".join(" ".join(term.words) for term in query.terms)}" *'
        side_by_side = _quote_ids(database, " AND ".join(filter(None, (phrase, speaker))), limit)
        ids = list(dict.fromkeys([*side_by_side, *ids]))[:limit]
    return listed(ids, query, is_cut=len(ids) == limit)


def narrowed(database: Database, quotes: QuoteList, typed: str) -> QuoteList:
    """Return those of a list that have the words typed, as they are looked up."""
    if not typed.strip():
        return quotes
    found = list_quotes(database, typed, _MOST_NARROWED)
    known = set(found.ids)
    return QuoteList(tuple(id for id in quotes.ids if id in known), found.query)


def _quote_ids(database: Database, expression: str, limit: int) -> list[int]:
    rows = database.rows(
        "SELECT rowid FROM quote_index WHERE quote_index MATCH ? ORDER BY rowid DESC LIMIT ?", (expression, limit)
    )
    return [id for (id,) in rows]


def _find(database: Database, query: Query, filter: Filter, limit: int) -> list[ArticleHits]:
    if filter.speaker or filter.scope == "quotes":
        return _find_quotes(database, query, filter, limit)
    expression = query.expression() if filter.scope == "text" else f"title : {query.expression()}"
    condition, parameters = _condition(filter, "rowid")
    rows = database.rows(
        f"SELECT rowid, bm25(text_index, {_TITLE_WEIGHT}, 1.0) FROM text_index "
        f"WHERE text_index MATCH ? {condition} ORDER BY rowid DESC LIMIT {_RANKED}",
        (expression, *parameters),
    )
    best = sorted(rows, key=lambda row: (row[1], -row[0]))[:limit]
    return text_hits(database, [id for id, _ in best], query)


def _find_quotes(database: Database, query: Query, filter: Filter, limit: int) -> list[ArticleHits]:
    parts = [f"words : {query.expression()}"] if query.terms else []
    if filter.speaker:
        parts.append(_speaker_expression(database, filter.speaker))
    condition, parameters = _condition(filter, f"rowid >> {QUOTE_BITS}")
    rank = "bm25(quote_index, 1.0, 0.0)" if query.terms else "0"
    rows = database.rows(
        f"SELECT rowid, {rank} FROM quote_index WHERE quote_index MATCH ? {condition} "
        f"ORDER BY rowid DESC LIMIT {_RANKED}",
        (" AND ".join(parts), *parameters),
    )
    by_rank = [id for id, _ in sorted(rows, key=lambda row: row[1])]
    articles = list(dict.fromkeys(article_of(id) for id in by_rank))[:limit]
    wanted = set(articles)
    return quote_hits(database, [id for id in by_rank if article_of(id) in wanted], query)


def _speaker_expression(database: Database, name: str) -> str:
    """Return who is looked for, and the names that a person joined to that one."""
    key = name_key(name)
    joined = [each for (each,) in database.rows("SELECT key FROM identities WHERE person = ? AND article = 0", (key,))]
    queries = [query for each in [name, *joined] if (query := parse_query(fold(each).lower.replace("-", " "))).terms]
    if not queries:
        raise UsageError("name the speaker in letters")
    return f"speaker : ({' OR '.join(query.expression() for query in queries)})"


def _condition(filter: Filter, article: str) -> tuple[str, list[object]]:
    """Return what else must hold of the article, as SQL with its parameters."""
    conditions: list[str] = []
    parameters: list[object] = []
    for typed, comparison, day_of in ((filter.since, ">=", first_day), (filter.until, "<=", last_day)):
        if typed:
            day = day_of(typed)
            if day is None:
                raise UsageError(f"{typed} is no date: write 2025-03-14, 2025-03 or 2025")
            conditions.append(f"day {comparison} ?")
            parameters.append(day)
    if filter.source:
        conditions.append(
            "(instr(lower(source), ?) OR id IN (SELECT article FROM places WHERE instr(lower(place), ?)))"
        )
        parameters += [filter.source.lower()] * 2
    if not conditions:
        return "", []
    return f"AND {article} IN (SELECT id FROM articles WHERE {' AND '.join(conditions)})", parameters


def _known_instead(database: Database, query: Query) -> dict[str, list[str]]:
    """Return the words of a query that are in no article, each with the known words that are nearest."""
    instead: dict[str, list[str]] = {}
    for word in {word for term in query.terms if not term.is_beginning for word in term.words}:
        if slips_allowed(word) and database.value("SELECT 1 FROM text_words WHERE term = ?", (word,)) is None:
            instead[word] = _nearest_known(database, word)
    return instead if all(instead.values()) else {}


def _nearest_known(database: Database, word: str) -> list[str]:
    """Return known words a slip away. Two letters are almost always typed right; if not, the first one is."""
    for beginning in (word[:2], word[:1]):
        near = nearest(word, _words_between(database, beginning, beginning + "\U0010ffff"))
        if near:
            return near
    return []


def _words_between(database: Database, first: str, last: str) -> Sequence[tuple[str, int]]:
    rows = database.rows("SELECT term, doc FROM text_words WHERE term >= ? AND term < ?", (first, last))
    return [(term, count) for term, count in rows]
