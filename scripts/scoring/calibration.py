"""Whether a link's confidence means what it says: how often links of each confidence are right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring.changes import Changes, kind_right
from scoring.marks import Compared

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


def links(compared: Iterable[Compared]) -> tuple[tuple[Link, ...], int]:
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
            found.append(Link(change.confidence, kind and changes.same_series(earlier, later)))
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
