"""What everyone said, summed up by name while articles come and go. Each function works in its caller's transaction."""

from __future__ import annotations

from reader.library.database import Database
from reader.library.ids import ids_of

_SUMS = """
INSERT INTO names
    SELECT family_of(v.name, v.key), v.key, CASE WHEN is_lone(v.name, v.key, v.role) THEN v.id >> 20 ELSE 0 END AS own,
        v.name, v.role, sum(v.quotes), count(*), min(a.day), max(a.day)
    FROM voices v JOIN articles a ON a.id = v.id >> 20
    WHERE v.quotes > 0 {condition} GROUP BY v.key, own, v.name, v.role
"""
_ADD = (
    _SUMS.format(condition="AND v.id >= ? AND v.id < ?")
    + """ON CONFLICT DO UPDATE SET
    quotes = quotes + excluded.quotes,
    articles = articles + excluded.articles,
    first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),
    last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day))
"""
)
_ONE = "family = family_of(:name, :key) AND key = :key AND name = :name AND role = :role AND article IN (0, :article)"
_DAYS = """
UPDATE names SET (first_day, last_day) = (
    SELECT min(a.day), max(a.day) FROM voices v JOIN articles a ON a.id = v.id >> 20
    WHERE v.key = :key AND v.name = :name AND v.role = :role AND v.quotes > 0 AND v.id >> 20 <> :article
) WHERE {one} AND :day IN (first_day, last_day)
"""


def count_voices(database: Database, article: int) -> None:
    """Count in what the voices of an article said."""
    database.write(_ADD, ids_of(article))


def uncount_voices(database: Database, article: int) -> None:
    """Count out what the voices of an article said, while they are still there."""
    columns = ("key", "name", "role", "quotes", "voices", "day", "article")
    rows = database.rows(
        "SELECT v.key, v.name, v.role, sum(v.quotes), count(*), a.day, a.id FROM voices v "
        "JOIN articles a ON a.id = v.id >> 20 "
        "WHERE v.id >= ? AND v.id < ? AND v.quotes > 0 GROUP BY v.key, v.name, v.role",
        ids_of(article),
    )
    for row in rows:
        voice = dict(zip(columns, row, strict=True))
        database.write(f"UPDATE names SET quotes = quotes - :quotes, articles = articles - :voices WHERE {_ONE}", voice)
        database.write(f"DELETE FROM names WHERE {_ONE} AND quotes <= 0", voice)
        if voice["day"]:
            database.write(_DAYS.format(one=_ONE), voice)


def recount(database: Database) -> None:
    """Sum everything up anew."""
    database.write("DELETE FROM names")
    database.write(_SUMS.format(condition=""))
