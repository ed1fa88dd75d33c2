"""What is counted: one verdict for each thing that was looked at, and the scores that verdicts add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum


class Stage(StrEnum):
    """What is measured, in the order in which text goes through the product."""

    OFFSETS = "offsets"
    FIGURES = "figures"
    VALUE = "value"
    NOUN = "counted noun"
    FIGURELESS = "figureless claims"
    DENIED = "denied"
    SAME_MEASURE = "same measure"
    KIND = "change kind"
    KIND_LINKED = "change kind, where linked"
    TURNED = "turned"
    REPORTED = "reported changes"
    ACCUSATIONS = "accusations"
    STATED = "stated basis"
    UNSTATED = "no stated basis"
    ADDED = "added"
    DROPPED = "dropped"
    FINDINGS = "findings"
    SILENT = "near misses silent"


READING = (Stage.OFFSETS, Stage.FIGURES, Stage.VALUE, Stage.NOUN, Stage.FIGURELESS, Stage.DENIED)
"""The stages that need only the claims of each statement."""
MARKED_ANEW = (Stage.STATED, Stage.UNSTATED, Stage.FINDINGS, Stage.SILENT)
"""The stages that only gold with findings and stated bases can judge."""
PRECISION_ONLY = frozenset({Stage.REPORTED, Stage.ACCUSATIONS})
"""Here it counts only whether what was reported is so."""
RECALL_ONLY = frozenset({Stage.TURNED, Stage.UNSTATED, Stage.SILENT})
"""Here it counts only whether what the gold has was found."""


class Outcome(Enum):
    """What came of one thing: as (right, wrong, missed). A mistaken one is wrong, and the right one is missed."""

    RIGHT = (1, 0, 0)
    WRONG = (0, 1, 0)
    MISSED = (0, 0, 1)
    MISTAKEN = (0, 1, 1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one thing in one incident; ``words`` say it plainly.

    ``of`` is the gold's kind (of change, of finding, or stated basis), ``read`` what the product has in its place.
    """

    stage: Stage
    outcome: Outcome
    incident: str
    words: str
    of: str = ""
    read: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, wrong and missed, and what follows from it; a share of nothing is 0."""

    right: int
    wrong: int
    missed: int

    @property
    def n(self) -> int:
        """How many the gold has."""
        return self.right + self.missed

    @property
    def reported(self) -> int:
        """How many the product reported."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of the reported that is right."""
        return self.right / self.reported if self.reported else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.right / self.n if self.n else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.reported + self.n) if self.right else 0.0

    def headline(self, stage: Stage) -> float:
        """The one figure that stands for the stage: F1, except where only one side counts."""
        if stage in PRECISION_ONLY:
            return self.precision
        return self.recall if stage in RECALL_ONLY else self.f1


def score(verdicts: Iterable[Verdict]) -> Score:
    """All verdicts added up."""
    right = wrong = missed = 0
    for verdict in verdicts:
        counts = verdict.outcome.value
        right, wrong, missed = right + counts[0], wrong + counts[1], missed + counts[2]
    return Score(right, wrong, missed)


def scores(verdicts: Iterable[Verdict], key: Callable[[Verdict], str]) -> dict[str, Score]:
    """One score for each value of ``key``, in order of first appearance."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return {name: score(group) for name, group in groups.items()}


def mean_by_incident(verdicts: Iterable[Verdict]) -> float | None:
    """The mean F1 over the incidents whose gold has any; None where none has."""
    found = [one.f1 for one in scores(verdicts, lambda verdict: verdict.incident).values() if one.n]
    return sum(found) / len(found) if found else None
