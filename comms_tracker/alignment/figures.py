"""Which figures may be held against one another, by their units, and how near their numbers are."""

from __future__ import annotations

import math

from comms_tracker.quantities.units import time_units
from comms_tracker.records import Figure, FigureKind, ReadingAs

WITH_NOUN = frozenset({"count", "share", "none", "all"})
WITH_ANY = frozenset({"none", "all"})
"""Unit classes that meet others: no flights and all flights."""


def unit_class(figure: Figure) -> str:
    """Counts, shares, money and each kind of measurement are never compared with one another.

    "Most" is a share of a whole that is not numbered; "several hundred" is a count; "none" and "all" meet both.
    """
    if figure.kind is FigureKind.UNIVERSAL:
        return "none" if figure.high == 0 else "all"
    if figure.unit == "percent" or (
        figure.readings and all(reading.as_ is ReadingAs.SHARE for reading in figure.readings)
    ):
        return "share"
    if figure.unit is None:
        return "count"
    return "time" if figure.unit in time_units() else figure.unit


def values(a: Figure | None, b: Figure | None) -> tuple[bool, bool, bool]:
    """Whether two figures give the same telling number, are within threefold, and are more than a hundredfold apart."""
    if a is None or b is None or (a.unit == "percent") != (b.unit == "percent"):
        return False, False, False
    left = a.low if a.low is not None else a.high
    right = b.low if b.low is not None else b.high
    if not left or not right or left < 0 or right < 0:
        return False, False, False
    tolerance = max(a.tolerance or 0, b.tolerance or 0, 0.001 * left)
    ratio = left / right if left > right else right / left
    return abs(left - right) <= tolerance and (left >= 13 or left != int(left)), ratio <= 3, ratio > 100


def apart_by(a: Figure | None, b: Figure | None) -> float:
    """How far two numbers are apart, as the logarithm of their ratio; infinite where they are of no one kind."""
    if a is None or b is None or unit_class(a) != unit_class(b):
        return math.inf
    left, right = (one.low if one.low is not None else one.high for one in (a, b))
    return abs(math.log(left / right)) if left and right and left > 0 and right > 0 else math.inf
