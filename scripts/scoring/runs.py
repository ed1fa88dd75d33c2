"""Gold read and compared as the product does it, each statement parsed once however often it is compared."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.encoder import MemoryVectors
from comms_tracker.records import Claim, Statement
from comms_tracker.scoring import marks
from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.marks import Compared, Comparer, Marks, Reader
from scoring import parsed


def read_claims(statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """The claims of all statements, as the product reads them."""
    return tuple(claim for found in parsed.claims_of(statements) for claim in found)


def marks_of_reading(incidents: Sequence[GoldIncident], read: Reader = read_claims) -> Marks:
    """Only the stages that need no comparison."""
    return marks.marks_of_reading(incidents, read)


def compare_all(incidents: Sequence[GoldIncident], by: Comparer | None = None) -> tuple[Compared, ...]:
    """Every incident compared by the product, or by another way of comparing."""
    vectors = MemoryVectors()
    return marks.compare_all(incidents, by or (lambda gold: parsed.compare(gold.statements, vectors)))
