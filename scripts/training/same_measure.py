"""Whether two claims are about one measure, learnt from gold: the examples, and the weights fitted to them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scoring.parsed import claims_of

from comms_tracker.alignment.features import NAMES, compare_parts
from comms_tracker.alignment.incompatible import incompatible
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.encoder import SCALE, PhraseVectors
from comms_tracker.records import Claim
from comms_tracker.scoring.gold import GoldClaim, GoldIncident
from comms_tracker.scoring.matching import series

# What each part means before any example: positive speaks for one measure; unlisted parts start from nothing.
PRIOR = {
    "noun_same": 1.2, "noun_kin": 0.9, "noun_other": -0.8, "event_same": 1.5, "event_near": 0.8, "event_other": -0.7,
    "part_same": 0.4, "harm_and_remedy": -1.5, "both_lead": 1.0, "noun_mentioned": 0.8, "sole": 1.0, "wording": 3.0,
    "meaning": 3.0,
    "scope_shared": 0.7, "scope_differs": -0.3, "value_same": 2.0, "value_near": 0.8, "value_far": -0.8,
    "unit_same": 0.8, "unit_other": -1.0, "share_against_count": -0.8, "basis_other": -0.5, "both_denied": 1.5,
    "other_days": -1.0, "withdrawn": 1.0, "flip_event_same": 0.8, "flip_event_near": -0.4,
    "corrects": 1.5,
}  # fmt: skip
# Strength of the prior: the variance that a weight may have around it.
VARIANCE = 0.1

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Examples:
    """One incident's pairs: a row of features each, and whether the gold has them in one series."""

    slug: str
    rows: Matrix
    same: NDArray[np.bool_]


def examples(incident: GoldIncident, vectors: PhraseVectors) -> Examples:
    """The pairs of one gold incident, with the claims that are read from its statements today."""
    claims = [claim for found in claims_of(incident.statements) for claim in found]
    gold = {claim.id: met(claim, incident.claims.values()) for claim in claims}
    home = series((earlier, later) for earlier, later, change in incident.between() if change.same)
    scorer = Scorer(claims, vectors)
    phrases = vectors.vectors([claim.measure.phrase or claim.text for claim in claims]).astype(np.int32)
    meaning = dict(zip([claim.id for claim in claims], phrases, strict=True))
    rows, same = [], []
    for a, b in itertools.combinations(claims, 2):
        one, other = gold[a.id], gold[b.id]
        if a.statement == b.statement or (one is None and other is None) or incompatible(a, b):
            continue
        cosine = float(meaning[a.id] @ meaning[b.id]) / SCALE**2
        rows.append(compare_parts(a, b, scorer.rarity, scorer.places(a, b), cosine))
        same.append(one is not None and other is not None and one in home and home[one] == home.get(other))
    return Examples(incident.slug, np.array(rows), np.array(same))


def met(claim: Claim, gold: Iterable[GoldClaim]) -> str | None:
    """The gold claim that a claim meets: by its figure's place, else by at least half of the words."""
    for one in gold:
        if one.statement != claim.statement:
            continue
        if one.figure is not None:
            if claim.figure is not None and claim.figure.start < one.figure.end and one.figure.start < claim.figure.end:
                return one.id
        elif claim.figure is None or claim.figure.high == 0:
            shared = min(claim.end, one.end) - max(claim.start, one.start)
            if shared >= 0.5 * (one.end - one.start):
                return one.id
    return None


def fit(incidents: Sequence[Examples], meaning: bool, variance: float = VARIANCE) -> Matrix:
    """Intercept and weights that are most probable given the examples, and a prior with this variance around it.

    Every incident counts as much as another: one with long statements has many times the pairs of a short one.
    """
    rows = without_meaning(np.vstack([one.rows for one in incidents]), meaning)
    signs = np.where(np.concatenate([one.same for one in incidents]), 1.0, -1.0)
    mean = len(rows) / len(incidents)
    share = np.concatenate([np.full(len(one.same), mean / max(1, len(one.same))) for one in incidents])
    prior = np.array([PRIOR.get(name, 0.0) for name in NAMES])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        margin = signs * (weights[0] + rows @ weights[1:])
        pull = -share * signs / (1 + np.exp(margin))
        away = weights[1:] - prior
        value = (share * np.logaddexp(0, -margin)).sum() + 0.5 / variance * (away**2).sum()
        return float(value), np.concatenate([[pull.sum()], rows.T @ pull + away / variance])

    bounds = [(None, None)] + [(0, None) if value > 0 else (None, 0) if value < 0 else (None, None) for value in prior]
    found: Matrix = minimize(loss, np.zeros(len(NAMES) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return found


def without_meaning(rows: Matrix, meaning: bool) -> Matrix:
    """The rows as the model of words sees them."""
    if meaning:
        return rows
    rows = rows.copy()
    rows[:, NAMES.index("meaning")] = 0
    return rows


def predict(weights: Matrix, rows: Matrix, meaning: bool) -> Matrix:
    """The probability of each row."""
    found: Matrix = 1 / (1 + np.exp(-(weights[0] + without_meaning(rows, meaning) @ weights[1:])))
    return found
