"""How sure a link is, learnt from links that were judged: Platt scaling, and isotonic regression beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import isotonic_regression, minimize

LEAST = 1e-4
"""A probability is kept this far from 0 and 1 before its log odds are taken, as comms_tracker.alignment.model does."""

Numbers = NDArray[np.float64]


class Calibration(Protocol):
    """Makes of the model's probability for a linked pair how sure the link is; both from 0 to 1."""

    def __call__(self, probability: float) -> float: ...


@dataclass(frozen=True, slots=True)
class Judged:
    """A link on an incident that the model had not learnt from: its probability, and whether the gold confirms it."""

    probability: float
    right: bool


@dataclass(frozen=True, slots=True)
class Platt:
    """A logistic curve over the model's log odds."""

    intercept: float
    slope: float

    def __call__(self, probability: float) -> float:
        return 1 / (1 + math.exp(-(self.intercept + self.slope * log_odds(probability))))


@dataclass(frozen=True, slots=True)
class Isotonic:
    """The closest curve that never falls, straight between its points and level beyond them."""

    at: tuple[float, ...]
    values: tuple[float, ...]

    def __call__(self, probability: float) -> float:
        return float(np.interp(probability, self.at, self.values))


def platt(links: Sequence[Judged]) -> Platt:
    """The curve that is most probable given the links, with Platt's targets, so that no side is taken as certain."""
    odds = np.array([log_odds(one.probability) for one in links])
    right = np.array([one.right for one in links])
    yes, no = int(right.sum()), int((~right).sum())
    target = np.where(right, (yes + 1) / (yes + 2), 1 / (no + 2))

    def loss(row: Numbers) -> tuple[float, Numbers]:
        margin = row[0] + row[1] * odds
        away = 1 / (1 + np.exp(-margin)) - target
        value = (np.logaddexp(0, margin) - target * margin).sum()
        return float(value), np.array([away.sum(), away @ odds])

    found = minimize(loss, np.array([0.0, 1.0]), jac=True, bounds=[(None, None), (0, None)], method="L-BFGS-B").x
    return Platt(float(found[0]), float(found[1]))


def isotonic(links: Sequence[Judged]) -> Isotonic:
    """The closest curve that never falls; links of one probability count together."""
    at, where = np.unique([one.probability for one in links], return_inverse=True)
    n = np.bincount(where)
    share = np.bincount(where, weights=[float(one.right) for one in links]) / n
    values = isotonic_regression(share, weights=n).x
    return Isotonic(tuple(float(one) for one in at), tuple(float(one) for one in values))


def log_odds(probability: float) -> float:
    """Of the probability, kept off 0 and 1."""
    bounded = min(max(probability, LEAST), 1 - LEAST)
    return math.log(bounded / (1 - bounded))
