"""Shares with their intervals, and how far two coders agree beyond chance."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Z_95 = 1.959963984540054
"""The standard normal deviate of a two-sided interval of 95 per cent."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 per cent interval, and the number of things that it is of."""

    value: float
    low: float
    high: float
    n: int


def share(right: Iterable[tuple[bool, float]]) -> Share | None:
    """The weighted share of what is right, each thing with its weight; None of nothing.

    The interval is Wilson's (1927, "Probable inference, the law of succession, and statistical inference", Journal of
    the American Statistical Association 22, 209-212). Where weights differ, it is made for Kish's effective number of
    things, the square of the sum of weights over the sum of their squares (1965, "Survey Sampling", section 11.7), as
    Korn and Graubard do for surveys (1998, Survey Methodology 24, 193-201).
    """
    things = list(right)
    total = sum(weight for _, weight in things)
    if total <= 0:
        return None
    value = sum(weight for is_right, weight in things if is_right) / total
    effective = total**2 / sum(weight**2 for _, weight in things)
    low, high = wilson(value, effective)
    return Share(value, low, high, len(things))


def wilson(value: float, n: float) -> tuple[float, float]:
    """Wilson's score interval of 95 per cent for a share of ``n`` things; ``n`` need not be whole."""
    spread = Z_95**2 / n
    middle = (value + spread / 2) / (1 + spread)
    half = Z_95 / (1 + spread) * math.sqrt(value * (1 - value) / n + spread / (4 * n))
    # Rounding can put an end a hair beyond the share itself, where that is 0 or 1.
    return min(max(0.0, middle - half), value), max(min(1.0, middle + half), value)


Pair = tuple[Hashable, Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree: on which share, and beyond chance.

    ``kappa`` and ``alpha`` are None where chance alone would make them agree, because both used one value only.
    """

    agreed: Share
    kappa: float | None
    alpha: float | None


def agreement(pairs: Sequence[Pair]) -> Agreement | None:
    """How far the two values of each pair agree; None of no pairs."""
    agreed = share((one == other, 1.0) for one, other in pairs)
    if agreed is None:
        return None
    return Agreement(agreed, cohens_kappa(pairs), krippendorffs_alpha(pairs))


def cohens_kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's kappa, each coder with values of their own frequency (1960, "A coefficient of agreement for nominal
    scales", Educational and Psychological Measurement 20, 37-46)."""
    n = len(pairs)
    first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    observed = sum(one == other for one, other in pairs) / n
    expected = sum(first[value] * second[value] for value in first) / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(pairs: Sequence[Pair]) -> float | None:
    """Krippendorff's alpha for nominal values and two coders, corrected for small samples (Hayes and Krippendorff 2007,
    "Answering the call for a standard reliability measure for coding data", Communication Methods and Measures 1,
    77-89)."""
    values = Counter(value for pair in pairs for value in pair)
    n = values.total()
    observed = sum(one != other for one, other in pairs) / len(pairs)
    expected = 1 - sum(count * (count - 1) for count in values.values()) / (n * (n - 1))
    return None if expected == 0 else 1 - observed / expected
