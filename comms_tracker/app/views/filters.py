"""Which changes of an incident a reader asked to see: by kind, by how sure the program is, by what was said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comms_tracker.app.words import incident as words
from comms_tracker.changes import headline
from comms_tracker.records import Change, ChangeKind
from comms_tracker.report.change_view import ChangeView
from comms_tracker.report.incident_view import IncidentView
from comms_tracker.report.words import KIND, VERY_LIKELY

SURE = {words.ANY: 0.0, words.LIKELY: headline.SURE, words.VERY_LIKELY: VERY_LIKELY}
SAID = (words.ANY, words.MENTIONED, words.UNMENTIONED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show; no kinds means all of them, ``sure`` and ``said`` are choices of ``SURE`` and ``SAID``."""

    kinds: frozenset[ChangeKind] = frozenset()
    sure: str = words.ANY
    said: str = words.ANY

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()

    def holds(self, change: Change) -> bool:
        """Whether a change is one to show; only of one with two sides can the later statement say something."""
        if self.kinds and not {change.kind, *change.also} & self.kinds:
            return False
        if change.confidence < SURE.get(self.sure, 0.0):
            return False
        if self.said not in SAID[1:]:
            return True
        both = change.earlier is not None and change.later is not None
        return both and (change.stated_basis is not None) is (self.said == words.MENTIONED)


def kinds_in(changes: Sequence[Change]) -> tuple[ChangeKind, ...]:
    """The kinds that an incident's changes have, in the order in which kinds are named everywhere."""
    present = {kind for change in changes for kind in (change.kind, *change.also)}
    return tuple(kind for kind in KIND if kind in present)


def narrowed(view: IncidentView, changes: Sequence[Change], wanted: Wanted) -> IncidentView:
    """The incident with only the changes that are wanted in its groups."""
    kept = {change.id for change in changes if wanted.holds(change)}

    def of(group: tuple[ChangeView, ...]) -> tuple[ChangeView, ...]:
        return tuple(one for one in group if one.id in kept)

    return replace(
        view,
        changed=of(view.changed),
        added=of(view.added),
        dropped=of(view.dropped),
        possible=of(view.possible),
        unchanged=of(view.unchanged),
        rejected=of(view.rejected),
    )


def listed(view: IncidentView) -> int:
    """How many changes the groups of an incident hold."""
    groups = (view.changed, view.added, view.dropped, view.possible, view.unchanged, view.rejected)
    return sum(len(group) for group in groups)
