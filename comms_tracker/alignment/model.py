"""How probable it is that two claims are about the same measure: logistic regression, its weights in a text file."""

from __future__ import annotations

import math
from functools import cache
from operator import mul

from comms_tracker import lexicon
from comms_tracker.alignment.features import NAMES, Features

# Between these, words leave it open and phrase vectors are asked for; over the upper one words have decided.
OPEN = (0.05, 0.5)


@cache
def weights(name: str) -> tuple[float, tuple[float, ...]]:
    """The intercept and one weight for each feature of the model ``words`` or ``meaning``."""
    data = lexicon.table("same_measure")[name]
    return float(data["intercept"]), tuple(float(data[feature]) for feature in NAMES)


def probability(features: Features, with_meaning: bool) -> float:
    """The probability from 0 to 1; ``with_meaning`` says that the phrases' cosine is among the features."""
    intercept, row = weights("meaning" if with_meaning else "words")
    return 1 / (1 + math.exp(-(intercept + sum(map(mul, row, features)))))


def is_open(value: float) -> bool:
    """Whether words alone leave it open."""
    return OPEN[0] < value < OPEN[1]


def confidence(value: float) -> float:
    """How sure a link is once its release is matched as a whole: the pair that is left over is likelier than its words.

    Platt scaling of the model's log odds, its two numbers beside the weights.
    """
    data = lexicon.table("same_measure")["calibration"]
    bounded = min(max(value, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-(data["intercept"] + data["slope"] * math.log(bounded / (1 - bounded)))))
