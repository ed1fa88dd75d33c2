"""Each incident compared with what was learnt from the other incidents, so that nothing is learnt from itself.

Learnt are the weights of same measure and the calibration of a link's confidence. The rules are not: they were written
by people who could see all incidents.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from training import same_measure
from training.calibration import Calibration, Judged, platt

from comms_tracker.alignment import align, links, model
from comms_tracker.alignment.features import NAMES
from comms_tracker.alignment.records import Link
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.comparison import in_order
from comms_tracker.encoder import MemoryVectors
from comms_tracker.records import Claim, Comparison
from comms_tracker.scoring.changes import Changes
from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.marks import Compared
from comms_tracker.scoring.matching import match
from scoring import parsed
from scoring.runs import compare_all

ALIGN = importlib.import_module("comms_tracker.alignment.align")
UNTAUGHT = 1e-6
"""A variance this small keeps every weight at what was set by hand; only the intercept is fitted."""

Row = tuple[float, tuple[float, ...]]
Ends = tuple[str, str]
Curves = Mapping[str, Calibration]


@dataclass(frozen=True, slots=True)
class Fold:
    """One incident aligned by weights that were learnt from the others.

    ``probabilities`` are the model's, before calibration, for every link by its two claims; ``judged`` are the links
    between two claims of the gold, confirmed where it has both in one series.
    """

    gold: GoldIncident
    weights: Mapping[str, Row]
    probabilities: Mapping[Ends, float]
    judged: tuple[Judged, ...]


class LeftOut:
    """Incidents ready to be compared again and again with other weights; each is parsed once."""

    def __init__(self, incidents: Sequence[GoldIncident]) -> None:
        self.vectors = MemoryVectors()
        self.incidents = incidents
        self.examples = [same_measure.examples(gold, self.vectors) for gold in incidents]

    def folds(self, *, meaning: bool = True, learnt: bool = True) -> tuple[Fold, ...]:
        """Every incident aligned by weights of the others; ``meaning`` asks phrase vectors too.

        Where they are not ``learnt``, the weights are those set by hand as the prior of the training.
        """
        found = []
        for gold in self.incidents:
            others = [one for one in self.examples if one.slug != gold.slug]
            found.append(self._fold(gold, fitted(others, meaning, learnt)))
        return tuple(found)

    def compare(self, folds: Sequence[Fold]) -> tuple[Compared, ...]:
        """Every incident compared by its fold's weights, and by the calibration that the other folds' links give."""
        by_slug = {fold.gold.slug: fold for fold in folds}
        curves = left_out_curves(folds)

        def by(gold: GoldIncident) -> Comparison:
            with _using(by_slug[gold.slug].weights, curves[gold.slug]):
                return parsed.compare(gold.statements, self.vectors)

        return compare_all([fold.gold for fold in folds], by)

    def _fold(self, gold: GoldIncident, weights: Mapping[str, Row]) -> Fold:
        ordered = in_order(gold.statements)
        claims = [claim for found in parsed.claims_of(ordered) for claim in found]
        seen: dict[Ends, float] = {}
        make = ALIGN.link

        def link(scorer: Scorer, earlier: Claim, later: Claim, probability: float) -> Link:
            seen[earlier.id, later.id] = probability
            made: Link = make(scorer, earlier, later, probability)
            return made

        with _using(weights), patch.object(ALIGN, "link", link):
            align(ordered, claims, self.vectors)
        matching = match(gold, claims)
        truth = Changes(gold, matching, ())
        ends = {pair: (matching.gold.get(pair[0]), matching.gold.get(pair[1])) for pair in seen}
        judged = (
            Judged(seen[pair], truth.same_series(one, other)) for pair, (one, other) in ends.items() if one and other
        )
        return Fold(gold, weights, seen, tuple(judged))


def left_out_curves(folds: Sequence[Fold], fit: Callable[[Sequence[Judged]], Calibration] = platt) -> Curves:
    """For each incident by its name the calibration that is fitted to the other incidents' links."""
    return {fold.gold.slug: fit(links_of(one for one in folds if one is not fold)) for fold in folds}


def links_of(folds: Iterable[Fold]) -> list[Judged]:
    """The judged links of all folds together."""
    return [link for fold in folds for link in fold.judged]


def fitted(others: Sequence[same_measure.Examples], meaning: bool = True, learnt: bool = True) -> dict[str, Row]:
    """The weights of both models, by the names that the product asks for."""
    variance = same_measure.VARIANCE if learnt else UNTAUGHT
    words = _row(same_measure.fit(others, False, variance), False)
    return {"words": words, "meaning": _row(same_measure.fit(others, True, variance), True) if meaning else words}


def _row(weights: same_measure.Matrix, meaning: bool) -> Row:
    row = (float(one) if meaning or name != "meaning" else 0.0 for name, one in zip(NAMES, weights[1:], strict=True))
    return float(weights[0]), tuple(row)


@contextmanager
def _using(weights: Mapping[str, Row], calibration: Calibration | None = None) -> Iterator[None]:
    with patch.object(model, "weights", weights.__getitem__):
        if calibration is None:
            yield
            return
        with patch.object(links, "confidence", calibration):
            yield
