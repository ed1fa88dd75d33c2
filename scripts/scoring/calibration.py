"""Whether a link's confidence means what it says: how often links of each confidence are right."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from training.calibration import isotonic

from comms_tracker.scoring.changes import Changes, kind_right
from comms_tracker.scoring.marks import Compared
from scoring.left_out import Curves, Ends, Fold, left_out_curves

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where the bands of confidence begin and end; a confidence on an edge is in the upper band."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reported link between two claims of the gold: how sure the product was, and whether it was right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The links of one band: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    n: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Way:
    """A way of calibrating, with the Brier scores of its links and of its changes on incidents left out."""

    name: str
    links: float | None
    changes: float | None


Factor = Callable[[str, str, str], float]
"""What a change's confidence is multiplied by: for an incident's name and the two claims."""


def links(compared: Iterable[Compared], factor: Factor | None = None) -> tuple[tuple[Link, ...], int]:
    """The links that the gold can judge, and how many it cannot: one end is no claim of the gold.

    Right means that the gold has both in one series and, where it names a change between them, one of its kinds.
    """
    found: list[Link] = []
    beyond = 0
    for one in compared:
        changes = Changes(one.gold, one.matching, one.comparison.changes)
        named = {(earlier, later): change for earlier, later, change in one.gold.between()}
        for change, earlier, later in changes.links:
            if earlier is None or later is None:
                beyond += 1
                continue
            gold = named.get((earlier, later))
            kind = gold is None or kind_right(one.gold, gold, change)
            times = factor(one.gold.slug, change.earlier or "", change.later or "") if factor else 1.0
            confidence = min(1.0, change.confidence * times)
            found.append(Link(confidence, kind and changes.same_series(earlier, later)))
    return tuple(found), beyond


def brier(found: Sequence[Link]) -> float | None:
    """The mean squared distance of confidence from what was so; None of no links."""
    return sum((one.confidence - one.right) ** 2 for one in found) / len(found) if found else None


def reliability(found: Sequence[Link]) -> tuple[Band, ...]:
    """The bands that have links, from the least sure."""
    bands = []
    for low, high in itertools.pairwise(EDGES):
        inside = [one for one in found if low <= one.confidence < high or (one.confidence == high == EDGES[-1])]
        if inside:
            n = len(inside)
            said, right = sum(one.confidence for one in inside) / n, sum(one.right for one in inside) / n
            bands.append(Band(low, high, n, said, right))
    return tuple(bands)


def ways(folds: Sequence[Fold], compared: Sequence[Compared]) -> tuple[Way, ...]:
    """Ways of calibrating side by side; ``compared`` are the folds' comparisons, made with Platt scaling.

    A link is right where the gold has both claims in one series, a change where its kind is right too. Each curve is
    fitted to the links of the other incidents.
    """
    made = left_out_curves(folds)
    probabilities = {fold.gold.slug: fold.probabilities for fold in folds}
    found = []
    for name, curves in (
        ("none: the model's probability", {fold.gold.slug: _as_it_is for fold in folds}),
        ("Platt scaling", made),
        ("isotonic regression", left_out_curves(folds, isotonic)),
    ):
        of_links = [Link(curves[fold.gold.slug](one.probability), one.right) for fold in folds for one in fold.judged]
        of_changes, _ = links(compared, _instead(curves, made, probabilities))
        found.append(Way(name, brier(of_links), brier(of_changes)))
    return tuple(found)


def _instead(curves: Curves, made: Curves, probabilities: Mapping[str, Mapping[Ends, float]]) -> Factor:
    """Takes the calibration that a comparison was made with out of a confidence, and puts another in."""

    def factor(slug: str, earlier: str, later: str) -> float:
        probability = probabilities[slug][earlier, later]
        return curves[slug](probability) / made[slug](probability)

    return factor


def _as_it_is(probability: float) -> float:
    return probability
