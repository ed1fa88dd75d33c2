"""When a statement was issued: an ISO date, or a date and time with offset, and the order that they give."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from comms_tracker.errors import InputError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(?P<offset>Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)

HOW_TO_WRITE = "Write it as 2017-04-28, or with a time and offset as 2017-04-28T09:30+01:00."


def checked_issued(value: str, where: str) -> str:
    """The date or date and time as it is kept: an ISO date, or an ISO date, "T", time and offset.

    ``where`` names the file and line for the message. Raises InputError for anything else, and for a date that is not
    in the calendar.
    """
    value = value.strip()
    if _DAY.fullmatch(value):
        _refuse_impossible(value, where)
        return value
    moment = _MOMENT.fullmatch(value)
    if moment is None:
        raise InputError(f"{where}: issued is {value!r}, which is not a date that can be read. {HOW_TO_WRITE}")
    kept = value.replace(" ", "T").upper()
    _refuse_impossible(kept, where)
    if moment["offset"] is None:
        raise InputError(
            f"{where}: issued is {value!r}, a time without an offset from UTC. Add one, as in {kept}+01:00 or {kept}Z."
        )
    return kept


def _refuse_impossible(value: str, where: str) -> None:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise InputError(f"{where}: issued is {value!r}, which is not in the calendar. {HOW_TO_WRITE}") from None


def time_key(issued: str | None) -> datetime:
    """What statements are sorted by: the moment in UTC, a date without a time as its first minute, no date first."""
    if issued is None:
        return datetime.min.replace(tzinfo=UTC)
    if _DAY.fullmatch(issued):
        return datetime.combine(date.fromisoformat(issued), time(), UTC)
    moment = datetime.fromisoformat(issued)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)
