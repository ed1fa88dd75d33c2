"""What was said and the draft leaves out: of the last statement, and of those before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comms_tracker.alignment.absences import reportable_drop
from comms_tracker.alignment.records import Alignment, Release
from comms_tracker.alignment.releases import releases
from comms_tracker.auditing.records import LeftOut
from comms_tracker.changes import describe_changes
from comms_tracker.records import Change, ChangeKind, Claim, Comparison, Figure, FigureKind, Measure, Said

SOMETHING_ELSE = Claim("", "", 0, 0, "", Figure("", 0, 0, FigureKind.EXACT, 1, 1), Measure())
"""Stands for a draft without a claim: alignment reports no absence where nothing at all is counted later."""


def left_out(
    comparison: Comparison, changes: Iterable[Change], draft: str
) -> tuple[tuple[LeftOut, ...], tuple[LeftOut, ...]]:
    """What the last statement said and the draft does not; then what the last statement did not repeat either.

    ``changes`` are those of the comparison that nobody has rejected.
    """
    speaker = comparison.statement(draft).organisation
    own = [one for one in comparison.statements if one.organisation == speaker and one.id != draft]
    before = releases(own, comparison.claims)
    gone = [one for one in changes if one.kind is ChangeKind.DROPPED]
    if not any(claim.statement == draft for claim in comparison.claims):
        gone = [*_said_last(comparison, before[-1], draft), *gone]
    found = [LeftOut(one, Said.of(comparison, one.earlier)) for one in gone]
    found = [one for one in found if one.earlier.statement.organisation == speaker]
    now = tuple(one for one in found if one.earlier.statement.id in before[-1].statements)
    return now, tuple(one for one in found if one not in now)


def _said_last(comparison: Comparison, last: Release, draft: str) -> Sequence[Change]:
    """All that the last statement said and a reader would miss, for a draft that claims nothing."""
    claims = {claim.id: claim for claim in comparison.claims}
    latest = [claims[series.claims[-1]] for series in comparison.series]
    here = [one.id for one in latest if one.statement in last.statements and reportable_drop(one, [SOMETHING_ELSE])]
    alignment = Alignment((last, Release((draft,))), (), (), {}, (), tuple(here))
    return describe_changes(comparison.statements, comparison.claims, alignment)
