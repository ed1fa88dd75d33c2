"""Which events may stand for one another, and what an event is: harm, remedy, cost or state."""

from __future__ import annotations

import re

from comms_tracker.alignment.wording import REMEMBERED, scope_words
from comms_tracker.claims.events import events
from comms_tracker.records import Claim
from comms_tracker.remembering import remembered

NO_EVENT = frozenset({"be", "have", "do", "get", "make", "put", "give", "say", "tell", "mean"})
GENERAL = "affect"
WHATEVER_HARM = frozenset({GENERAL, "involve"})
EVIDENCE = re.compile(r"\b(?:evidence|indications?|proof|signs?)\b", re.I)
NO_EVIDENCE = re.compile(
    r"\b(?:no|not|nothing|without|never|yet to)\b[^.;:]{0,30}"
    r"\b(?:evidence|indications?|proof|signs?|suggest\w*|indicate\w*|show)\b",
    re.I,
)


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


def kinship_of_denial(
    denied: Claim, happened: Claim, kinship: tuple[bool, bool], of_such_things: bool
) -> tuple[bool, bool]:
    """The kinship of what is denied and what happened; ``of_such_things`` says that both speak of the same things.

    Whatever harm came to things that were said not to be affected is what was denied, and so is what there now is
    evidence of, where there was none.
    """
    if of_such_things and (was_unharmed(denied, happened) or finds_evidence(denied, happened)):
        return True, False
    return graded(denied.measure.event, happened.measure.event, kinship)


def was_unharmed(denied: Claim, happened: Claim) -> bool:
    """Whether things were said not to be affected at all, as the other limits them too, and harm came to them."""
    known = events()
    general = known.group(denied.measure.event) in WHATEVER_HARM
    if not general or not known.plays(happened.measure.event, "harm"):
        return False
    words = happened.text.casefold()
    return all(word in words for word in scope_words(denied))


def finds_evidence(denied: Claim, happened: Claim) -> bool:
    """Whether there was said to be no evidence, and there now is: "some evidence that data was taken"."""
    return EVIDENCE.search(happened.hedge or "") is not None and NO_EVIDENCE.search(denied.text) is not None


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
