"""Each incident compared with weights that were learnt from the other incidents, so that none is learnt from itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from unittest.mock import patch

import train_same_measure as training

from comms_tracker.alignment import model
from comms_tracker.alignment.features import NAMES
from comms_tracker.comparison import compare
from comms_tracker.encoder import MemoryVectors
from comms_tracker.records import Comparison
from scoring.gold import GoldIncident
from scoring.marks import Compared, compare_all
from scoring.sets import GOLD

UNTAUGHT = 1e-6
"""A variance this small keeps every weight at what was set by hand; only the intercept is fitted."""

Weights = dict[str, tuple[float, tuple[float, ...]]]


class LeftOut:
    """One of the project's own sets, ready to be compared again and again with other weights.

    Only the weights are learnt anew: the rules were written, and the calibration was set, by people who could see all.
    """

    def __init__(self, incidents: Sequence[GoldIncident], name: str = "incidents") -> None:
        self.incidents = incidents
        files = sorted((GOLD / name).glob("*.json"))
        self.examples = [training.examples(json.loads(path.read_text("utf-8"))) for path in files]
        self.vectors = MemoryVectors()

    def compare(self, *, meaning: bool = True, learnt: bool = True) -> tuple[Compared, ...]:
        """Every incident compared with weights of the others; ``meaning`` asks phrase vectors too.

        Where they are not ``learnt``, the weights are those set by hand as the prior of the training.
        """

        def by(gold: GoldIncident) -> Comparison:
            others = [one for one in self.examples if one.slug != gold.slug]
            with patch.object(model, "weights", _weights(others, meaning, learnt).__getitem__):
                return compare(gold.statements, self.vectors)

        return compare_all(self.incidents, by)


def _weights(others: list[training.Examples], meaning: bool, learnt: bool) -> Weights:
    with patch.object(training, "VARIANCE", training.VARIANCE if learnt else UNTAUGHT):
        words = _row(training.fit(others, False), False)
        return {"words": words, "meaning": _row(training.fit(others, True), True) if meaning else words}


def _row(fitted: training.Matrix, meaning: bool) -> tuple[float, tuple[float, ...]]:
    row = (float(one) if meaning or name != "meaning" else 0.0 for name, one in zip(NAMES, fitted[1:], strict=True))
    return float(fitted[0]), tuple(row)
