"""One incident as a reader sees it: the change that it opens on, then all others in the order of what they matter."""

from __future__ import annotations

from dataclasses import dataclass

from comms_tracker.app.views.changes import ChangeView, Side, change_view, side
from comms_tracker.app.views.passages import Tone
from comms_tracker.records import Change, ChangeKind, Comparison, Statement
from comms_tracker.report import words

ONE_SIDED = frozenset({ChangeKind.ADDED, ChangeKind.DROPPED})
NOT_A_HEADLINE = ONE_SIDED | {ChangeKind.UNCHANGED}


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
    findings: tuple[FindingView, ...]
    notes: tuple[str, ...]
    claims: tuple[Side, ...]


def incident_view(comparison: Comparison, wanted: Change | None = None) -> IncidentView:
    """The incident opened on the wanted change, else on its headline; every other change is in exactly one group."""
    chosen = wanted or headline(comparison)
    others = [change_view(comparison, change, brief=True) for change in comparison.changes if change is not chosen]
    sure = [view for view in others if view.sure]
    alone = len(comparison.statements) == 1
    return IncidentView(
        incident=comparison.incident or "",
        summary=summary(comparison.statements),
        alone=alone,
        shown=change_view(comparison, chosen) if chosen else None,
        changed=tuple(view for view in sure if view.kind not in NOT_A_HEADLINE),
        added=tuple(view for view in sure if view.kind is ChangeKind.ADDED),
        dropped=tuple(view for view in sure if view.kind is ChangeKind.DROPPED),
        possible=tuple(view for view in others if not view.sure and view.kind is not ChangeKind.UNCHANGED),
        unchanged=tuple(view for view in others if view.kind is ChangeKind.UNCHANGED),
        findings=tuple(FindingView(words.FINDING[one.kind], one.explanation) for one in comparison.findings),
        notes=comparison.notes,
        claims=tuple(side(comparison, claim, Tone.OTHER, brief=True) for claim in comparison.claims) if alone else (),
    )


def headline(comparison: Comparison) -> Change | None:
    """The change that answers "what changed?": the first sure one of two wordings, else the first sure one.

    None where there is no such change: what is unchanged, or only possibly a change, is never a headline.
    """
    candidates = [change for change in comparison.changes if change.kind is not ChangeKind.UNCHANGED]
    sure = [change for change in candidates if change.confidence >= words.CERTAIN_ENOUGH]
    best = [change for change in sure if change.kind not in NOT_A_HEADLINE]
    return next(iter(best or sure), None)


def summary(statements: tuple[Statement, ...]) -> str:
    """The statements in a line: "Barts Health NHS Trust, 2 statements, 28 April 2017 to 5 May 2017"."""
    organisations = list(dict.fromkeys(one.organisation for one in statements if one.organisation))
    dates = list(dict.fromkeys(words.date_words(one.issued) for one in statements if one.issued))
    period = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}" if dates else ""
    parts = [words.listed(organisations), words.counted(len(statements), "statement"), period]
    return ", ".join(part for part in parts if part)
