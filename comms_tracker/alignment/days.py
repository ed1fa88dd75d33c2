"""The days, months and hours that a claim without a figure names, by which it may be about another time."""

from __future__ import annotations

import re

from comms_tracker.alignment.wording import REMEMBERED
from comms_tracker.calendar_names import month_number
from comms_tracker.claims.moments import MONTH, WEEKDAY
from comms_tracker.records import Claim
from comms_tracker.remembering import remembered

DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\b"
    rf"|\b(?P<month_first>{MONTH}) (?P<day_last>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)"
)
ONLY_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b")
ONLY_WEEKDAY = re.compile(rf"\b(?P<weekday>{WEEKDAY})\b")
HOUR = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>am|pm|a\.m\.|p\.m\.)"
    r"|\b(?P<clock>\d{1,2}):(?P<past>\d\d)\b",
    re.I,
)

Moment = tuple[str | int, ...]


@remembered(REMEMBERED)
def moments(text: str) -> tuple[frozenset[Moment], ...]:
    """The days, the months, the days of the week and the hours that words name, each sort as a set."""
    days = frozenset(
        (month_number(found["month"] or found["month_first"]), int(found["day"] or found["day_last"]))
        for found in DAY.finditer(text)
    )
    rest = DAY.sub(" ", text)
    months = frozenset((month_number(found["month"]),) for found in ONLY_MONTH.finditer(rest))
    weekdays = frozenset((found["weekday"][:3].lower(),) for found in ONLY_WEEKDAY.finditer(text))
    hours = frozenset(
        _clock(
            int(found["hour"] or found["clock"]),
            int(found["minute"] or found["past"] or 0),
            (found["half"] or "").lower(),
        )
        for found in HOUR.finditer(text)
    )
    return days, months, weekdays, hours


def _clock(hour: int, minute: int, half: str) -> Moment:
    """The minutes of the day since midnight; ``half`` is empty where the clock has twenty-four hours."""
    return ((hour % 12 + 12 * half.startswith("p") if half else hour) * 60 + minute,)


def other_moments(a: Claim, b: Claim) -> bool:
    """Whether two claims without a figure name one day, month or hour each, and not the same."""
    if a.figure is not None or b.figure is not None:
        return False
    for then, now in zip(moments(a.text), moments(b.text), strict=True):
        if then and now:
            return len(then) == len(now) == 1 and then != now
    return False


def moments_differ(a: Claim, b: Claim) -> bool:
    """Whether both claims name days, months or hours of one sort, and not the very same ones."""
    return any(then and now and then != now for then, now in zip(moments(a.text), moments(b.text), strict=True))
