"""Days and times of the year that have names: Christmas Eve, Easter Monday, last summer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from comms_tracker.claims.moments import YEAR, Span, month_of, months_from, one_day

_DAY = timedelta(days=1)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def holiday(found: re.Match[str], day: date | None) -> Span | None:
    """The day that ``HOLIDAY`` found: the last one up to ``day`` where it has no year of its own."""
    fixed = _HOLIDAYS[found["name"].lower()]
    if found["year"]:
        return one_day(fixed(int(found["year"])))
    if day is None:
        return None
    return one_day(max(each for each in (fixed(day.year), fixed(day.year - 1)) if each <= day))


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
    "new year's eve": lambda year: date(year, 12, 31),
    "new year's day": lambda year: date(year, 1, 1),
    "good friday": lambda year: _easter(year) - 2 * _DAY,
    "easter sunday": _easter,
    "easter monday": lambda year: _easter(year) + _DAY,
}

HOLIDAY = re.compile(rf"\b(?P<name>(?i:{'|'.join(_HOLIDAYS)}))(?:,? (?P<year>{YEAR}))?")
SEASON = re.compile(
    rf"\b(?:(?P<which>(?i:last|this)) )?(?P<season>(?i:{'|'.join(_SEASONS)}))(?: (?:of )?(?P<year>{YEAR}))?"
)


def season(found: re.Match[str], day: date | None) -> Span | None:
    """The months that ``SEASON`` found; "last summer" is over by ``day``."""
    if day is None and not found["year"]:
        return None
    first, last = _SEASONS[found["season"].lower()]
    years = [int(found["year"])] if found["year"] else [day.year, day.year - 1, day.year - 2] if day else []
    for year in years:
        start = date(year, first, 1)
        end = month_of(months_from(start, last - first)).last
        begun = day is None or start <= day
        over = day is None or end < day
        if found["year"] or (over if (found["which"] or "").lower() == "last" else begun):
            return Span(start, end)
    return None
