"""Says of changes and findings what a person decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comms_tracker.decisions.applying import Applied, Ruling
from comms_tracker.decisions.records import Verb
from comms_tracker.decisions.wording import by_whom, new_reading
from comms_tracker.records import Change, Finding, ReviewStatus

ON_CHANGES = frozenset({Verb.CONFIRM, Verb.REJECT, Verb.LINK})
ON_READINGS = frozenset({Verb.CORRECT, Verb.ADD_CLAIM})


def reviewed(changes: Sequence[Change], set_aside: Sequence[Change], applied: Applied) -> tuple[Change, ...]:
    """The changes with their status, those that a person rejected behind all others.

    ``set_aside`` are the changes between claims that a person took apart.
    """
    shown = [_reviewed(change, applied.rulings) for change in changes]
    shown += [_rejected(change, applied.rulings) for change in set_aside]
    return tuple(sorted(shown, key=lambda change: change.status is ReviewStatus.REJECTED))


def seen(findings: Sequence[Finding], applied: Applied) -> tuple[Finding, ...]:
    """The findings, those marked that a person has seen."""
    known = {
        (one.decision.finding_kind, frozenset(one.claims), frozenset(one.decision.statements))
        for one in applied.rulings
        if one.decision.verb is Verb.SEEN
    }
    return tuple(
        replace(finding, seen=(finding.kind, frozenset(finding.claims), frozenset(finding.statements)) in known)
        for finding in findings
    )


def _reviewed(change: Change, rulings: Sequence[Ruling]) -> Change:
    """The change as the last decision about it, or about a claim of it, left it."""
    for one in rulings:
        if one.decision.verb in ON_CHANGES and _is_about(one, change):
            change = _decided(change, one)
        elif one.decision.verb in ON_READINGS and set(one.claims) & {change.earlier, change.later}:
            change = _with(change, ReviewStatus.CORRECTED, new_reading(one.decision))
    return change


def _decided(change: Change, ruling: Ruling) -> Change:
    decision = ruling.decision
    if decision.verb is Verb.REJECT:
        return _against(change, ruling)
    if decision.verb is Verb.LINK or decision.change_kind is change.kind:
        return replace(_with(change, ReviewStatus.ACCEPTED, by_whom(decision)), confidence=1.0)
    # A person agreed to another kind of change between the two: the link is certain, what is said of it is not.
    return _with(change, ReviewStatus.PROPOSED, f"the link was {by_whom(decision)}")


def _rejected(change: Change, rulings: Sequence[Ruling]) -> Change:
    last = next(one for one in reversed(rulings) if one.decision.verb is Verb.REJECT and _is_about(one, change))
    return _against(change, last)


def _with(change: Change, status: ReviewStatus, reason: str) -> Change:
    return replace(change, status=status, evidence_for=(*change.evidence_for, reason))


def _against(change: Change, ruling: Ruling) -> Change:
    reason = by_whom(ruling.decision)
    return replace(change, status=ReviewStatus.REJECTED, evidence_against=(*change.evidence_against, reason))


def _is_about(ruling: Ruling, change: Change) -> bool:
    """Whether it is this change: the same two claims, or the one claim in the same kind of absence."""
    sides = [claim for claim in (change.earlier, change.later) if claim is not None]
    if set(ruling.claims) != set(sides):
        return False
    return len(sides) == 2 or ruling.decision.change_kind is change.kind
