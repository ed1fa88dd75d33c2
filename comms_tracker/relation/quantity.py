"""What a text says in numbers, dates and places in an order, each with the words that stand around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from comms_tracker.changes.intervals import Interval
from comms_tracker.records import Figure


class Sort(StrEnum):
    """What kind of number it is; only numbers of one sort and unit say anything about each other."""

    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    MEASURE = "measure"
    DATE = "date"
    DAY_OF_YEAR = "day_of_year"
    SEASON = "season"
    RANK = "rank"
    SCORE = "score"
    RESULT = "result"


TIMES = frozenset({Sort.DATE, Sort.DAY_OF_YEAR, Sort.SEASON})


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, date or rank of a text.

    ``interval`` is what it says: days counted from the year 1 for a date, a year for a season, the two sides' points
    as one number for a result. ``bound`` says that one end is open ("more than 40", "before 2012"), ``as_of`` that
    the words before a date make it the day that something holds at, ``increment`` that it is told as coming on top
    ("another 51"), ``restated`` that it is an earlier account's ("up from 43"). ``day`` is a full date's day of the
    year, to be compared with one that has no year. ``noun`` is the lemma of what is counted, and ends at ``noun_end``
    where it follows; ``verb`` is that of what happened. ``led_from`` is where the words begin that bound a date or a
    rank. ``near`` has the lemmas around it in the parse, ``beside`` those before and after it, each with a weight
    from 0 to 1 that falls with the distance.
    """

    sort: Sort
    unit: str
    interval: Interval
    start: int
    end: int
    bound: bool = False
    as_of: bool = False
    increment: bool = False
    restated: bool = False
    day: Interval | None = None
    figure: Figure | None = None
    noun: str | None = None
    noun_end: int | None = None
    verb: str | None = None
    led_from: int | None = None
    near: Mapping[str, float] = field(default_factory=dict)
    beside: Mapping[str, float] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[int, int]:
        """Where the words begin and end that show a reader the quantity with its bound and what it counts."""
        return (self.start if self.led_from is None else self.led_from), self.noun_end or self.end

    @property
    def is_time(self) -> bool:
        """Whether it is a date, a day of the year or a season."""
        return self.sort in TIMES
