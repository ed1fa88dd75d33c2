"""What the store says about itself: the outcome of an add, and one line for each incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.records import Change, ChangeKind

HEADLINE_CONFIDENCE = 0.6
"""Below this a change is only possibly about the same measure, and is never the headline."""

QUIET_KINDS = frozenset({ChangeKind.UNCHANGED, ChangeKind.ADDED, ChangeKind.DROPPED})
"""Kinds that lead only where nothing else happened."""


@dataclass(frozen=True, slots=True)
class AddResult:
    """The ids of the given statements, in the order given: new ones, known ones, and known ones with other words.

    ``unchanged`` statements left no trace in the store. An id is in ``added`` and ``new_versions`` where one call
    gave two texts for a new id.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    new_versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IncidentSummary:
    """One incident for a list.

    ``organisation`` joins the names of ``organisations`` with commas, ``None`` where no statement names one.
    ``changes`` counts the changes of any kind but unchanged; ``headline`` is the explanation of the headline change,
    empty where there is none. The dates are ISO, ``None`` where no statement is dated.
    """

    incident: str
    organisation: str | None
    organisations: tuple[str, ...]
    statements: int
    first_issued: str | None
    last_issued: str | None
    changes: int
    headline: str


def headline_change(changes: Sequence[Change]) -> Change | None:
    """The change to name first: the first sure one that says more than unchanged, added or dropped, else the first."""
    for change in changes:
        if change.confidence >= HEADLINE_CONFIDENCE and change.kind not in QUIET_KINDS:
            return change
    return changes[0] if changes else None
