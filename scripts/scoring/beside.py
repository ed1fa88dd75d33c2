"""Another reader of quantities beside ours: quantulum3, where it is installed, read by the same scorer."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from comms_tracker.quantities import read_figures
from comms_tracker.records import Claim, Figure, FigureKind, Measure, Statement
from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.marks import Reader
from comms_tracker.scoring.matching import match
from comms_tracker.scoring.values import value_right

Texts = Callable[[str], Sequence[Figure]]

NAMES_OF_NUMBERS = {"dozen": 12.0}
"""Units of quantulum3 that multiply: it reads "two dozen" as 2 of the unit dozen."""


def is_installed() -> bool:
    """Whether quantulum3 can be imported."""
    return importlib.util.find_spec("quantulum3") is not None


def quantulum_version() -> str:
    """Its version."""
    return version("quantulum3")


def as_claims(read: Texts) -> Callable[[Sequence[Statement]], tuple[Claim, ...]]:
    """A reader of figures made a reader of claims, each figure a claim of its own words, for the scorer."""

    def claims(statements: Sequence[Statement]) -> tuple[Claim, ...]:
        return tuple(
            Claim(f"{one.id}/{number}", one.id, figure.start, figure.end, figure.text, figure, Measure())
            for one in statements
            for number, figure in enumerate(read(one.text))
        )

    return claims


def our_figures(text: str) -> tuple[Figure, ...]:
    """Every quantity that the product reads, whether or not it asserts something."""
    return read_figures(text)


def quantulum_figures(text: str) -> tuple[Figure, ...]:
    """What quantulum3 reads, without its classifier; a value with an uncertainty is the interval around it."""
    classifier: Any = importlib.import_module("quantulum3.classifier")
    classifier.USE_CLF = False
    parser: Any = importlib.import_module("quantulum3.parser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = parser.parse(text)
    return tuple(_figures(found))


def _figures(found: Sequence[Any]) -> Iterator[Figure]:
    for one in found:
        span: tuple[int, int] = one.span
        unit = str(one.unit.name)
        factor = NAMES_OF_NUMBERS.get(unit, 1.0)
        value = float(one.value) * factor
        around = float(one.uncertainty or 0.0) * factor
        percent = unit in ("percentage", "per cent", "percent")
        words = str(one.surface)
        kind = FigureKind.PROPORTION if percent else FigureKind.EXACT
        yield Figure(words, *span, kind, value - around, value + around, unit="percent" if percent else None)


@dataclass(frozen=True, slots=True)
class Found:
    """Of the gold's figures of one kind: how many there are, were found, and were found with the right value."""

    kind: str
    n: int
    found: int
    right: int


def found_by_kind(incidents: Sequence[GoldIncident], read: Reader) -> tuple[Found, ...]:
    """One row for each kind of figure in the gold, the most frequent first; a value the gold leaves open is right."""
    counts: dict[str, list[int]] = {}
    for gold in incidents:
        matching = match(gold, read(gold.statements))
        for claim in gold.claims.values():
            if claim.figure is None:
                continue
            met = matching.read.get(claim.id)
            figure = met.figure if met else None
            row = counts.setdefault(claim.figure.kind, [0, 0, 0])
            row[0] += 1
            row[1] += figure is not None
            row[2] += figure is not None and value_right(claim.figure, figure) is not False
    rows = (Found(kind, *row) for kind, row in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.n, row.kind)))
