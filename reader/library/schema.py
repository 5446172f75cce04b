"""The tables of a library, and how an older file becomes a newer one. Knows SQL, not articles.

`PRAGMA user_version` counts the migrations a file has seen. A step, once released, is never edited: a change is a
further step, and `tests/cases/library/` gets a file of the version before it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing

from reader.errors import LibraryError

_ARTICLES = """
CREATE TABLE articles (
    -- Never used twice: what names a removed article must not lead to another one.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text_hash BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    date TEXT NOT NULL,          -- as the article gives it
    day TEXT,                    -- the same as YYYY-MM-DD, where it can be understood
    source TEXT NOT NULL,
    characters INTEGER NOT NULL,
    quotes INTEGER NOT NULL,
    added REAL NOT NULL          -- seconds since 1970
);
CREATE INDEX articles_day ON articles (day);

-- Apart from `articles`, so that a look at many articles does not walk through their texts.
CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    text BLOB NOT NULL,          -- UTF-8, deflated
    structure BLOB NOT NULL      -- the rest of the document (library/codec.py)
);

CREATE TABLE places (
    place TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    source_hash BLOB NOT NULL,   -- of what was read there
    resemblance REAL NOT NULL,   -- 1 when its text is the article's, less for a near-copy
    added REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX places_article ON places (article);

-- A speaker of one article. The id is that of its quotes: article << 20 | number.
CREATE TABLE voices (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL,           -- the name as it is compared (library/names.py)
    role TEXT NOT NULL,
    quotes INTEGER NOT NULL
);
CREATE INDEX voices_key ON voices (key);

CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,      -- article << 20 | number, so that an article's quotes stand together
    voice INTEGER,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL
);
CREATE INDEX quotes_voice ON quotes (voice) WHERE voice IS NOT NULL;

-- The smallest hashes of an article's word sequences: near-copies share at least one.
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX shingles_article ON shingles (article);

-- Contentless: the words are in `texts`, folded as the reader's own search folds them (library/fulltext.py).
CREATE VIRTUAL TABLE text_index USING fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quote_index USING fts5 (
    words, speaker, content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE text_words USING fts5vocab (text_index, 'row');
"""

_BY_HAND = """
-- Speakers of quotes that a person set right. Found again by place and words when the quotes are found anew.
CREATE TABLE corrections (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    start INTEGER NOT NULL,
    words TEXT NOT NULL,
    speaker TEXT NOT NULL,       -- empty: nobody can be named
    PRIMARY KEY (article, start)
) WITHOUT ROWID;

-- Who a name is, said by a person: everywhere (article 0) or in one article.
CREATE TABLE identities (
    key TEXT NOT NULL,
    article INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    note TEXT NOT NULL,
    made REAL NOT NULL
);
CREATE INDEX marks_article ON marks (article, start);

-- How far one has read, of what is in the library and of what is not.
CREATE TABLE positions (
    text_hash BLOB NOT NULL,
    place TEXT NOT NULL,
    offset INTEGER NOT NULL,
    words TEXT NOT NULL,         -- what stands there, to find it again when the text has changed
    characters INTEGER NOT NULL,
    saved REAL NOT NULL,
    PRIMARY KEY (text_hash, place)
) WITHOUT ROWID;
CREATE INDEX positions_place ON positions (place, saved);
"""

_NAMES = """
-- What those called so said, summed up, so that listing everyone reads no voices (library/counts.py).
CREATE TABLE names (
    family TEXT NOT NULL,        -- the last word of the key; empty for a description
    key TEXT NOT NULL,
    article INTEGER NOT NULL,    -- of a family name alone without a role, who is somebody of their own; else 0
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    PRIMARY KEY (family, key, article, name, role)
) WITHOUT ROWID;
CREATE INDEX names_quotes ON names (quotes);
INSERT INTO names
    SELECT family_of(v.name, v.key), v.key, CASE WHEN is_lone(v.name, v.key, v.role) THEN v.id >> 20 ELSE 0 END AS own,
        v.name, v.role, sum(v.quotes), count(*), min(a.day), max(a.day)
    FROM voices v JOIN articles a ON a.id = v.id >> 20 WHERE v.quotes > 0 GROUP BY v.key, own, v.name, v.role;

-- The furthest character seen: `offset` is where the screen began.
ALTER TABLE positions ADD COLUMN read_to INTEGER NOT NULL DEFAULT 0;
UPDATE positions SET read_to = offset;
"""

_MARKS = """
-- Marks and notes, of what is in the library and of what is not, like positions: a text that changes loses none.
ALTER TABLE marks RENAME TO marks_of_articles;
CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    text_hash BLOB NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    section TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    words TEXT NOT NULL,
    before TEXT NOT NULL,        -- what stands before and after the words, to find them again
    after TEXT NOT NULL,
    note TEXT NOT NULL,          -- empty: marked, and nothing said of it
    made REAL NOT NULL,          -- seconds since 1970; with the place it tells one mark from another
    changed REAL NOT NULL
);
INSERT INTO marks (text_hash, place, title, section, start, end, words, before, after, note, made, changed)
    SELECT a.text_hash, coalesce((SELECT place FROM places WHERE article = a.id ORDER BY added LIMIT 1), ''),
        a.title, '', m.start, m.end, m.words, '', '', m.note, m.made, m.made
    FROM marks_of_articles m JOIN articles a ON a.id = m.article;
DROP TABLE marks_of_articles;
CREATE INDEX marks_text ON marks (text_hash);
CREATE INDEX marks_place ON marks (place);
"""

_BOOKMARKS = """
-- Places marked with a letter (m a), of what is in the library and of what is not, like positions.
CREATE TABLE bookmarks (
    text_hash BLOB NOT NULL,
    place TEXT NOT NULL,
    letter TEXT NOT NULL,
    offset INTEGER NOT NULL,
    words TEXT NOT NULL,         -- what stands there, to find it again when the text has changed
    saved REAL NOT NULL,
    PRIMARY KEY (place, letter)
) WITHOUT ROWID;
CREATE INDEX bookmarks_text ON bookmarks (text_hash);
"""

BY_HAND = ("identities", "positions", "marks", "bookmarks")
"""The tables of what a person did, besides corrections."""

MIGRATIONS = (_ARTICLES, _BY_HAND, _NAMES, _MARKS, _BOOKMARKS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the newest version, all steps or none; raises `LibraryError` when it is newer than we are."""
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again: another process may have done it while this one waited.
        version = _version(connection)
        if version > len(MIGRATIONS):
            raise LibraryError("the library was made by a newer pullquote: update this one to read it")
        for step in MIGRATIONS[version:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    with closing(connection.execute("PRAGMA user_version")) as cursor:
        version: int = cursor.fetchone()[0]
    return version


def _statements(script: str) -> list[str]:
    """Part a script into statements; `executescript` would commit before it."""
    statements: list[str] = []
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            statements.append(waiting)
            waiting = ""
    return statements
