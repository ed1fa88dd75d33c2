"""The two axes of a picture over time: numbers from bottom to top, and dates or places in order across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil, floor, log1p, log10
from typing import Any

from comms_tracker.report.timeline import Timeline, moment_of

Across = datetime | float
"""A place across: a moment on the statements' own clock, or where a date is missing a statement's place from 0."""


class Scale(StrEnum):
    """How numbers go up, by Vega-Lite's names: ``SYMLOG`` is logarithmic and has a nought."""

    LINEAR = "linear"
    LOG = "log"
    SYMLOG = "symlog"


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """The numbers from ``bottom`` to ``top``, in the timeline's unit."""

    scale: Scale
    bottom: float
    top: float

    def up(self, value: float) -> float:
        """How far up a value is, from 0 to 1."""
        turn = {Scale.LOG: log10, Scale.SYMLOG: log1p}.get(self.scale, float)
        low, high = turn(self.bottom), turn(self.top)
        return (turn(value) - low) / (high - low)

    def vega_scale(self) -> dict[str, Any]:
        """The arguments of Vega-Lite's scale."""
        ends = {"domain": [self.bottom, self.top], "nice": False}
        if self.scale is Scale.LINEAR:
            return ends
        return {"type": self.scale.value, **({"constant": 1} if self.scale is Scale.SYMLOG else {}), **ends}

    def vega_axis(self) -> dict[str, Any]:
        """The arguments of Vega-Lite's axis: some five lines, on a logarithmic scale one at each power of ten."""
        ticks = {"tickCount": 5} if self.scale is Scale.LINEAR else {"values": self._powers()}
        return {**ticks, "format": "~s" if self.top >= 1e6 else ",~f", "title": None, "domain": False}

    def _powers(self) -> list[float]:
        """The powers of ten between the ends; a scale that begins at nought has that and the powers from one up."""
        lowest = floor(log10(self.bottom)) if self.bottom > 0 else 0
        powers = [10.0**power for power in range(lowest, ceil(log10(self.top)) + 1)]
        return ([] if self.bottom > 0 else [0.0]) + [step for step in powers if self.bottom <= step <= self.top]


def number_axis(line: Timeline) -> NumberAxis:
    """The axis of the numbers: from nothing where it is linear, with room for labels and open ends above.

    Raises ValueError where nothing can be drawn.
    """
    ends = [end for entry in line.entries for end in (entry.low, entry.high) if end is not None]
    top, bottom = max(ends), min(ends)
    if not line.log:
        return NumberAxis(Scale.LINEAR, min(bottom, 0), top * 1.3 if top > 0 else 1)
    return NumberAxis(Scale.LOG, bottom / 2, top * 4) if bottom > 0 else NumberAxis(Scale.SYMLOG, 0, top * 4)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The time from ``start`` to ``end``, with the dates or places of the statements."""

    start: Across
    end: Across
    ticks: tuple[Across, ...]

    def along(self, place: Across) -> float:
        """How far along a place is, from 0 to 1."""
        start, end = _number(self.start), _number(self.end)
        return (_number(place) - start) / (end - start)

    def vega_scale(self) -> dict[str, Any]:
        """The arguments of Vega-Lite's scale."""
        return {"domain": [_vega(self.start), _vega(self.end)]}

    def vega_axis(self) -> dict[str, Any]:
        """The arguments of Vega-Lite's axis: at the statements' own dates, unless they are many, or their numbers."""
        axis: dict[str, Any] = {"grid": False, "labelFlush": False, "ticks": True}
        if not isinstance(self.start, datetime):
            return {**axis, "values": list(self.ticks), "labelExpr": "'Statement ' + (datum.value + 1)"}
        axis |= {"format": "%-d %b %Y", "labelAlign": "left", "labelOffset": 0}
        return axis | ({"values": [*map(_vega, self.ticks)]} if len(self.ticks) <= 5 else {"tickCount": 5})


def time_axis(line: Timeline, places: Sequence[int]) -> TimeAxis:
    """The axis of time; ``places`` are those of the statements that are drawn, for a line with a date missing."""
    if not line.dated:
        ordered = sorted(set(places))
        return TimeAxis(-0.25, ordered[-1] + 1, tuple(ordered))
    moments = sorted({moment for entry in line.entries if (moment := moment_of(entry.issued)) is not None})
    whole = max(moments[-1] - moments[0], timedelta(days=2))
    start, end = moments[0] - whole / 12, moments[-1] + whole / 2.6
    return TimeAxis(_to_the_minute(start), _to_the_minute(end), tuple(moments))


def _to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _number(place: Across) -> float:
    return place.timestamp() if isinstance(place, datetime) else place


def _vega(place: Across) -> dict[str, int] | float:
    """A place as Vega-Lite has it: its own form of a date is not shifted by the time zone of whoever draws it."""
    if not isinstance(place, datetime):
        return place
    return {
        "year": place.year, "month": place.month, "date": place.day, "hours": place.hour, "minutes": place.minute
    }  # fmt: skip
