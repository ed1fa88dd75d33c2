"""Which change answers "what changed?" first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_comparison import ADDED, DROPPED, POSSIBLE, QUANTIFIED, UNCHANGED

from comms_tracker.changes.headline import headline
from comms_tracker.records import Change, ChangeKind, ReviewStatus


def change(kind: ChangeKind, confidence: float) -> Change:
    return Change(f"{kind}-{confidence}", kind, (), None, None, None, None, None, None, confidence, "")


def test_the_headline_is_the_first_sure_change_that_says_more_than_added_or_dropped() -> None:
    unsure, sure = change(ChangeKind.REVISED_UP, 0.59), change(ChangeKind.SOFTENED, 0.6)
    added, unchanged = change(ChangeKind.ADDED, 0.99), change(ChangeKind.UNCHANGED, 0.99)
    dropped = change(ChangeKind.DROPPED, 0.99)
    assert headline([unsure, added, dropped, unchanged, sure]) == sure
    assert headline([unsure, added, dropped]) == added
    assert headline([unsure, unchanged]) is None


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ((ADDED, UNCHANGED, QUANTIFIED), QUANTIFIED),
        ((UNCHANGED, DROPPED, ADDED), DROPPED),
        ((replace(QUANTIFIED, confidence=0.59), ADDED), ADDED),
        ((replace(QUANTIFIED, status=ReviewStatus.REJECTED), ADDED), ADDED),
        ((POSSIBLE, UNCHANGED), None),
        ((UNCHANGED,), None),
        ((), None),
    ],
)
def test_what_is_only_possible_unchanged_or_rejected_is_never_the_headline(
    changes: tuple[Change, ...], first: Change | None
) -> None:
    assert headline(changes) == first
