"""The changes of a comparison as a reader takes them in: the headline, then groups, then what only reads anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from comms_tracker.changes.headline import SURE, headline
from comms_tracker.records import Change, ChangeKind, Comparison, ReviewStatus, Said
from comms_tracker.report import words

FIGURES = "Figures that changed"
NEW_OR_GONE = "New, or no longer mentioned"
TURNED = "Denials turned, claims withdrawn"
COMMITMENT = "Said more or less firmly"
POSSIBLE = "Possibly the same measure"
REJECTED = "Rejected by a person"
GROUP: Mapping[ChangeKind, str] = MappingProxyType(
    {
        ChangeKind.QUANTIFIED: FIGURES,
        ChangeKind.OBSCURED: FIGURES,
        ChangeKind.REVISED_UP: FIGURES,
        ChangeKind.REVISED_DOWN: FIGURES,
        ChangeKind.PROGRESSED: FIGURES,
        ChangeKind.NARROWED_SCOPE: FIGURES,
        ChangeKind.WIDENED_SCOPE: FIGURES,
        ChangeKind.ADDED: NEW_OR_GONE,
        ChangeKind.DROPPED: NEW_OR_GONE,
        ChangeKind.CONTRADICTED: TURNED,
        ChangeKind.RETRACTED: TURNED,
        ChangeKind.SOFTENED: COMMITMENT,
        ChangeKind.STRENGTHENED: COMMITMENT,
    }
)
ORDER = (FIGURES, TURNED, COMMITMENT, NEW_OR_GONE, POSSIBLE, REJECTED)
"""What was said otherwise stands before what was said once, of which there is more."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """The headline, None where the program is sure of no change; the other changes under their titles.

    ``unchanged`` counts the pairs that only read differently, or not even that.
    """

    headline: Change | None
    groups: tuple[tuple[str, tuple[Change, ...]], ...]
    unchanged: int

    @property
    def nothing_changed(self) -> bool:
        """Whether there is no change at all, not even one that is only possible."""
        return self.headline is None and all(title == REJECTED for title, _ in self.groups)


def grouped(changes: Iterable[Change]) -> Grouped:
    """The changes in groups, each in the order that it has in ``changes``, each change in one place."""
    changes = tuple(changes)
    first = headline(changes)
    groups: dict[str, list[Change]] = {title: [] for title in ORDER}
    unchanged = 0
    for change in changes:
        if change.status is ReviewStatus.REJECTED:
            groups[REJECTED].append(change)
        elif change.says_the_same:
            unchanged += 1
        elif change is not first:
            groups[GROUP.get(change.kind, POSSIBLE) if change.confidence >= SURE else POSSIBLE].append(change)
    return Grouped(first, tuple((title, tuple(group)) for title, group in groups.items() if group), unchanged)


def sides(comparison: Comparison, change: Change) -> tuple[Said | None, Said | None]:
    """The earlier and the later wording of a change; None where it has only one."""
    earlier, later = (None if one is None else Said.of(comparison, one) for one in (change.earlier, change.later))
    return earlier, later


def facts(change: Change) -> list[tuple[str, str]]:
    """What stands beneath a change, each under its name: how sure the program is, why, and who has looked."""
    told = [("How sure", words.sureness(change))]
    reasons = (("Because", change.evidence_for), ("Against it", change.evidence_against))
    told += [(name, "; ".join(evidence)) for name, evidence in reasons if evidence]
    if change.relation is not None:
        told.append(("Together", words.RELATION[change.relation]))
    if change.earlier and change.later:
        told.append(("Said of it", words.acknowledgement(change.stated_basis)))
    return [*told, ("Review", words.STATUS[change.status])]


def told_once(comparison: Comparison, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes without what would read as a repetition: words that came or went, again for their second figure."""
    shown: dict[tuple[str, ...], Change] = {}
    for change in changes:
        found = [side for side in sides(comparison, change) if side is not None]
        key: tuple[str, ...] = (change.id,)
        if len(found) == 1:
            key = (change.kind, found[0].statement.id, found[0].claim.text)
        shown.setdefault(key, change)
    return tuple(shown.values())


def unchanged_words(count: int) -> str:
    """How many claims say the same as before: a sentence without its full stop."""
    return f"{words.counted(count, 'claim is', 'claims are')} unchanged, or worded differently"


def rejected_words(count: int) -> str:
    """How many changes a person has rejected."""
    return f"{words.counted(count, 'change')} that a person rejected"
