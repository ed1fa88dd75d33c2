"""A set of gold marked: every incident read, compared where the set has pairs, and scored stage by stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.scoring.absences import absence_verdicts
from comms_tracker.scoring.changes import change_verdicts
from comms_tracker.scoring.findings import finding_verdicts
from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.matching import Matching, match
from comms_tracker.scoring.reading import reading_verdicts
from comms_tracker.scoring.verdicts import Outcome, Score, Stage, Verdict, mean_by_incident, score

Reader = Callable[[Sequence[Statement]], Sequence[Claim]]
Comparer = Callable[[GoldIncident], Comparison]


@dataclass(frozen=True, slots=True)
class Compared:
    """One incident as the gold has it and as it was compared, and which claim is which."""

    gold: GoldIncident
    comparison: Comparison
    matching: Matching


@dataclass(frozen=True, slots=True)
class Marks:
    """All verdicts on one set of gold."""

    verdicts: tuple[Verdict, ...]

    def of(self, stage: Stage) -> tuple[Verdict, ...]:
        """The verdicts of one stage."""
        return tuple(verdict for verdict in self.verdicts if verdict.stage is stage)

    def within(self, incidents: Sequence[GoldIncident]) -> Marks:
        """The verdicts on these incidents only."""
        names = {gold.slug for gold in incidents}
        return Marks(tuple(verdict for verdict in self.verdicts if verdict.incident in names))

    def score(self, stage: Stage) -> Score:
        """The stage's score over the whole set."""
        return score(self.of(stage))

    def headline(self, stage: Stage) -> float:
        """The one figure that stands for the stage."""
        return self.score(stage).headline(stage)

    def mean(self, stage: Stage) -> float | None:
        """The stage's mean F1 over incidents, None where no incident has any."""
        return mean_by_incident(self.of(stage))

    def said_wrongly(self, kind: str) -> int:
        """How many changes were named with this kind where the gold has another kind, or no such change."""
        return sum(verdict.read == kind for stage in (Stage.KIND, Stage.REPORTED) for verdict in self.misses(stage))

    def misses(self, stage: Stage) -> tuple[Verdict, ...]:
        """What was not right at this stage."""
        return tuple(verdict for verdict in self.of(stage) if verdict.outcome is not Outcome.RIGHT)


def marks_of_reading(incidents: Sequence[GoldIncident], read: Reader) -> Marks:
    """Only the stages that need no comparison."""
    found: list[Verdict] = []
    for gold in incidents:
        claims = read(gold.statements)
        found += reading_verdicts(gold, claims, match(gold, claims))
    return Marks(tuple(found))


def compare_all(incidents: Sequence[GoldIncident], by: Comparer) -> tuple[Compared, ...]:
    """Every incident compared."""
    done = []
    for gold in incidents:
        comparison = by(gold)
        done.append(Compared(gold, comparison, match(gold, comparison.claims)))
    return tuple(done)


def marks_of_comparing(compared: Sequence[Compared]) -> Marks:
    """Every stage."""
    found: list[Verdict] = []
    for one in compared:
        found += reading_verdicts(one.gold, one.comparison.claims, one.matching)
        found += change_verdicts(one.gold, one.matching, one.comparison.changes)
        found += absence_verdicts(one.gold, one.matching, one.comparison.changes)
        found += finding_verdicts(one.gold, one.matching, one.comparison)
    return Marks(tuple(found))
