"""The dates of a text as intervals of days, with the bounds that the words before them give ("before 2012").

Unlike the period of a claim, a date here may be of any century, may have no year, and is read wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from comms_tracker.calendar_names import month_number
from comms_tracker.changes.intervals import Interval
from comms_tracker.claims.moments import MONTH
from comms_tracker.relation.places import Places
from comms_tracker.relation.quantity import Quantity, Sort

YEAR = r"(?:1\d|20)\d\d"
FULL = re.compile(
    rf"(?<![\w.,$£€])(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH})(?:,? (?P<y>{YEAR})(?!\d))?|"
    rf"(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|,\d)(?:,? ?(?P<y2>{YEAR})(?!\d))?)"
)
MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH})(?: of)?,? (?P<y>{YEAR})(?!\d)")
SEASON = re.compile(r"(?<!\d)(?P<y>1[89]\d\d|20\d\d)[–/-](?P<end>\d\d)(?!\d)")
DECADE = re.compile(r"(?<!\d)(?P<y>(?:1\d|20)\d0)['’]?s\b")
BARE_YEAR = re.compile(rf"(?<![\d.,$£€/–-])(?<![$£€] )(?P<y>{YEAR})(?![\d%]|,\d{{3}}|\.\d|[-–]year)")
BARE_MONTH = re.compile(rf"\b(?:in|during|of|since|by|until|late|early|mid|to|and|through) (?P<m>{MONTH})\b(?! \d)")
LEAD = r"(?: the)?(?: (?:start|beginning|end|year|month|season|date)(?: of)?)?(?: (?:on|mid|early|late))?[ -]$"
BEFORE = re.compile(rf"\b(?:before|prior to|earlier than|preceding|less than|under){LEAD}", re.I)
UP_TO = re.compile(rf"\b(?:no later than|up to|until|by){LEAD}", re.I)
AFTER = re.compile(rf"\b(?:after|later than|following|more than|over){LEAD}", re.I)
SINCE = re.compile(rf"\b(?:since|not before){LEAD}", re.I)
AS_OF = re.compile(
    r"\b(?:as of|as at|through|up to|until|by|to)(?: the)?"
    r"(?: (?:end|start|beginning) of| late| early| mid)?(?: the)? $",
    re.I,
)
REACH = 30
"""How many characters before a date the words that bound it may begin."""
DAYS_A_MONTH = 31
"""A day without a year is counted in months of this length, so that their order is right."""
LEAP_YEAR = 2000
"""A year that has every day, for dates without one."""
EARLIEST = "1600"
"""A bare number of four digits below this is a year only after a word that says so."""
YEAR_CUE = re.compile(r"\b(?:in|since|by|until|before|after|from|between|around|circa|year|of) $", re.I)


def read_dates(text: str) -> list[Quantity]:
    """The dates, months, years, decades and seasons of a text, none of which overlaps another."""
    found: list[Quantity] = []
    taken = Places()
    for start, end, sort, first, last in _spans(text):
        if not taken.free(start, end):
            continue
        taken.add(start, end)
        found.append(_dated(text, start, end, sort, (first, last)))
    return found


def _spans(text: str) -> Iterator[tuple[int, int, Sort, int, int]]:
    """Start, end, sort, and first and last day of each reading; the most definite ones first."""
    for match in FULL.finditer(text):
        year, month = match["y"] or match["y2"], month_number(match["m"] or match["m2"])
        number = int(match["d"] or match["d2"])
        try:
            day = date(int(year or LEAP_YEAR), month, number).toordinal()
        except ValueError:  # 31 June
            continue
        if year:
            yield match.start(), match.end(), Sort.DATE, day, day
        else:
            yield match.start(), match.end(), Sort.DAY_OF_YEAR, _of_year(month, number), _of_year(month, number)
    for match in MONTH_YEAR.finditer(text):
        yield match.start(), match.end(), Sort.DATE, *_month_days(int(match["y"]), month_number(match["m"]))
    for match in SEASON.finditer(text):
        year = int(match["y"])
        if (year + 1) % 100 == int(match["end"]):
            yield match.start(), match.end(), Sort.SEASON, year, year
    for match in DECADE.finditer(text):
        first, last = _year_days(int(match["y"])), _year_days(int(match["y"]) + 9)
        yield match.start(), match.end(), Sort.DATE, first[0], last[1]
    for match in BARE_YEAR.finditer(text):
        if match["y"] < EARLIEST and YEAR_CUE.search(text, max(0, match.start() - REACH), match.start()) is None:
            continue
        yield match.start(), match.end(), Sort.DATE, *_year_days(int(match["y"]))
    for match in BARE_MONTH.finditer(text):
        month = month_number(match["m"])
        yield match.start("m"), match.end(), Sort.DAY_OF_YEAR, _of_year(month, 1), _of_year(month, DAYS_A_MONTH)


def _dated(text: str, start: int, end: int, sort: Sort, days: tuple[int, int]) -> Quantity:
    """The date with the bound of the words before it: "before 2012" ends where 2012 begins, "by 2012" where it ends."""
    first, last = float(days[0]), float(days[1])
    bounds = (
        (BEFORE, Interval(None, first, high_open=True)),
        (UP_TO, Interval(None, last)),
        (AFTER, Interval(last, None, low_open=True)),
        (SINCE, Interval(first, None)),
    )
    reach = max(0, start - REACH)
    interval, led_from = Interval(first, last), None
    for words, bound in bounds:
        found = words.search(text, reach, start)
        if found is not None:
            interval, led_from = bound, found.start()
            break
    return Quantity(
        sort=sort,
        unit="",
        interval=interval,
        start=start,
        end=end,
        bound=led_from is not None,
        as_of=AS_OF.search(text, reach, start) is not None,
        day=_day_of_year(days) if sort is Sort.DATE else None,
        led_from=led_from,
    )


def _day_of_year(days: tuple[int, int]) -> Interval | None:
    """The days of the year that a date of at most a month spans."""
    first, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    if (first.year, first.month) != (last.year, last.month):
        return None
    return Interval(float(_of_year(first.month, first.day)), float(_of_year(last.month, last.day)))


def _of_year(month: int, day: int) -> int:
    return month * DAYS_A_MONTH + day


def _month_days(year: int, month: int) -> tuple[int, int]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1).toordinal(), following.toordinal() - 1


def _year_days(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
