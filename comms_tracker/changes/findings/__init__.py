"""Findings: what is worth a look and is no change between statements, each with the sum shown.

Every rule stays silent where figures are vague, restated, or rounded to the same number: a near miss is no finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from comms_tracker.changes.findings.bases import base_mismatches
from comms_tracker.changes.findings.contradictions import self_contradictions
from comms_tracker.changes.findings.incident import Incident
from comms_tracker.changes.findings.outlets import outlets_differ
from comms_tracker.changes.findings.restated import restated_differently
from comms_tracker.changes.findings.shares import impossible_shares
from comms_tracker.changes.findings.speakers import speakers_differ
from comms_tracker.changes.findings.sums import sum_mismatches
from comms_tracker.records import Claim, Finding, Statement

if TYPE_CHECKING:
    from comms_tracker.alignment.records import Alignment

RULES: tuple[Callable[[Incident], Iterable[Finding]], ...] = (
    sum_mismatches,
    base_mismatches,
    impossible_shares,
    restated_differently,
    self_contradictions,
    outlets_differ,
    speakers_differ,
)


def find_all(statements: Sequence[Statement], claims: Sequence[Claim], alignment: Alignment) -> tuple[Finding, ...]:
    """Every finding of one incident, in the order of the rules, each once."""
    incident = Incident(tuple(statements), tuple(claims), alignment)
    return tuple(dict.fromkeys(finding for rule in RULES for finding in rule(incident)))
