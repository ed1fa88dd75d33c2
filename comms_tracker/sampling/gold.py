"""The program measured against gold: statements whose claims and changes somebody has written down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from comms_tracker.errors import InputError
from comms_tracker.sampling.statistics import Share, share
from comms_tracker.scoring.gold import GoldIncident, read_gold
from comms_tracker.scoring.marks import Marks, compare_all, marks_of_comparing
from comms_tracker.scoring.verdicts import PRECISION_ONLY, RECALL_ONLY, Score, Stage, scores

STAGES = (
    *(Stage.FIGURES, Stage.FIGURELESS, Stage.DENIED, Stage.SAME_MEASURE, Stage.KIND, Stage.REPORTED),
    *(Stage.ADDED, Stage.DROPPED, Stage.FINDINGS),
)
"""What is measured: claims with and without a figure, denials, links, kinds, what is reported at all, findings."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One stage, or one kind of change: how many the gold has and the program reported, and the shares of these.

    ``precision`` is None where the stage counts only what the gold has, or nothing was reported; ``recall`` likewise.
    """

    name: str
    gold: int
    program: int
    precision: Share | None
    recall: Share | None


@dataclass(frozen=True, slots=True)
class GoldResult:
    """A folder of gold: how many incidents and statements it has, each stage, and each kind of change that it has."""

    incidents: int
    statements: int
    stages: tuple[Measured, ...]
    kinds: tuple[Measured, ...]


def measure(folder: Path) -> GoldResult:
    """Every incident of the folder compared by the product and marked; raises InputError where it is no gold."""
    from comms_tracker.comparison import compare
    from comms_tracker.encoder import MemoryVectors

    gold = _read(folder)
    vectors = MemoryVectors()
    marks = marks_of_comparing(compare_all(gold, lambda one: compare(one.statements, vectors)))
    by_kind = scores(marks.of(Stage.KIND), lambda verdict: verdict.of)
    return GoldResult(
        incidents=len(gold),
        statements=sum(len(one.statements) for one in gold),
        stages=tuple(_stage(stage, marks) for stage in STAGES if marks.of(stage)),
        kinds=tuple(_kind(kind, score, marks) for kind, score in sorted(by_kind.items())),
    )


def _read(folder: Path) -> tuple[GoldIncident, ...]:
    try:
        return read_gold(folder)
    except (KeyError, ValueError, OSError) as error:
        why = f"{error} is missing" if isinstance(error, KeyError) else str(error).rstrip(".")
        raise InputError(f"{folder} is no gold: {why}. Its form is that of docs/exports.md.") from None


def _stage(stage: Stage, marks: Marks) -> Measured:
    score = marks.score(stage)
    return Measured(
        stage.value,
        score.n if stage not in PRECISION_ONLY else 0,
        score.reported,
        None if stage in RECALL_ONLY else _of(score.right, score.reported),
        None if stage in PRECISION_ONLY else _of(score.right, score.n),
    )


def _kind(kind: str, score: Score, marks: Marks) -> Measured:
    named = score.right + marks.said_wrongly(kind)
    return Measured(kind, score.n, named, _of(score.right, named), _of(score.right, score.n))


def _of(right: int, whole: int) -> Share | None:
    return share((place < right, 1.0) for place in range(whole))
