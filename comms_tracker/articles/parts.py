"""Parts of months and years: late April, the first week of May, the third quarter, the 17th, this month so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from comms_tracker.claims.moments import DAY, MONTH, YEAR, Span, month_of, months_from, one_day, span_of
from comms_tracker.claims.tense import Tense

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}

Reader = Callable[[re.Match[str], date | None, str], Span | None]


def _month_part(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """The first ten days are early, the next ten are mid, the rest is late."""
    del context
    whole = span_of(found["month"], day, Tense.PAST)
    if whole is None:
        return None
    part = found["part"].lower()
    tenth, twentieth = whole.first + 9 * _DAY, whole.first + 19 * _DAY
    if part.startswith(("late", "the end", "end")):
        return Span(twentieth + _DAY, whole.last)
    if part.startswith(("mid", "the middle")):
        return Span(tenth + _DAY, twentieth)
    return Span(whole.first, tenth)


def _week_of_month(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """The first week is the first seven days, the last week the last seven."""
    del context
    whole = span_of(found["month"], day, Tense.PAST)
    if whole is None:
        return None
    which = found["which"].lower()
    if which in {"last", "final"}:
        return Span(whole.last - _WEEK + _DAY, whole.last)
    start = whole.first + _ORDINALS[which] * _WEEK
    return Span(start, min(start + _WEEK - _DAY, whole.last))


def _part_of_year(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """A quarter or a half of a calendar year: the last that has begun, where it has no year of its own."""
    del context
    months = 3 if found["part"].lower() == "quarter" else 6
    number = _ORDINALS[found["which"].lower()]
    if day is None and not found["year"]:
        return None
    year = int(found["year"]) if found["year"] else day.year if day else 0
    start = months_from(date(year, 1, 1), months * number)
    if day is not None and not found["year"] and start > day:
        start = months_from(start, -12)
    return Span(start, month_of(months_from(start, months - 1)).last)


def _numbered_day(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """The 17th: the last one up to today."""
    del context
    if day is None:
        return None
    number = int(re.sub(r"\D", "", found["day"]))
    for back in range(13):
        month = months_from(day.replace(day=1), -back)
        if number <= month_of(month).last.day and month.replace(day=number) <= day:
            return one_day(month.replace(day=number))
    return None


def _two_days(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """6/7 July: both days."""
    del context
    last = span_of(f"{found['last']} {found['month']}", day, Tense.PAST)
    first = int(re.sub(r"\D", "", found["first"]))
    return Span(last.first.replace(day=first), last.first) if last is not None and first < last.first.day else None


def _whole_month(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """A month's name alone: the last that has begun."""
    del context
    return span_of(found["month"], day, Tense.PAST)


def _so_far(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """This week, month or year, told of when it has not ended: up to today."""
    del context
    whole = span_of(found.group(), day, Tense.PAST)
    return Span(whole.first, day) if whole is not None and day is not None else None


def _bank_holiday(found: re.Match[str], day: date | None, context: str) -> Span | None:
    """The last bank holiday weekend: a Saturday to its Monday."""
    del context, found
    if day is None:
        return None
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return Span(saturday, min(saturday + 2 * _DAY, max(day, saturday)))


PARTS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            r"\b(?P<part>(?i:late|early|mid|the (?:start|beginning|middle|end) of|end of))[- ]?(?:in )?"
            rf"(?P<month>{MONTH}(?: {YEAR})?)"
        ),
        _month_part,
    ),
    (
        re.compile(
            r"\b(?P<which>(?i:first|second|third|fourth|last|final)) (?i:week) (?:of|in) "
            rf"(?P<month>{MONTH}(?: {YEAR})?)"
        ),
        _week_of_month,
    ),
    (
        re.compile(
            r"\b(?P<which>(?i:first|second|third|fourth)) (?P<part>(?i:quarter|half))"
            rf"(?: of (?:(?P<year>{YEAR})|the year))?"
        ),
        _part_of_year,
    ),
    (re.compile(rf"\b(?P<first>{DAY})(?:/| ?[-–] ?| and )(?P<last>{DAY}) (?P<month>{MONTH}(?: {YEAR})?)"), _two_days),
    (re.compile(r"\b(?i:on )?the (?P<day>\d{1,2}(?:st|nd|rd|th))\b(?! (?:of )?[A-Z])"), _numbered_day),
    (re.compile(rf"^(?i:in |during |throughout )(?P<month>{MONTH}(?: {YEAR})?)$"), _whole_month),
    (re.compile(r"^(?i:this (?:week|month|year))$"), _so_far),
    (re.compile(r"\b(?i:bank holiday weekend)\b"), _bank_holiday),
)
