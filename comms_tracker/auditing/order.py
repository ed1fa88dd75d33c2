"""The order in which an editor would look at what a draft departs from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from comms_tracker.auditing.records import FAILING, Departure, kinds_of
from comms_tracker.changes.headline import SURE
from comms_tracker.records import Change, ChangeKind, Relation

K = ChangeKind
RANK = {
    K.CONTRADICTED: 0,
    K.RETRACTED: 1,
    K.REVISED_UP: 2,
    K.REVISED_DOWN: 2,
    K.OBSCURED: 4,
    K.NARROWED_SCOPE: 5,
    K.SOFTENED: 6,
    K.QUANTIFIED: 7,
    K.WIDENED_SCOPE: 8,
    K.PROGRESSED: 9,
    K.STRENGTHENED: 10,
    K.UNCHANGED: 11,
}
"""What cannot stand beside what was said, then what says less than before, then what says more."""

ALSO_FAILING = 3
"""Where a further kind is a revision or a contradiction, the change stands after those that are one outright."""

T = TypeVar("T", Change, Departure)


def in_editor_order(found: Iterable[T]) -> tuple[T, ...]:
    """Contradicted, retracted and revised first, in each the unacknowledged and the surer first, then as they came."""
    return tuple(sorted(found, key=_key))


def _key(one: Change | Departure) -> tuple[bool, int, bool, bool, int]:
    change = one.change if isinstance(one, Departure) else one
    rank = RANK.get(change.kind, len(RANK))
    if kinds_of(change) & FAILING:
        rank = min(rank, ALSO_FAILING)
    return (
        not one.is_sure if isinstance(one, Departure) else change.confidence < SURE,
        rank,
        change.relation is not Relation.CONTRADICTORY,
        change.stated_basis is not None,
        -round(change.confidence * 10),
    )
