"""The order in which a reader should see changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comms_tracker.records import Change, ChangeKind, Claim

K = ChangeKind
RANK = {
    K.CONTRADICTED: 0,
    K.RETRACTED: 0,
    K.QUANTIFIED: 0,
    K.REVISED_UP: 0,
    K.REVISED_DOWN: 0,
    K.OBSCURED: 0,
    K.PROGRESSED: 1,
    K.ADDED: 2,
    K.DROPPED: 3,
    K.WIDENED_SCOPE: 4,
    K.NARROWED_SCOPE: 4,
    K.SOFTENED: 5,
    K.STRENGTHENED: 5,
    K.UNCHANGED: 6,
}
"""Figures that changed and denials that turned, then what only moved on, new and gone, scope, commitment, unchanged."""


def in_reader_order(changes: Sequence[Change], claims: Mapping[str, Claim]) -> tuple[Change, ...]:
    """The changes as a reader should see them: by rank, the surer first, then in the order of the statements.

    Confidence counts in tenths, so that a hundredth more does not put the text's own order aside; among the added and
    the dropped, those with a figure come first.
    """

    def key(item: tuple[int, Change]) -> tuple[int, int, int, int]:
        place, change = item
        claim = claims.get(change.later or change.earlier or "")
        bare = change.kind in {K.ADDED, K.DROPPED} and (claim is None or claim.figure is None)
        return RANK[change.kind], int(bare), -round(change.confidence * 10), place

    return tuple(change for _, change in sorted(enumerate(changes), key=key))
