"""How far a figure in prose may be from the number behind it: by the place to which it is written."""

from __future__ import annotations

import re

from comms_tracker.changes.amounts import PERCENT
from comms_tracker.changes.intervals import Interval, rounding_unit
from comms_tracker.records import Figure


def with_rounding(figure: Figure, interval: Interval | None) -> Interval | None:
    """The interval widened to what rounds to the figure: 2.5 per cent is 2.45 to 2.55."""
    unit = rounding_unit(figure)
    if interval is None or interval.low is None or interval.high is None:
        return interval
    if unit is None:
        unit = 1.0 if figure.unit == PERCENT else 0.0
    return _widened(interval, unit)


def with_zeros(figure: Figure, interval: Interval | None) -> Interval | None:
    """The same, and a count that ends in two or more noughts taken as rounded to them: 3,000 is 2,500 to 3,500."""
    rounded = with_rounding(figure, interval)
    noughts = re.search(r"[1-9]\d*?(0{2,})(?!\d)", figure.text.replace(",", ""))
    if rounded is None or rounded != interval or noughts is None:
        return rounded
    return _widened(rounded, 10.0 ** len(noughts.group(1)))


def _widened(interval: Interval, unit: float) -> Interval:
    if interval.low is None or interval.high is None or not interval.is_point:
        return interval
    return Interval(max(0.0, interval.low - unit / 2), interval.high + unit / 2)
