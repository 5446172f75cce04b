"""What day a date of an article is. Knows how newspapers write dates, in English; the rest is left alone."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})",
        rf"\b{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})\b",
        rf"\b{_DAY}\.? (?:of )?{_MONTH},? {_YEAR}\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
    )
)
# What `--since` and `--until` take besides a day: a month or a year, all of it.
_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2}))?")


def parse_day(written: str) -> str | None:
    """Return a date as YYYY-MM-DD, or None when it does not say which day it is (“14 May” says no year)."""
    for form in _FORMS:
        match = form.search(written)
        if match:
            return _iso(match["year"], match["month"], match["day"])
    return None


def first_day(typed: str) -> str | None:
    """Return the first day of a day, a month (2025-03) or a year (2025)."""
    match = _PERIOD.fullmatch(typed.strip())
    return _iso(match[1], match[2] or "1", "1") if match else parse_day(typed)


def last_day(typed: str) -> str | None:
    """Return the last day of a day, a month or a year."""
    match = _PERIOD.fullmatch(typed.strip())
    if match is None:
        return parse_day(typed)
    begin = _iso(match[1], match[2] or "12", "1")
    if begin is None:
        return None
    # 31 days behind the first of a month lies in the next month, whichever it is.
    following = (date.fromisoformat(begin) + timedelta(days=31)).replace(day=1)
    return (following - timedelta(days=1)).isoformat()


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
