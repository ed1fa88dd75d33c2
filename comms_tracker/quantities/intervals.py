"""The interval of a number under the words beside it: approximators, bounds, ranges."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comms_tracker.quantities.modifiers import Effect, widest_tolerance
from comms_tracker.records import FigureKind


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity's ends before it becomes a figure; ``step`` is one unit of the last digit that counts."""

    low: float | None
    high: float | None
    kind: FigureKind
    step: float
    low_open: bool = False
    high_open: bool = False
    tolerance: float | None = None


def point(value: float, step: float) -> Interval:
    """The interval of a bare number."""
    return Interval(value, value, FigureKind.EXACT, step)


def span(low: Interval, high: Interval) -> Interval:
    """The range from one number to another; the lower comes first whatever the order in the text."""
    ends = sorted(value for value in (low.low, high.high) if value is not None)
    return Interval(ends[0], ends[-1], FigureKind.RANGE, max(low.step, high.step))


def tolerance(value: float, step: float) -> float:
    """Plus or minus that an approximate number allows.

    Half a unit of its last digit that is not a closing zero (of the last one written after a decimal point), but no
    more than a tenth of the number: 5,000 for "about 450,000", 100 for "about 1,000", 0.5 for "around 6%".
    """
    widest = abs(value) * widest_tolerance()
    return _tidy(min(step / 2, widest) if widest else step / 2)


def under(interval: Interval, effect: Effect) -> Interval:
    """The interval under one more modifier, the nearest to the number first."""
    low, high = interval.low, interval.high
    number = high if high is not None else low
    if number is None or effect is Effect.LEAD:
        return interval
    if effect is Effect.APPROXIMATE:
        kind = FigureKind.APPROXIMATE if interval.kind is FigureKind.EXACT else interval.kind
        return replace(interval, kind=kind, tolerance=tolerance(number, interval.step))
    if effect in (Effect.BELOW, Effect.ABOVE):
        return _beside(interval, effect, number)
    if effect in (Effect.MORE_THAN, Effect.AT_LEAST):
        floor = low if low is not None else high
        return replace(
            interval, kind=FigureKind.BOUND, low=floor, high=None, low_open=effect is Effect.MORE_THAN, high_open=False
        )
    return replace(
        interval, kind=FigureKind.BOUND, low=None, high=number, low_open=False, high_open=effect is Effect.LESS_THAN
    )


def _beside(interval: Interval, effect: Effect, number: float) -> Interval:
    """ "nearly 500" is 450 to 500, "just over 40" is 40 to 44: the number is the closed end."""
    if interval.kind not in (FigureKind.EXACT, FigureKind.APPROXIMATE):
        return interval
    reach = tolerance(number, interval.step)
    if effect is Effect.BELOW:
        low, high = _tidy(number - reach), number
    else:
        low, high = number, _tidy(number + reach)
    return replace(interval, kind=FigureKind.APPROXIMATE, low=low, high=high, tolerance=reach)


def joined(lower: Interval, upper: Interval) -> Interval | None:
    """The range of "more than 20 and less than 35"; None where the two do not bound one quantity."""
    if lower.low is None or lower.high is not None or upper.high is None or upper.low is not None:
        return None
    if lower.low >= upper.high:
        return None
    return Interval(
        lower.low, upper.high, FigureKind.RANGE, max(lower.step, upper.step), lower.low_open, upper.high_open
    )


def _tidy(value: float) -> float:
    return float(f"{value:.10g}")
