"""One incident as a reader sees it: the change that it opens on, then all others in the order of what they matter."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.changes.headline import ONE_SIDED, headline
from comms_tracker.records import Change, ChangeKind, Comparison, ReviewStatus, Said
from comms_tracker.report import words
from comms_tracker.report.bylines import summary
from comms_tracker.report.change_view import ChangeView, Side, change_view, side
from comms_tracker.report.excerpts import Tone


@dataclass(frozen=True, slots=True)
class FindingView:
    """Something to look at that is not a change between statements."""

    title: str
    explanation: str


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident, ready to be shown. ``shown`` is the change that the page opens out; the other groups omit it.

    ``alone`` says that there is one statement and nothing to compare it with; ``claims`` then holds what it says.
    """

    incident: str
    summary: str
    alone: bool
    shown: ChangeView | None
    changed: tuple[ChangeView, ...]
    added: tuple[ChangeView, ...]
    dropped: tuple[ChangeView, ...]
    possible: tuple[ChangeView, ...]
    unchanged: tuple[ChangeView, ...]
    rejected: tuple[ChangeView, ...]
    findings: tuple[FindingView, ...]
    notes: tuple[str, ...]
    claims: tuple[Side, ...]


def incident_view(comparison: Comparison, wanted: Change | None = None) -> IncidentView:
    """The incident opened on the wanted change, else on its headline; every other change is in exactly one group."""
    chosen = wanted or headline(comparison.changes)
    beside = [change for change in comparison.changes if change is not chosen]
    standing = [change for change in beside if change.status is not ReviewStatus.REJECTED]
    others = [change_view(comparison, change, brief=True) for change in standing]
    same = {change.id for change in standing if change.says_the_same}
    sure = [view for view in others if view.sure and view.kind is not ChangeKind.UNCHANGED]
    alone = len(comparison.statements) == 1
    return IncidentView(
        incident=comparison.incident or "",
        summary=summary(comparison.statements),
        alone=alone,
        shown=change_view(comparison, chosen) if chosen else None,
        changed=tuple(view for view in sure if view.kind not in ONE_SIDED),
        added=tuple(view for view in sure if view.kind is ChangeKind.ADDED),
        dropped=tuple(view for view in sure if view.kind is ChangeKind.DROPPED),
        possible=tuple(view for view in others if view not in sure and view.id not in same),
        unchanged=tuple(view for view in others if view.id in same),
        rejected=tuple(change_view(comparison, change, brief=True) for change in beside if change not in standing),
        findings=tuple(FindingView(words.finding_title(one), one.explanation) for one in comparison.findings),
        notes=comparison.notes,
        claims=tuple(side(Said.of(comparison, claim.id), Tone.OTHER, brief=True) for claim in comparison.claims)
        if alone
        else (),
    )
