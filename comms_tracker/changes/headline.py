"""Which change answers "what changed?" first; the store, the reports and the app all ask here."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.records import Change, ChangeKind, ReviewStatus

SURE = 0.6
"""Below this confidence a change is shown as only possibly about the same measure, and is never the headline."""
ONE_SIDED = frozenset({ChangeKind.ADDED, ChangeKind.DROPPED})


def headline(changes: Sequence[Change]) -> Change | None:
    """The first sure change between two wordings, else the first sure claim that is new or gone.

    None where there is neither: what is unchanged, only possibly a change, or rejected by a person is never a
    headline. ``changes`` are in a reader's order.
    """
    standing = [change for change in changes if change.status is not ReviewStatus.REJECTED]
    sure = [change for change in standing if change.kind is not ChangeKind.UNCHANGED and change.confidence >= SURE]
    return next((change for change in sure if change.kind not in ONE_SIDED), sure[0] if sure else None)
