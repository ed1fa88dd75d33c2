"""The result for one incident: its statements and claims, and what changed between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from comms_tracker.records.changes import Change, Finding, Series
from comms_tracker.records.claims import Claim
from comms_tracker.records.statements import Statement


@dataclass(frozen=True, slots=True)
class ProducedBy:
    """The version, the language model and the lexicons that read the statements."""

    version: str
    model_sha256: str
    lexicon_sha256: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One incident compared: the statements in order of time, what they claim, and what changed.

    ``changes`` stand in the order in which a reader should see them. ``notes`` are plain sentences about the input
    (two organisations kept apart, a text that is not English) that belong beside the result.
    """

    incident: str | None
    produced_by: ProducedBy
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    series: tuple[Series, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = field(default=())

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id; raises KeyError where there is none."""
        return next_or_key_error(self.claims, claim_id)

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id; raises KeyError where there is none."""
        return next_or_key_error(self.statements, statement_id)

    def change(self, change_id: str) -> Change:
        """The change with this id; raises KeyError where there is none."""
        return next_or_key_error(self.changes, change_id)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with the statement that it stands in."""

    claim: Claim
    statement: Statement

    @staticmethod
    def of(comparison: Comparison, claim_id: str | None) -> Said:
        """The claim with this id; raises KeyError where there is none."""
        claim = comparison.claim(claim_id or "")
        return Said(claim, comparison.statement(claim.statement))


R = TypeVar("R", Claim, Statement, Change)


def next_or_key_error(records: tuple[R, ...], wanted: str) -> R:
    """The record of ``records`` whose id is ``wanted``; raises KeyError where there is none."""
    for record in records:
        if record.id == wanted:
            return record
    raise KeyError(wanted)
