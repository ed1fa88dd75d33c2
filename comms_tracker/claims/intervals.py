"""The days of a resolved period: from and to its ISO 8601 words, beside another one, and as a person reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from comms_tracker.calendar_names import MONTHS, day_in_words
from comms_tracker.claims.moments import Span, month_of
from comms_tracker.remembering import remembered

OPEN = ".."
INTERVAL = re.compile(r"(\d{4}-\d\d-\d\d|\.\.)/(\d{4}-\d\d-\d\d|\.\.)")


@dataclass(frozen=True, slots=True)
class Interval:
    """The days of a period; an open end is None."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        return "/".join(end.isoformat() if end is not None else OPEN for end in (self.first, self.last))


@remembered(1024)
def interval_of(period: str | None) -> Interval | None:
    """The days of a period that was resolved, or None for one that stayed in words."""
    found = INTERVAL.fullmatch(period or "")
    if found is None:
        return None
    return Interval(*(date.fromisoformat(end) if end != OPEN else None for end in found.groups()))


def apart(a: Interval, b: Interval) -> bool:
    """Whether two periods have no day in common."""
    return _before(a, b) or _before(b, a)


def period_words(period: str) -> str:
    """The period as a person reads it: "since 4 June 2022", "in April 2022"; words that were not resolved stay."""
    interval = interval_of(period)
    if interval is None:
        return period
    first, last = interval.first, interval.last
    if first is None or last is None:
        return (
            f"up to {day_in_words(last)}"
            if last is not None
            else f"since {day_in_words(first)}"
            if first is not None
            else period
        )
    if first == last:
        return f"on {day_in_words(first)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"in {first.year}"
    if month_of(first) == Span(first, last):
        return f"in {MONTHS[first.month - 1]} {first.year}"
    return f"from {day_in_words(first)} to {day_in_words(last)}"


def _before(a: Interval, b: Interval) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first
