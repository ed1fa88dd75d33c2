"""Arithmetic over intervals with open ends: whether two can both hold, which way they moved, and by what ratio."""

from __future__ import annotations

import math
from dataclasses import dataclass

from comms_tracker.records import Direction, Figure, FigureKind

SIGNIFICANT_DIGITS = 6
"""A ratio is written with this many significant digits, so that float noise never reaches a reader."""

SAME = 1e-9
"""Two ends nearer than this share of themselves are the same number written in two ways."""

MAGNITUDE_WORDS = ("million", "billion", "trillion", "thousand", "m", "bn", "k", "tn")


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``; ``None`` is no end, an open end excludes the end itself."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False

    @property
    def is_point(self) -> bool:
        """Whether this is one number."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> float:
        """High less low; infinite where an end is missing."""
        return math.inf if self.low is None or self.high is None else self.high - self.low

    @property
    def middle(self) -> float | None:
        """The number in the middle, or the one end there is; ``None`` without any end."""
        if self.low is None or self.high is None:
            return self.low if self.high is None else self.high
        return (self.low + self.high) / 2


def close(a: float, b: float) -> bool:
    """Whether two numbers are the same but for the noise of floating point."""
    return abs(a - b) <= SAME * max(abs(a), abs(b))


def wholly_below(a: Interval, b: Interval) -> bool:
    """Whether every number of ``a`` is smaller than every number of ``b``."""
    if a.high is None or b.low is None:
        return False
    if close(a.high, b.low):
        return a.high_open or b.low_open
    return a.high < b.low


def can_both_hold(a: Interval, b: Interval) -> bool:
    """Whether one number lies in both intervals."""
    return not wholly_below(a, b) and not wholly_below(b, a)


def inside(a: Interval, b: Interval) -> bool:
    """Whether every number of ``a`` lies in ``b``."""
    return _low_inside(a, b) and _high_inside(a, b)


def _low_inside(a: Interval, b: Interval) -> bool:
    if b.low is None:
        return True
    if a.low is None:
        return False
    if close(a.low, b.low):
        return a.low_open or not b.low_open
    return a.low > b.low


def _high_inside(a: Interval, b: Interval) -> bool:
    if b.high is None:
        return True
    if a.high is None:
        return False
    if close(a.high, b.high):
        return a.high_open or not b.high_open
    return a.high < b.high


def direction(earlier: Interval, later: Interval) -> Direction | None:
    """Up or down where the later interval as a whole has moved; ``None`` where the two overlap on both sides.

    Two bounds of the same side move with their end: "up to 500" then "up to 300" went down.
    """
    if wholly_below(earlier, later):
        return Direction.UP
    if wholly_below(later, earlier):
        return Direction.DOWN
    moves = [
        now - then
        for then, now in ((earlier.low, later.low), (earlier.high, later.high))
        if then is not None and now is not None and not close(then, now)
    ]
    one_sided = (earlier.low is None) == (later.low is None) and (earlier.high is None) == (later.high is None)
    if not moves or not one_sided:
        return None
    if all(move > 0 for move in moves):
        return Direction.UP
    if all(move < 0 for move in moves):
        return Direction.DOWN
    return None


def ratio(earlier: Interval, later: Interval) -> tuple[float | None, float | None] | None:
    """Later over earlier as an interval for non-negative quantities, an open end ``None``; ``None`` without any end."""
    low = _divide(later.low, earlier.high)
    high = _divide(later.high, earlier.low)
    return None if low is None and high is None else (low, high)


def _divide(part: float | None, by: float | None) -> float | None:
    if part is None or by is None or by <= 0:
        return None
    return round_to(part / by, SIGNIFICANT_DIGITS)


def round_to(number: float, digits: int) -> float:
    """``number`` with so many significant digits."""
    return float(f"{number:.{digits}g}") if number else 0.0


def stated(figure: Figure) -> Interval | None:
    """What the figure's words say in numbers, its tolerance included; ``None`` where they give none.

    A tolerance widens a single number on both sides, and closes the open side of "nearly 500".
    """
    low, high = figure.low, figure.high
    if figure.kind is FigureKind.BOUND and low == 0 and high is not None:
        low = None
    if low is None and high is None:
        return None
    slack = figure.tolerance or 0.0
    if low is not None and high is not None:
        if low == high and slack:
            return Interval(max(0.0, low - slack) if low >= 0 else low - slack, high + slack)
        return Interval(low, high, figure.low_open, figure.high_open)
    if slack and high is not None:
        return Interval(max(0.0, high - slack), high, False, figure.high_open)
    if slack and low is not None:
        return Interval(low, low + slack, figure.low_open, False)
    return Interval(low, high, figure.low_open, figure.high_open)


def rounding_unit(figure: Figure) -> float | None:
    """The place to which a single number was written, where its words show that it was rounded; else ``None``.

    "9.5m" is written to 100,000 and "2.5 per cent" to 0.1; "136" and "412" show no rounding.
    """
    if figure.low is None or figure.low != figure.high:
        return None
    words = figure.text.casefold().replace(",", "")
    number = "".join(character for character in words if character.isdecimal() or character == ".").strip(".")
    if not number:
        return None
    decimals = len(number.partition(".")[2])
    written = float(number) if number.count(".") <= 1 else 0.0
    if not written:
        return None
    scale = figure.low / written
    scaled = any(words.rstrip().endswith(word) or f" {word} " in f"{words} " for word in MAGNITUDE_WORDS)
    return scale * 10.0**-decimals if (scaled and scale > 1) or decimals else None


def is_fraction(figure: Figure) -> bool:
    """Whether a share is told as a fraction that no whole percentage is: "a third", which is 33 per cent to anybody."""
    return figure.low is not None and not float(figure.low).is_integer() and "." not in figure.text


def same_after_rounding(a: Figure, b: Figure) -> bool:
    """Whether one of two single numbers is the other rounded to the place it is written to ("9.5m", 9,523,482)."""
    if a.low is None or b.low is None or a.low != a.high or b.low != b.high:
        return False
    if a.unit == b.unit == "percent" and is_fraction(a) != is_fraction(b) and abs(a.low - b.low) < 1:
        return True
    for rough, fine in ((a, b), (b, a)):
        unit = rounding_unit(rough)
        finer = rounding_unit(fine)
        if unit is None or (finer is not None and finer >= unit):
            continue
        if rough.low is not None and fine.low is not None and abs(rough.low - fine.low) <= unit / 2:
            return True
    return close(a.low, b.low)
