"""From the words of a date ("Saturday", "4 June", "last week") to the days it means, seen from a day of issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from comms_tracker import calendar_names
from comms_tracker.calendar_names import month_number, weekday_number
from comms_tracker.claims.tense import Tense

LEAP_CYCLE = 8
"""Years to look either way for a date: 29 February can be eight years off, around 1900 and 2100."""

MONTH = rf"(?:{calendar_names.MONTH}|{calendar_names.SHORT_MONTH}\b\.?)"
WEEKDAY = rf"(?i:{calendar_names.WEEKDAY})\b(?!['’]s)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d\b(?!-\d)"
# "In March 21 people" names no day: a day after its month is none where something is counted by it.
COUNTS = r"(?! ?%| (?:people|men|women|children|more|new|of|per|staff)\b| (?!was |has |is )[a-z]+s\b)"
DAY_MONTH = rf"(?:{WEEKDAY},? )?(?:the )?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?"
MONTH_DAY = rf"(?:{WEEKDAY},? )?{MONTH} (?:the )?{DAY}\b(?![,.:]?\d){COUNTS}(?:,? {YEAR})?"
HOUR = r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b\.?)|\d\d:\d\d|(?i:noon|midday|midnight))"
RELATIVE = (
    r"(?i:today|tonight|yesterday|tomorrow|last night|overnight|this (?:morning|afternoon|evening)|"
    r"yesterday (?:morning|afternoon|evening)|(?:last|this|next) (?:week|month|year)|"
    r"(?:this|last|next) weekend|the weekend)\b(?!['’]s)"
)
DAY_DATE = (
    rf"(?:(?<![\d-])\d{{4}}-\d\d-\d\d(?![\d-])|{DAY_MONTH}|{MONTH_DAY}|"
    rf"(?:(?i:last|this) )?{WEEKDAY}(?! of\b)|{RELATIVE})"
)
DATE = rf"(?:{DAY_DATE}|(?:(?i:last) )?{MONTH}(?: {YEAR})?)"
PART = r"(?i:morning|lunchtime|afternoon|evening|night)"
HOUR_OF = rf"(?:{HOUR},? (?:on )?|(?i:the) {PART} of )"
MOMENT = rf"{HOUR_OF}?{DATE}(?: {PART}\b)?"
"""A date, with an hour or a part of the day where there is one; the day is what counts."""
DAY_MOMENT = rf"{HOUR_OF}?{DAY_DATE}(?: {PART}\b)?"
"""As ``MOMENT``, but never a month alone, which says nothing without a word before it ("May")."""

TIMELY = re.compile(
    rf"{MONTH}|(?:19|20)\d\d|\d{{4}}-|(?i:since|now|day|night|tomorrow|morning|afternoon|evening|hour|week|month|year)"
)
"""Without one of these, words give no moment, no year and no stretch of time."""
STRIP = re.compile(rf"^{HOUR_OF}|(?<!this)(?<!last) {PART}$")
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
NUMBERED = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY}),? )?(?:(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})|"
    rf"(?P<month2>{MONTH}) (?:the )?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,? (?P<year>\d{{4}}))?"
)
WHOLE_MONTH = re.compile(rf"(?P<last>(?i:last) )?(?P<month>{MONTH})(?: (?P<year>\d{{4}}))?")
NAMED_DAY = re.compile(rf"(?:(?P<which>(?i:last|this)) )?(?P<weekday>{WEEKDAY})")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day of a stretch of time."""

    first: date
    last: date


def span_of(words: str, issued: date | None, tense: Tense) -> Span | None:
    """The days that the words of a date mean for a reader on ``issued``, or None where they do not say.

    Without ``issued`` only dates with their year can be read. Raises ValueError or OverflowError for a date that no
    calendar has.
    """
    core = STRIP.sub("", STRIP.sub("", words))
    if found := ISO.fullmatch(core):
        return one_day(date(int(found[1]), int(found[2]), int(found[3])))
    if found := NUMBERED.fullmatch(core):
        return _numbered(found, issued, tense)
    if found := WHOLE_MONTH.fullmatch(core):
        return _whole_month(found, issued, tense)
    if issued is None:
        return None
    if found := NAMED_DAY.fullmatch(core):
        return _named_day(found, issued, tense)
    return _relative(core.lower(), issued, tense)


def _numbered(found: re.Match[str], issued: date | None, tense: Tense) -> Span | None:
    day, month = int(found["day"] or found["day2"]), month_number(found["month"] or found["month2"])
    if found["year"]:
        span: Span | None = one_day(date(int(found["year"]), month, day))
    else:
        span = nearest(_each_year(issued, month, day), issued, tense) if issued else None
    named = found["weekday"]
    if span is not None and named and span.first.weekday() != weekday_number(named):
        return None
    return span


def _whole_month(found: re.Match[str], issued: date | None, tense: Tense) -> Span | None:
    month = month_number(found["month"])
    if found["year"]:
        return month_of(date(int(found["year"]), month, 1))
    if issued is None:
        return None
    if found["last"]:
        # "Last April" said in June may mean this year's: only last year's is certain.
        span = nearest(_months(issued, month), issued, Tense.PAST)
        return span if span is not None and span.first.year < issued.year else None
    return nearest(_months(issued, month), issued, tense)


def _named_day(found: re.Match[str], issued: date, tense: Tense) -> Span | None:
    """The weekday; "last Friday" only where the nearest one and last week's are one, a bare one only with a tense."""
    wanted, which = weekday_number(found["weekday"]), (found["which"] or "").lower()
    monday = issued - timedelta(days=issued.weekday())
    if which == "this":
        return one_day(monday + timedelta(days=wanted))
    if which == "last":
        return one_day(monday + timedelta(days=wanted - 7)) if wanted >= issued.weekday() else None
    if tense is Tense.PAST or wanted == issued.weekday():
        return one_day(issued - timedelta(days=(issued.weekday() - wanted) % 7))
    if tense is Tense.FUTURE:
        return one_day(issued + timedelta(days=(wanted - issued.weekday()) % 7))
    return None


def _relative(words: str, issued: date, tense: Tense) -> Span | None:
    day = timedelta(days=1)
    if words in ("today", "tonight") or (words.startswith("this ") and words.split()[1] in PARTS_OF_TODAY):
        return one_day(issued)
    if words.startswith("yesterday"):
        return one_day(issued - day)
    if words in ("overnight", "last night"):
        return Span(issued - day, issued)
    if words == "tomorrow":
        return one_day(issued + day)
    which, _, unit = words.partition(" ")
    steps = {"last": -1, "this": 0, "next": 1}.get(which, 0)
    if unit == "weekend":
        return _weekend(which, issued, tense)
    if unit == "week":
        monday = issued - timedelta(days=issued.weekday()) + timedelta(days=7 * steps)
        return Span(monday, monday + timedelta(days=6))
    if unit == "month":
        return month_of(months_from(issued.replace(day=1), steps))
    return year_of(issued.year + steps) if unit == "year" else None


PARTS_OF_TODAY = frozenset({"morning", "afternoon", "evening"})


def _weekend(which: str, issued: date, tense: Tense) -> Span | None:
    saturday = issued - timedelta(days=issued.weekday()) + timedelta(days=5)
    week, begun = timedelta(days=7), issued >= saturday
    if which == "next":
        return None
    if which == "last" or (tense is Tense.PAST and not begun):
        saturday -= week
    elif which == "the" and tense is Tense.UNSAID and not begun:
        return None
    return Span(saturday, saturday + timedelta(days=1))


def nearest(spans: Iterable[Span], issued: date, tense: Tense) -> Span | None:
    """The last span that has begun by ``issued``, or for the future the first that has not ended.

    Where no verb tells, the past is taken unless the coming one is nearer: then there is no telling, and None.
    """
    spans = tuple(spans)
    before = max((span for span in spans if span.first <= issued), key=lambda span: span.first, default=None)
    after = min((span for span in spans if span.last >= issued), key=lambda span: span.first, default=None)
    if tense is Tense.PAST:
        return before
    if tense is Tense.FUTURE or before is None or after is None:
        return after if tense is Tense.FUTURE else before
    return before if max(issued - before.last, timedelta()) <= after.first - issued or before == after else None


def _each_year(issued: date, month: int, day: int) -> Iterator[Span]:
    for year in range(issued.year - LEAP_CYCLE, issued.year + LEAP_CYCLE + 1):
        try:
            yield one_day(date(year, month, day))
        except ValueError:
            continue


def _months(issued: date, month: int) -> Iterator[Span]:
    for year in range(max(issued.year - 1, 1), min(issued.year + 1, 9998) + 1):
        yield month_of(date(year, month, 1))


def one_day(day: date) -> Span:
    """The span of a single day."""
    return Span(day, day)


def month_of(day: date) -> Span:
    """The whole month that ``day`` lies in."""
    first = day.replace(day=1)
    return Span(first, months_from(first, 1) - timedelta(days=1))


def year_of(year: int) -> Span:
    """The whole calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def months_from(day: date, months: int) -> date:
    """The same day of the month ``months`` on, or the month's last day where it is shorter."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(years, month + 1, min(day.day, last))
        except ValueError:
            if last == 28:
                raise
    raise ValueError(f"No month {months} months from {day}")


def back_from(day: date, number: int, unit: str) -> date:
    """The day that lies so many units before; hours count as the days that they reach into."""
    unit = unit.lower()
    if unit in ("month", "year"):
        return months_from(day, -number * (12 if unit == "year" else 1))
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number, "fortnight": 14 * number}[unit]
    return day - timedelta(days=days)
