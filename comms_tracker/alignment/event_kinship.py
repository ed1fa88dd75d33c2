"""Which events may stand for one another, and what an event is: harm, remedy, cost or state."""

from __future__ import annotations

from comms_tracker.alignment.wording import REMEMBERED
from comms_tracker.claims.events import events
from comms_tracker.records import Claim
from comms_tracker.remembering import remembered

NO_EVENT = frozenset({"be", "have", "do", "get", "make", "put", "give", "say", "tell", "mean"})
GENERAL = "affect"


def named_by_noun(a: Claim, b: Claim) -> bool:
    """Whether what ``a`` counts names what happened in ``b``: "no illness", "eleven people have fallen ill"."""
    named = events().noun_group.get(a.measure.counted or "")
    return named is not None and named == events().group(b.measure.event)


def opposite_states(a: Claim, b: Claim) -> bool:
    """Whether two claims without a figure give the one state of a thing and the other: it is shut, it has reopened."""
    if a.figure is not None or b.figure is not None:
        return False
    known = events()
    return known.leaves(a.measure.event, b.measure.event) or known.leaves(b.measure.event, a.measure.event)


def part(claim: Claim) -> str | None:
    """The class of a claim's event: harm, remedy, cost or state."""
    group = events().group(claim.measure.event)
    return None if group is None else events().part[group]


@remembered(REMEMBERED)
def event_kinship(a: str | None, b: str | None) -> tuple[bool, bool]:
    """Whether two events are the same, and whether press language uses them loosely for one another."""
    if a is None or b is None:
        return False, False
    known = events()
    left, right = known.group(a), known.group(b)
    if left is not None and left == right:
        return True, False
    if a == b:
        # "17,400 people were" and "the update was not theirs": that something is says nothing of what happened.
        return a not in NO_EVENT, False
    if left is None or right is None:
        return False, False
    # To be affected is any harm, before it is said which.
    loose = GENERAL in (left, right) and known.part[left] == known.part[right] == "harm"
    return False, loose or right in known.near[left] or left in known.near[right]


def graded(denied: str | None, happened: str | None, kinship: tuple[bool, bool]) -> tuple[bool, bool]:
    """The kinship of what is denied and what happened, where one is a graver case of the other.

    Who was kept in hospital had needed a doctor, which was denied; who fell ill need not have.
    """
    known = events()
    one, other = known.group(denied), known.group(happened)
    if one is None or other is None:
        return kinship
    if one in known.milder[other]:
        return True, False
    helped = one == other and denied in known.medical_help and happened not in known.medical_help
    return (False, True) if helped or other in known.milder[one] else kinship


@remembered(REMEMBERED)
def other_event(a: str | None, b: str | None) -> bool:
    """Whether both events are known and are neither the same nor used for one another."""
    known = events()
    return known.group(a) is not None and known.group(b) is not None and not any(event_kinship(a, b))
