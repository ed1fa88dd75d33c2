"""The period that a claim counts over and the day that it holds at, resolved against the day of issue.

Periods are ISO 8601 intervals of days, both ends counted: "2022-05-31/2022-06-07", an open end "..". Weeks begin on
Monday (ISO 8601). Where the words do not allow one reading there is none.
"""

from __future__ import annotations

import re
from datetime import date

from comms_tracker.claims.intervals import Interval
from comms_tracker.claims.moments import DAY_DATE, HOUR, MOMENT, TIMELY, span_of
from comms_tracker.claims.stretches import DAYS, NOW, RANGES, UNTIL, Reader, Rules, Seen
from comms_tracker.claims.tense import Tense, tense_at

NEAR = 60
"""How many characters before a date the words that make it another's may begin."""
PARTED = re.compile(r"[,;:\d]")
# "Reported in March", "the email of 17 January", "up on last year", "before Saturday".
OF_OTHER = re.compile(
    r"(?:\b(?:said|told|reported|given|gave|confirmed|announced|disclosed|stated|published|estimated|quoted|issued|"
    r"released|put)(?: (?:you|us|it))?(?: (?:on|at|in))?| (?:than|before|after|of)|"
    r"\b(?:up|down|more|fewer|less|higher|lower)\b[^.,;]* on) $",
    re.I,
)
AS_OF = re.compile(
    rf"\b(?:(?i:as of|as at|at close on) (?P<whole>the end of )?(?P<as_of>{MOMENT}|{NOW}\b)|"
    rf"(?i:at) (?P<at>{HOUR},? (?:on )?{DAY_DATE})|(?i:by) (?P<whole2>the end of )?(?P<by>{MOMENT})|"
    r"(?i:this (?:morning|afternoon|evening)|so far|to date|up to now|until now|at present|at the moment|currently|"
    r"today|now)\b)"
)


def resolve_period(words: str, issued: str | None, place: int | None = None) -> str | None:
    """The period that the words of a claim give, as an ISO 8601 interval, or None where they allow no one reading.

    ``issued`` is the statement's ISO date, with or without a time; without it only dates with their year are read.
    ``place`` is where the claim's figure ends in the words: what follows it directly is said of it. Else a range
    ("since", "between", "the past seven days") goes before a day or a month beside it. A date without a year is the
    nearest before ``issued``, or after it where the verb speaks of what is to come.
    """
    flat, day = " ".join(words.split()), _day(issued)
    after = len(" ".join(words[:place].split())) if place is not None else None
    found = _found(flat, after)
    if found is None:
        return None
    match, read = found
    seen = Seen(
        day, tense_at(flat, match.start(), helpers_only=match.group().lower().startswith(("until", "till", "up")))
    )
    try:
        interval = read(match, seen)
    except (ValueError, OverflowError):  # a date that no calendar has: 31 June, or before the year 1
        return None
    return str(interval) if interval is not None and _ordered(interval) else None


def _found(words: str, after: int | None) -> tuple[re.Match[str], Reader] | None:
    """The words of the period with their reader: right after the figure, else the first range, else the first day."""
    if TIMELY.search(words) is None:
        return None
    found: list[tuple[re.Match[str], Reader]] = []
    for rules in (RANGES, UNTIL, DAYS):
        tier = ((match, read) for rule, read in rules for match in rule.finditer(words) if not _of_other(match, rules))
        found += sorted(tier, key=lambda item: item[0].start())
    if after is not None:
        parted = PARTED.search(words, after)
        reach = parted.start() if parted is not None else len(words)
        for match, read in found:
            if after <= match.start() <= reach:
                return match, read
    return found[0] if found else None


def _of_other(found: re.Match[str], rules: Rules) -> bool:
    """Whether a day or a month is that of a report, a document or a comparison, and no period of what is counted."""
    return rules is DAYS and OF_OTHER.search(found.string, max(0, found.start() - NEAR), found.start()) is not None


def as_of(words: str, issued: str | None) -> str | None:
    """The ISO date that a claim is said to hold at ("as of 21 March", "so far"), or None where none is given.

    Only a day not after ``issued``: what is to come does not hold yet.
    """
    flat, day = " ".join(words.split()), _day(issued)
    found = AS_OF.search(flat)
    if found is None or tense_at(flat, found.start()) is Tense.FUTURE:
        return None
    moment = found["as_of"] or found["at"] or found["by"]
    if found["by"] and tense_at(flat, found.start()) is not Tense.PAST:
        return None
    if moment is None or re.fullmatch(NOW, moment):
        return day.isoformat() if day is not None else None
    try:
        span = span_of(moment, day, Tense.PAST)
    except (ValueError, OverflowError):
        return None
    # A month or a week is no day, only its end is; a night is over on its second one.
    long = span is not None and (span.last - span.first).days > 1 and not (found["whole"] or found["whole2"])
    if span is None or long or (day is not None and span.last > day):
        return None
    return (span.first if moment.lower().endswith("last night") else span.last).isoformat()


def _ordered(interval: Interval) -> bool:
    return interval.first is None or interval.last is None or interval.first <= interval.last


def _day(issued: str | None) -> date | None:
    try:
        return date.fromisoformat(issued[:10]) if issued else None
    except ValueError:
        return None
