"""Dates as documents write them, made ISO: only where the words allow one reading."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from comms_tracker.calendar_names import MONTH, SHORT_MONTH, month_number

_MONTH = rf"(?P<month>{MONTH}|{SHORT_MONTH})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}", re.I)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.I)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})")
_NUMERIC = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>(?:19|20)\d{2})")
_LABEL = re.compile(
    r"(?:(?:date(?:\s+of\s+(?:issue|release|publication))?|issued|published|released|release date|posted)"
    r"(?:\s+on)?\s*[:–—-]?\s*)?",
    re.I,
)
_TIME = re.compile(
    r"(?:\s*(?:,|at|[-–—|])?\s*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d)?\s*(?:[ap]\.?m\.?)?\s*(?:GMT|BST|UTC|[A-Z]{2,4}T)?)?"
    r"\s*[.]?",
    re.I,
)
LONGEST_DATE = 100
"""Characters of a date with its label and its time of day."""
LINES_AT_TOP = 12
"""Non-blank lines of a document in which a date of its own line is looked for: below them dates are the matter's."""


def moment(value: str) -> str | None:
    """The ISO date in ``value``, with time and offset where it gives both; None where it is no date or ambiguous.

    Reads ISO 8601, the dates of mail and feeds (RFC 2822), and dates in words. A time without an offset is left out.
    """
    value = value.strip()
    if len(value) > LONGEST_DATE:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return _of_mail(value) or day(value)
    if read.tzinfo is None or len(value) <= len("2017-04-28"):
        return read.date().isoformat()
    return read.isoformat()


def day(text: str, *, day_first: bool | None = None) -> str | None:
    """The ISO date that the whole of ``text`` is, weekday, label ("Issued:") and time of day aside; else None.

    28/04/2017 is one date; 03/04/2017 is two, so there is none unless ``day_first`` says which comes first.
    """
    text = text.strip()
    if len(text) > LONGEST_DATE:
        return None
    start = _LABEL.match(text)
    position = start.end() if start else 0
    for form in (_DAY_FIRST, _MONTH_FIRST, _ISO_DAY, _NUMERIC):
        match = form.match(text, position)
        if match is not None and _TIME.fullmatch(text, match.end()):
            return _iso(match, day_first)
    return None


def is_ambiguous(text: str) -> bool:
    """Whether ``text`` is a date in numbers whose day and month could be each other."""
    return day(text) is None and day(text, day_first=True) is not None


def shows_day_first(text: str) -> bool | None:
    """Whether a date in numbers has its day first, as 28/04/2017 has; None where it is none or could be either."""
    match = _NUMERIC.match(text.strip())
    if match is None or day(text) is None or match["first"] == match["second"]:
        return None
    return int(match["first"]) > 12


def day_on_its_own_line(text: str) -> tuple[str, str] | None:
    """The ISO date of the first line near the top that is nothing but a date, and that line; else None."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:LINES_AT_TOP]:
        found = day(line)
        if found is not None:
            return found, line
    return None


def _of_mail(value: str) -> str | None:
    """An RFC 2822 date; "-0000" says that the offset is not known, so that only the day is taken."""
    try:
        read = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return read.date().isoformat() if read.tzinfo is None else read.isoformat()


def _iso(match: re.Match[str], day_first: bool | None) -> str | None:
    groups = match.groupdict()
    year = int(groups["year"])
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        if first <= 12 and second <= 12 and first != second and day_first is None:
            return None
        if day_first is None:
            day_first = second <= 12
        day_number, month = (first, second) if day_first else (second, first)
    else:
        day_number = int(groups["day"])
        month = int(groups["number"]) if "number" in groups else month_number(groups["month"])
    try:
        return date(year, month, day_number).isoformat()
    except ValueError:
        return None
