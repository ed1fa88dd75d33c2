"""How the later amount fits the earlier one: the same, inside it, less definite, apart, or not to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.changes.amounts import COUNT, PERCENT, Amount, Form, usual_in_minutes
from comms_tracker.changes.intervals import (
    Interval,
    can_both_hold,
    close,
    direction,
    inside,
    ratio,
    same_after_rounding,
    wholly_below,
)
from comms_tracker.records import Direction


class Fit(StrEnum):
    """``shifted`` is a bound that moved although both can hold; ``beyond`` is a number outside the usual reading of a
    vague word, which no arithmetic makes impossible."""

    SAME = "same"
    INSIDE = "inside"
    BEYOND = "beyond"
    WIDER = "wider"
    SHIFTED = "shifted"
    APART = "apart"
    NO_COMPARISON = "no_comparison"


@dataclass(frozen=True, slots=True)
class Fitting:
    """The fit, the direction where the amount moved, the ratio where there are numbers, how clear it is (0 to 1)."""

    fit: Fit
    direction: Direction | None = None
    ratio: tuple[float | None, float | None] | None = None
    clarity: float = 0.95


def fit(earlier: Amount, later: Amount) -> Fitting:
    """How two amounts of affirmed claims fit; a share and a count never compare here (see :mod:`bases`)."""
    if earlier.form is Form.ABSENT or later.form is Form.ABSENT:
        return _against_nothing(earlier, later)
    if earlier.is_part_of_whole or later.is_part_of_whole:
        return _of_a_whole(earlier, later)
    if earlier.dimension != later.dimension and COUNT not in (earlier.dimension, later.dimension):
        return Fitting(Fit.NO_COMPARISON, clarity=0.6)
    if earlier.dimension != later.dimension and Form.VAGUE not in (earlier.form, later.form):
        return Fitting(Fit.NO_COMPARISON, clarity=0.6)
    if earlier.form is Form.VAGUE or later.form is Form.VAGUE:
        return _with_vague(earlier, later, later.dimension if earlier.form is Form.VAGUE else earlier.dimension)
    return _numbers(earlier, later)


def _against_nothing(earlier: Amount, later: Amount) -> Fitting:
    if earlier.form is later.form:
        return Fitting(Fit.SAME, clarity=0.85)
    if earlier.form is Form.ABSENT:
        definite = later.form in {Form.NUMBER, Form.RANGE, Form.BOUND}
        return Fitting(Fit.INSIDE if definite else Fit.SAME, clarity=0.85 if definite else 0.7)
    vague = earlier.form in {Form.VAGUE, Form.ALL}
    return Fitting(Fit.SAME, clarity=0.65) if vague else Fitting(Fit.WIDER, clarity=0.85)


def _of_a_whole(earlier: Amount, later: Amount) -> Fitting:
    """Shares, "most" and "all"; a bare count becomes comparable with "all" only as "not all of them before"."""
    then, now = earlier.usual(PERCENT), later.usual(PERCENT)
    if earlier.form is later.form and earlier.form in {Form.ALL, Form.ALL_BUT}:
        return Fitting(Fit.SAME)
    if (
        later.form is Form.ALL
        and earlier.form in {Form.NUMBER, Form.BOUND, Form.RANGE}
        and earlier.dimension != PERCENT
    ):
        return Fitting(Fit.APART, Direction.UP, clarity=0.8)
    if then is None or now is None:
        if earlier.form is Form.VAGUE and later.interval is not None:
            return Fitting(Fit.INSIDE, clarity=0.75)
        return Fitting(Fit.NO_COMPARISON, clarity=0.6)
    if Form.ALL in (earlier.form, later.form) or Form.ALL_BUT in (earlier.form, later.form):
        return _with_all(earlier, later, then, now)
    if Form.VAGUE in (earlier.form, later.form):
        return _with_vague(earlier, later, PERCENT)
    return _numbers(earlier, later)


def _with_all(earlier: Amount, later: Amount, then: Interval, now: Interval) -> Fitting:
    """ "All" against less than all: the usual reading of "nearly all" may touch 100 and still says less than all."""
    if then.is_point and now.is_point and close(then.middle or 0.0, now.middle or 0.0):
        return Fitting(Fit.SAME)
    ranks = {Form.ALL: 2, Form.ALL_BUT: 1}
    moved = ranks.get(later.form, 0) - ranks.get(earlier.form, 0)
    share = ratio(then, now) if Form.VAGUE not in (earlier.form, later.form) else None
    return Fitting(Fit.APART, Direction.UP if moved > 0 else Direction.DOWN, share, 0.9)


def _with_vague(earlier: Amount, later: Amount, dimension: str) -> Fitting:
    """At least one vague word: its usual reading stands in, and never makes a contradiction."""
    then, now = _usual(earlier, dimension), _usual(later, dimension)
    both_vague = earlier.form is later.form
    if then is None or now is None:
        if both_vague:
            return Fitting(Fit.SAME, clarity=0.7)
        return Fitting(Fit.INSIDE if earlier.form is Form.VAGUE else Fit.WIDER, clarity=0.8)
    apart = not can_both_hold(then, now) or _reaches_beyond(earlier, then, later, now)
    moved = (direction(then, now) or Direction.UP) if apart else None
    share = ratio(then, now)
    if both_vague:
        return Fitting(Fit.APART, moved, share, 0.75) if apart else Fitting(Fit.SAME, clarity=0.8)
    if earlier.form is Form.VAGUE:
        return Fitting(Fit.BEYOND if apart else Fit.INSIDE, moved, share, 0.92)
    return Fitting(Fit.WIDER, moved, share, 0.85)


def _reaches_beyond(earlier: Amount, then: Interval, later: Amount, now: Interval) -> bool:
    """Whether a ceiling lies above the usual reading of a vague word: "a few minutes", then "up to six hours"."""
    if earlier.form is not Form.VAGUE or later.form is not Form.BOUND or now.high is None or then.high is None:
        return False
    return now.low is None and now.high > then.high and not close(now.high, then.high)


def _usual(amount: Amount, dimension: str) -> Interval | None:
    return usual_in_minutes(amount) or amount.usual(dimension)


def _numbers(earlier: Amount, later: Amount) -> Fitting:
    then, now = earlier.interval, later.interval
    if then is None or now is None or earlier.figure is None or later.figure is None:
        return Fitting(Fit.NO_COMPARISON, clarity=0.6)
    share = ratio(then, now)
    if same_after_rounding(earlier.figure, later.figure):
        return Fitting(Fit.SAME, None, share)
    if not can_both_hold(then, now):
        return _apart_or_touching(earlier, later, then, now)
    if Form.BOUND in (earlier.form, later.form):
        return _bounds(earlier, later, then, now, share)
    if earlier.form is Form.NUMBER and later.form is Form.NUMBER:
        return Fitting(Fit.SAME, None, share, 0.9)
    if inside(now, then) and now.width < then.width:
        return Fitting(Fit.INSIDE, None, share)
    if inside(then, now) and then.width < now.width:
        return Fitting(Fit.WIDER, None, share)
    return Fitting(Fit.SAME, None, share, 0.7)


def _apart_or_touching(earlier: Amount, later: Amount, then: Interval, now: Interval) -> Fitting:
    """ "More than 800" and "800", or "at least 40 million" and "almost 40 million", name one number."""
    ends = [
        (a, b)
        for a, b in ((then.high, now.low), (then.low, now.high))
        if a is not None and b is not None and close(a, b) and a > 0
    ]
    beside = then.low_open or then.high_open or now.low_open or now.high_open
    if ends and (beside or Form.BOUND in (earlier.form, later.form)):
        return Fitting(Fit.SAME, None, ratio(then, now), 0.8)
    return Fitting(Fit.APART, direction(then, now), ratio(then, now))


def _bounds(
    earlier: Amount, later: Amount, then: Interval, now: Interval, share: tuple[float | None, float | None] | None
) -> Fitting:
    """At least one open bound, and both can hold."""
    both = earlier.form is later.form
    one_side = both and (then.low is None) == (now.low is None)
    if one_side:
        moved = direction(then, now)
        return Fitting(Fit.SAME if moved is None else Fit.SHIFTED, moved, share, 0.9)
    if both:
        return Fitting(Fit.SAME, None, share, 0.65)
    bound, other = (then, now) if earlier.form is Form.BOUND else (now, then)
    end = bound.low if bound.low is not None else bound.high
    if end is not None and other.middle is not None and (close(end, other.middle) or _holds(other, end)):
        return Fitting(Fit.SAME, None, share, 0.85)
    return Fitting(Fit.INSIDE if earlier.form is Form.BOUND else Fit.WIDER, None, share)


def _holds(interval: Interval, number: float) -> bool:
    """Whether an approximate number's interval takes in ``number`` ("about 500" beside "up to 500")."""
    point = Interval(number, number)
    return interval.width > 0 and not wholly_below(interval, point) and not wholly_below(point, interval)
