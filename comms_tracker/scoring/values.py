"""Whether a figure was read as the right interval, and whether the right noun is counted."""

from __future__ import annotations

import math
import re

from comms_tracker.records import Figure
from comms_tracker.scoring.gold import GoldFigure

TOLERANCE = 1e-3
"""Two numbers are the same within this share of the larger: 0.333 serves for a third."""
WIDEST = 0.25
"""An approximate number may be read as any interval around the gold's that is no wider than this share of it."""
BESIDE = re.compile(
    r"(nearly|almost|just (over|under|above|below|short of)|close to|approaching|getting on for)\b", re.I
)
"""Words that a bound and an approximation read differently: either serves that has the number at one of its ends."""
SAME_INDIVIDUALS = (
    {"person", "people", "individual", "life", "death", "dead", "toll", "victim", "casualty"},
    {"customer", "consumer", "user", "holder", "subscriber", "client", "member", "account"}
    | {"individual", "person", "people"},
)
"""Nouns that count the same individuals serve for each other."""

Interval = tuple[float | None, float | None]


def value_right(gold: GoldFigure, read: Figure | None) -> bool | None:
    """Whether the interval is the gold's; None where the gold's words give no numbers."""
    if gold.low is None and gold.high is None:
        return None
    return read is not None and any(_fits(gold, interval) for interval in _ways_to_write(gold, read))


def _ways_to_write(gold: GoldFigure, read: Figure) -> list[Interval]:
    """The interval as read and, for a percentage, as a fraction of one too."""
    factors = (1, 100, 0.01) if gold.kind == "percent" or read.unit == "percent" else (1,)
    return [
        (None if read.low is None else read.low * by, None if read.high is None else read.high * by) for by in factors
    ]


def _fits(gold: GoldFigure, interval: Interval) -> bool:
    low, high = interval
    number = gold.high if gold.low is None else gold.low
    if BESIDE.match(gold.text) and (_same(low, number) or _same(high, number)):
        return True
    if gold.kind == "bound" and gold.low is None:
        return _same(high, gold.high) and low in (None, 0)
    if gold.kind == "approx" and _around(gold, low, high):
        return True
    return _same(low, gold.low) and _same(high, gold.high)


def _around(gold: GoldFigure, low: float | None, high: float | None) -> bool:
    """Whether the interval holds the gold's and is not too wide to mean the same number."""
    if low is None or high is None or gold.low is None or gold.high is None:
        return False
    holds = low <= gold.low * (1 + TOLERANCE) and high >= gold.high * (1 - TOLERANCE)
    return holds and high - low <= WIDEST * abs(gold.low)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE * 1e-9)


def noun_right(unit: str, counted: str, read: str) -> bool:
    """Whether ``read`` (counted noun and unit) names the gold's unit, one that serves for it, or its longer words."""
    read = read.lower()
    stems = {_stem(word) for word in re.split(r"[\s/-]+", read) if word}
    unit = unit.partition("/")[0]
    wanted = {unit, unit.rstrip("sy"), *(word for word in counted.split() if len(word) > 3)}
    wanted |= {noun for group in SAME_INDIVIDUALS if unit in group for noun in group}
    return any(_stem(word) in stems or (len(word) > 3 and word in read) for word in wanted)


def _stem(word: str) -> str:
    return word.rstrip("s")
