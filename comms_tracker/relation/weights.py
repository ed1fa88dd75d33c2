"""How probable each relation of two texts is: multinomial logistic regression, its weights in a text file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from comms_tracker import lexicon
from comms_tracker.records import Relation


@dataclass(frozen=True, slots=True)
class Probabilities:
    """The probabilities that the two texts exclude each other, that the later makes the earlier true, and neither."""

    contradictory: float
    consistent: float
    not_comparable: float


@cache
def threshold() -> float:
    """The probability from which two texts are called contradictory; see the weights file for how it was chosen."""
    return float(lexicon.table("relation")["threshold"])


@cache
def _weights(relation: Relation) -> dict[str, float]:
    return {name: float(weight) for name, weight in lexicon.table("relation")[relation.value].items()}


def probabilities(row: Mapping[str, float]) -> Probabilities:
    """The probabilities of one pair with these features; not comparable is the relation that has no weights."""
    contradictory, consistent = _score(Relation.CONTRADICTORY, row), _score(Relation.CONSISTENT, row)
    most = max(contradictory, consistent, 0.0)
    parts = [math.exp(score - most) for score in (contradictory, consistent, 0.0)]
    return Probabilities(*(part / sum(parts) for part in parts))


def _score(relation: Relation, row: Mapping[str, float]) -> float:
    weights = _weights(relation)
    return weights["intercept"] + sum(weights[name] * value for name, value in row.items() if value)
