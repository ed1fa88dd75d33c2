"""The project's own sets of gold, and which stages each is marked for."""

from __future__ import annotations

from pathlib import Path

from comms_tracker.scoring.gold import GoldIncident, read_gold
from comms_tracker.scoring.marks import Marks
from comms_tracker.scoring.verdicts import MARKED_ANEW, READING, Stage

GOLD = Path(__file__).resolve().parent.parent.parent / "tests" / "gold"
STAGES: dict[str, tuple[Stage, ...]] = {
    "statements": READING,
    "incidents": tuple(stage for stage in Stage if stage not in MARKED_ANEW),
    "further": tuple(Stage),
    "later": tuple(Stage),
    "fourth": tuple(Stage),
    "fifth": tuple(Stage),
    "sixth": tuple(Stage),
    "seventh": tuple(Stage),
    "eighth": tuple(Stage),
    "ninth": tuple(Stage),
    "tenth": tuple(stage for stage in Stage if stage is not Stage.SAME_MEASURE),
    "eleventh": tuple(Stage),
}
"""Each set is a folder of tests/gold. Statements have no pairs and few changes, so they are only read; and
`tenth` has no pairs."""


def own_gold(name: str) -> tuple[GoldIncident, ...]:
    """The incidents of one of the project's own sets."""
    return read_gold(GOLD / name)


def headlines(name: str, marks: Marks) -> dict[str, float]:
    """The figure that stands for each stage of the set, by the stage's name."""
    return {stage.value: marks.headline(stage) for stage in STAGES[name]}
