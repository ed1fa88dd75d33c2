"""What is said of two texts: how the later one stands to the earlier one, why, and the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.records import Claim, Figure, Relation


@dataclass(frozen=True, slots=True)
class Ground:
    """Words of one text that a relation rests on, with their offsets in it: a claim, a figure, or a date or a rank."""

    text: str
    start: int
    end: int
    figure: Figure | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """How a later text stands to an earlier one, the reason in plain words, and how probable it is, from 0 to 1.

    ``earlier`` and ``later`` are the words that it rests on in each text, None where nothing there has a counterpart.
    """

    relation: Relation
    reason: str
    probability: float
    earlier: Ground | None = None
    later: Ground | None = None


def claim_ground(claim: Claim) -> Ground:
    """A claim as ground."""
    return Ground(claim.text, claim.start, claim.end, claim.figure, claim)
