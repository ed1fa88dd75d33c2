"""What happened between claims, and what else there is to look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.records.claims import Measure
from comms_tracker.records.ids import short_id


class ChangeKind(StrEnum):
    """What happened between an earlier and a later claim, or to one that appears or disappears."""

    UNCHANGED = "unchanged"
    QUANTIFIED = "quantified"
    OBSCURED = "obscured"
    REVISED_UP = "revised_up"
    REVISED_DOWN = "revised_down"
    PROGRESSED = "progressed"
    NARROWED_SCOPE = "narrowed_scope"
    WIDENED_SCOPE = "widened_scope"
    CONTRADICTED = "contradicted"
    RETRACTED = "retracted"
    SOFTENED = "softened"
    STRENGTHENED = "strengthened"
    ADDED = "added"
    DROPPED = "dropped"


class Relation(StrEnum):
    """Whether the earlier and the later claim can both be current."""

    CONSISTENT = "consistent"
    SUPERSEDED = "superseded"
    CONTRADICTORY = "contradictory"
    NOT_COMPARABLE = "not_comparable"


class StatedBasis(StrEnum):
    """What the later statement itself says about the change, read only from its words."""

    UPDATE = "update"
    METHOD_CHANGE = "method_change"
    CORRECTION = "correction"
    RETRACTION = "retraction"


class Direction(StrEnum):
    """Which way a figure moved."""

    UP = "up"
    DOWN = "down"


class FindingKind(StrEnum):
    """Something to look at that is no change between two statements."""

    SUM_MISMATCH = "sum_mismatch"
    BASE_MISMATCH = "base_mismatch"
    IMPOSSIBLE_SHARE = "impossible_share"
    RESTATED_DIFFERENTLY = "restated_differently"
    SELF_CONTRADICTION = "self_contradiction"
    OUTLETS_DIFFER = "outlets_differ"
    SPEAKERS_DIFFER = "speakers_differ"
    ALTERED_QUOTATION = "altered_quotation"
    CHANGED_SOURCE = "changed_source"


class ReviewStatus(StrEnum):
    """Whether a person has looked at a change, and what they made of it."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Series:
    """The claims of one incident about the same measure, in order of time."""

    id: str
    measure: Measure
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened between two neighbours of a series, or a claim that appears or disappears.

    ``ratio`` is later over earlier as an interval, an open end ``None``. ``confidence`` is the probability that both
    claims are about the same measure and the kind is right. The evidence for and against is in plain phrases.
    """

    id: str
    kind: ChangeKind
    also: tuple[ChangeKind, ...]
    earlier: str | None
    later: str | None
    relation: Relation | None
    stated_basis: StatedBasis | None
    direction: Direction | None
    ratio: tuple[float | None, float | None] | None
    confidence: float
    explanation: str
    status: ReviewStatus = ReviewStatus.PROPOSED
    evidence_for: tuple[str, ...] = ()
    evidence_against: tuple[str, ...] = ()

    @property
    def says_the_same(self) -> bool:
        """Whether the later claim says what the earlier did, if in other words.

        Two claims that cannot be set against each other ("4 tonnes", then "60 bags") show no change, and no sameness.
        """
        return self.kind is ChangeKind.UNCHANGED and self.relation is not Relation.NOT_COMPARABLE


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at that is not a change between statements; ``seen`` says that a person has looked."""

    kind: FindingKind
    statements: tuple[str, ...]
    claims: tuple[str, ...]
    explanation: str
    seen: bool = False

    @property
    def id(self) -> str:
        """Made of what the finding says, so that it is the same on every machine."""
        lists = (json.dumps(list(ids), ensure_ascii=False) for ids in (self.statements, self.claims))
        return short_id("finding", self.kind, *lists, self.explanation, 1)
