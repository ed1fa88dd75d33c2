"""The records that pass between the stages: frozen, standard library only, and the same words as docs/design.md.

Offsets count Unicode code points in the statement's ``text``; an interval end that is open is ``None``;
a percentage is written as 2.5 with unit ``percent``.
"""

from __future__ import annotations

from comms_tracker.records.changes import (
    Change,
    ChangeKind,
    Direction,
    Finding,
    FindingKind,
    Relation,
    ReviewStatus,
    Series,
    StatedBasis,
)
from comms_tracker.records.claims import (
    Basis,
    Certainty,
    Claim,
    Figure,
    FigureKind,
    Measure,
    Polarity,
    Reading,
    ReadingAs,
    Voice,
)
from comms_tracker.records.comparison import Comparison, ProducedBy, Said
from comms_tracker.records.ids import short_id
from comms_tracker.records.statements import Origin, Statement

__all__ = [
    "Basis",
    "Certainty",
    "Change",
    "ChangeKind",
    "Claim",
    "Comparison",
    "Direction",
    "Figure",
    "FigureKind",
    "Finding",
    "FindingKind",
    "Measure",
    "Origin",
    "Polarity",
    "ProducedBy",
    "Reading",
    "ReadingAs",
    "Relation",
    "ReviewStatus",
    "Said",
    "Series",
    "StatedBasis",
    "Statement",
    "Voice",
    "short_id",
]
