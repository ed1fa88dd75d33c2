"""Words for a stretch of days, each with how they are read: "since Friday", "the past two weeks", "by the end of May".

Weeks begin on Monday (ISO 8601). A reader gives None where the words do not allow one reading, and raises ValueError or
OverflowError for a date that no calendar has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from comms_tracker.claims.intervals import Interval
from comms_tracker.claims.moments import (
    COUNTS,
    DAY,
    DAY_MOMENT,
    MOMENT,
    MONTH,
    MONTH_DAY,
    YEAR,
    Span,
    back_from,
    month_of,
    months_from,
    span_of,
    year_of,
)
from comms_tracker.claims.tense import Tense
from comms_tracker.quantities.numerals import TO_TWELVE

NUMBERS = {word: number for number, word in enumerate(TO_TWELVE, 1)}
NUMBER = rf"(?:\d{{1,3}}|(?i:{'|'.join(NUMBERS)}))"
UNIT = r"(?i:hour|day|week|fortnight|month|year)"
NOW = r"(?i:now|today|this (?:morning|afternoon|evening))"


@dataclass(frozen=True, slots=True)
class Seen:
    """From where the words of a period are read: the day of issue, and the tense of the verb beside them."""

    issued: date | None
    tense: Tense


Reader = Callable[[re.Match[str], Seen], Interval | None]
Rules = tuple[tuple[re.Pattern[str], Reader], ...]


def _number(words: str | None) -> int:
    return int(words) if words and words.isdigit() else NUMBERS[words.lower()] if words else 1


def _since(found: re.Match[str], seen: Seen) -> Interval | None:
    """From a day that has been; a weekday's own name on that weekday may be today or a week ago."""
    if found["hour"]:
        return Interval(seen.issued, None) if seen.issued is not None else None
    if found["year"]:
        return Interval(date(int(found["year"]), 1, 1), None)
    span = span_of(found["from"], seen.issued, Tense.PAST) if found["from"] else None
    if span is None or (seen.issued is not None and span.first > seen.issued):
        return None
    if span.first == seen.issued and found["from"].lower().endswith("day") and found["from"].lower() != "today":
        return None
    return Interval(span.first, None)


def _between(found: re.Match[str], seen: Seen) -> Interval | None:
    """Two dates: the end as the verb says, the start the nearest before it where it has no year of its own."""
    if found["years"]:
        return Interval(date(int(found["years"]), 1, 1), date(int(found["years2"]), 12, 31))
    to_now = re.fullmatch(NOW, found["to"])
    end = Span(seen.issued, seen.issued) if to_now and seen.issued else span_of(found["to"], seen.issued, seen.tense)
    if end is None:
        return None
    if found["day"]:
        return Interval(end.first.replace(day=int(re.sub(r"\D", "", found["day"]))), end.last)
    start = span_of(found["from"], end.last, Tense.PAST)
    if start is not None and re.search(rf"{YEAR}$", found["from"]) and not to_now:
        end = span_of(found["to"], start.first, Tense.FUTURE)
    return Interval(start.first, end.last) if start is not None and end is not None else None


def _latest(found: re.Match[str], seen: Seen) -> Interval | None:
    if seen.issued is None:
        return None
    return Interval(back_from(seen.issued, _number(found["number"]), found["unit"]), seen.issued)


def _ending(found: re.Match[str], seen: Seen) -> Interval | None:
    """The week to a day has that day as its seventh, the month to a day begins the day after the last month's."""
    end = span_of(found["to"], seen.issued, seen.tense if seen.tense is Tense.FUTURE else Tense.PAST)
    if end is None or found["unit"].lower() == "hour":
        return None
    if end.first != end.last and end == month_of(end.first):
        whole = {"month": 1, "year": 12}.get(found["unit"].lower())
        return Interval(months_from(end.first, 1 - _number(found["number"]) * whole), end.last) if whole else None
    start = back_from(end.last, _number(found["number"]), found["unit"])
    if end.last == month_of(end.last).last and found["unit"].lower() in ("month", "year"):
        start = month_of(start).last
    return Interval(start + timedelta(days=1), end.last)


def _beginning(found: re.Match[str], seen: Seen) -> Interval | None:
    start = span_of(found["from"], seen.issued, seen.tense)
    return Interval(start.first, start.first + timedelta(days=6)) if start is not None else None


def _so_far(found: re.Match[str], seen: Seen) -> Interval | None:
    span = span_of(f"this {found['unit'].lower()}", seen.issued, seen.tense)
    return Interval(span.first, seen.issued) if span is not None else None


def _onwards(found: re.Match[str], seen: Seen) -> Interval | None:
    start = span_of(found["from"], seen.issued, seen.tense)
    return Interval(start.first, None) if start is not None else None


def _by_the_end(found: re.Match[str], seen: Seen) -> Interval | None:
    """Up to the last day of it; where no verb tells, a promise, and so the coming one."""
    if found["year"]:
        return Interval(None, date(int(found["year"]), 12, 31))
    words = re.sub(r"^the (?=week\b|month\b|year\b)", "this ", found["to"])
    ahead = Tense.FUTURE if seen.tense is Tense.UNSAID else seen.tense
    span = span_of(words, seen.issued, ahead)
    return Interval(None, span.last) if span is not None else None


def _up_to(found: re.Match[str], seen: Seen) -> Interval | None:
    """Up to a day; a whole month is no day, and where no verb tells there is no telling which year."""
    if re.search(rf"{YEAR}$", found["to"]) is None and seen.tense is Tense.UNSAID:
        return None
    span = span_of(found["to"], seen.issued, seen.tense)
    return Interval(None, span.last) if span is not None and span.first == span.last else None


def _within(found: re.Match[str], seen: Seen) -> Interval | None:
    if found["year"]:
        span: Span | None = year_of(int(found["year"]))
    else:
        span = span_of(found["at"], seen.issued, seen.tense)
    return Interval(span.first, span.last) if span is not None else None


RANGES: Rules = (
    # "Since" of anything else is matched too, so that no other date of the claim is taken for the period.
    (
        re.compile(
            rf"\b(?i:since) (?:(?P<hour>midnight|noon|midday|dawn|this morning)\b|(?P<from>{MOMENT})|(?P<year>{YEAR})|"
            r"(?:last|early|late|mid|then|the|that|it)\b)"
        ),
        _since,
    ),
    (
        re.compile(
            rf"\b(?i:between|from) (?:the )?(?:(?P<years>{YEAR})(?: and | to | until )(?P<years2>{YEAR})|"
            rf"(?:(?P<from>{MOMENT})|(?P<day>{DAY}))(?: and | to | until | till | up to | ?[-\u2013] ?)"
            rf"(?P<to>{MOMENT}|{NOW}\b))"
        ),
        _between,
    ),
    (
        re.compile(
            rf"\b(?i:in|over|during|within) the (?i:past|last) (?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT})(?i:s)?\b"
        ),
        _latest,
    ),
    (
        re.compile(
            rf"\b(?:(?P<number>{NUMBER}) )?(?P<unit>{UNIT})(?i:s)? (?i:to|ending|ended)(?: on)? (?P<to>{MOMENT})"
        ),
        _ending,
    ),
    (re.compile(rf"\b(?i:week) (?i:commencing|beginning|starting)(?: on)? (?P<from>{MOMENT})"), _beginning),
    (re.compile(r"\b(?i:so far this) (?P<unit>(?i:week|month|year))\b"), _so_far),
    (re.compile(rf"\b(?i:from) (?P<from>{MOMENT}) (?i:onwards?|on)\b"), _onwards),
)
UNTIL: Rules = (
    (
        re.compile(
            r"\b(?i:by|until|till|up to) the (?i:end|close) of "
            rf"(?:(?P<to>the (?:week|month|year)\b|{MOMENT})|(?P<year>{YEAR}))"
        ),
        _by_the_end,
    ),
    (re.compile(rf"\b(?i:by|until|till|up to) (?P<to>{MOMENT})"), _up_to),
)
DAYS: Rules = (
    (
        re.compile(
            r"\b(?i:in|during|throughout) (?:the month of )?"
            rf"(?:(?P<at>(?!{MONTH_DAY}){MONTH}(?: {YEAR})?)|(?P<year>{YEAR}){COUNTS})"
        ),
        _within,
    ),
    (re.compile(rf"(?<!every )(?<!each )\b(?P<at>{DAY_MOMENT})(?P<year>(?!))?"), _within),
)
