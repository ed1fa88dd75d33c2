"""Claims that disagree within one statement, between outlets, or between speakers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from comms_tracker.changes.basis import withdraws
from comms_tracker.changes.findings.incident import (
    Incident,
    about_the_same,
    cannot_both_hold,
    current,
    finding_of_two,
    step,
)
from comms_tracker.changes.phrasing import quoted
from comms_tracker.records import Claim, Finding, FindingKind, Voice

SAME_STATEMENT_ALIKE = 0.7
SAME_NEWS_ALIKE = 0.5
"""How many content words two claims must share before they are set against each other without a link between them."""


def self_contradictions(incident: Incident) -> Iterator[Finding]:
    """One finding for each two claims of one statement and speaker that are worded alike and cannot both hold.

    What the statement itself takes back is no claim that it disagrees with.
    """
    for statement in incident.statements:
        for a, b in combinations(current(incident.of_statement(statement)), 2):
            if max(a.start, b.start) < min(a.end, b.end) or a.speaker != b.speaker:
                continue
            if not about_the_same(a, b, SAME_STATEMENT_ALIKE) or not cannot_both_hold(a, b):
                continue
            if any(withdraws(statement.text, claim) for claim in (a, b)):
                continue
            words = f"{incident.where(a)} says {quoted(a.text)} and also {quoted(b.text)}{step(a, b)}"
            yield finding_of_two(FindingKind.SELF_CONTRADICTION, a, b, words)


def speakers_differ(incident: Incident) -> Iterator[Finding]:
    """One finding for each two speakers who give other numbers for the same thing on the same day."""
    for a, b in combinations(current(incident.claims), 2):
        if a.speaker == b.speaker or Voice.NARRATION in (a.voice, b.voice):
            continue
        one_time = a.statement == b.statement or (incident.day(a) is not None and incident.day(a) == incident.day(b))
        if one_time and about_the_same(a, b, SAME_NEWS_ALIKE) and cannot_both_hold(a, b):
            words = f"{_speaker(a)} says {quoted(a.text)}, {_speaker(b)} says {quoted(b.text)}{step(a, b)}"
            yield finding_of_two(FindingKind.SPEAKERS_DIFFER, a, b, words)


def _speaker(claim: Claim) -> str:
    return claim.speaker or "the organisation"
