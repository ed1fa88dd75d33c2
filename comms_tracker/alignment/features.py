"""What two claims have in common, part by part: the numbers that the model weighs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from comms_tracker.alignment import nouns
from comms_tracker.alignment.event_kinship import (
    event_kinship,
    finds_evidence,
    kinship_of_denial,
    named_by_noun,
    opposite_states,
    other_event,
    part,
)
from comms_tracker.alignment.figures import WITH_ANY, WITH_NOUN, unit_class, values
from comms_tracker.alignment.wording import REMEMBERED, Rarity, mentions, scope_words
from comms_tracker.claims.intervals import apart, interval_of
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.records import Basis, Claim, Polarity
from comms_tracker.remembering import remembered

HARM_AND_REMEDY = {"harm", "remedy"}
CORRECTS = re.compile(
    r"\b(?:correct(?:ed)?|right|true|actual|proper|revised) (?:figure|number|count|total|tally|sum|share)\b"
    r"|\bin fact (?:it|there|they) (?:was|were|is|are)\b|\b(?:put|puts|gave|gives) (?:it|this|that) at\b",
    re.I,
)
"""What gives another number for what was counted before, and does not name it again: "the right figure is 44"."""
WHOLE_BASES = frozenset({None, Basis.TOTAL, Basis.PROGRESS, Basis.SHARE})


class Features(NamedTuple):
    """Each part as a number, 0 or 1 unless said otherwise; ``wording`` and ``meaning`` run from 0 to 1.

    In their order the model takes them. A tuple and no dataclass, since there is one for every pair that is weighed.
    """

    noun_same: float = 0.0
    noun_kin: float = 0.0
    noun_other: float = 0.0
    event_same: float = 0.0
    event_near: float = 0.0
    event_other: float = 0.0
    part_same: float = 0.0
    harm_and_remedy: float = 0.0
    both_lead: float = 0.0
    noun_mentioned: float = 0.0
    sole: float = 0.0
    wording: float = 0.0
    meaning: float = 0.0
    scope_shared: float = 0.0
    scope_differs: float = 0.0
    value_same: float = 0.0
    value_near: float = 0.0
    value_far: float = 0.0
    unit_same: float = 0.0
    unit_other: float = 0.0
    share_against_count: float = 0.0
    basis_other: float = 0.0
    polarity_other: float = 0.0
    figure_missing: float = 0.0
    both_figureless: float = 0.0
    both_denied: float = 0.0
    flip_event_same: float = 0.0
    flip_event_near: float = 0.0
    other_days: float = 0.0
    withdrawn: float = 0.0
    corrects: float = 0.0


NAMES = Features._fields


def other_days(a: Claim, b: Claim) -> bool:
    """Whether the periods of both are known and have no day in common."""
    left, right = interval_of(a.measure.period), interval_of(b.measure.period)
    return left is not None and right is not None and apart(left, right)


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in its statement: how many claims there count such things (``alike``), and whether its figure leads."""

    alike: int
    lead: bool


def compare_parts(a: Claim, b: Claim, rarity: Rarity, places: tuple[Place, Place], meaning: float | None) -> Features:
    """The features of a pair with their places; ``meaning`` is their phrases' cosine, None where words decide."""
    classes = [unit_class(claim.figure) for claim in (a, b) if claim.figure is not None]
    one_class = len(classes) == 2 and (classes[0] == classes[1] or set(classes) == {"share", "all"})
    kin = nouns.kinship(a.measure.counted, b.measure.counted)
    if one_class and classes[0] not in WITH_NOUN:
        # A time or a sum names its own unit: the noun beside it (customers who waited, hours of waiting) says little.
        kin = max(kin, nouns.UNKNOWN)
    events = compare_events(a, b, kin >= nouns.NEAR)
    scope_a, scope_b = scope_words(a), scope_words(b)
    shared = len(scope_a & scope_b) / len(scope_a | scope_b) if scope_a | scope_b else 0.0
    equal, near, far = values(a.figure, b.figure)
    rivals = places[0].alike * places[1].alike
    parts = part(a), part(b)
    return Features(
        noun_same=float(kin == 1.0),
        noun_kin=float(kin in (nouns.SYNONYMS, nouns.NEAR)),
        noun_other=float(kin == 0.0),
        event_same=float(events.same),
        event_near=float(events.near),
        event_other=float(not (events.same or events.opposed) and other_event(a.measure.event, b.measure.event)),
        part_same=float(parts[0] is not None and parts[0] == parts[1]),
        harm_and_remedy=float(set(parts) == HARM_AND_REMEDY and not events.opposed),
        both_lead=float(places[0].lead and places[1].lead),
        noun_mentioned=float(kin == 0.0 and (mentions(a, b) or mentions(b, a))),
        sole=1 / rivals if kin >= nouns.SYNONYMS else 0.0,
        wording=rarity.overlap(a.measure.phrase, b.measure.phrase),
        meaning=meaning if meaning is not None else 0.0,
        scope_shared=shared,
        scope_differs=float(bool(scope_a) and bool(scope_b) and not scope_a & scope_b),
        value_same=float(equal),
        value_near=float(near),
        value_far=float(far),
        unit_same=float(one_class and classes[0] != "count"),
        unit_other=float(len(classes) == 2 and not one_class and not set(classes) & WITH_ANY),
        share_against_count=float(set(classes) == {"share", "count"}),
        basis_other=float(other_basis(a.measure.basis, b.measure.basis)),
        polarity_other=float(a.polarity is not b.polarity),
        figure_missing=float((a.figure is None) != (b.figure is None)),
        both_figureless=float(a.figure is None and b.figure is None),
        both_denied=float(a.polarity is b.polarity is Polarity.DENIED),
        flip_event_same=float(events.flip and events.same),
        flip_event_near=float(events.flip and events.near),
        other_days=float(other_days(a, b)),
        withdrawn=float(is_taken_back(b.text) and not is_taken_back(a.text)),
        corrects=float(events.answered or (near and kin > 0.0 and corrects(b.text))),
    )


class Events(NamedTuple):
    """How what happened in two claims goes together: ``same``, ``near`` or neither.

    ``opposed`` are two states of one thing ("open", "closed"). ``flip`` is whether one of them denies what the other
    affirms, ``answered`` whether it denies that there is a sign of what the other found.
    """

    same: bool
    near: bool
    opposed: bool
    flip: bool
    answered: bool


def compare_events(a: Claim, b: Claim, akin: bool) -> Events:
    """How the events of two claims go together; ``akin`` is whether they count what may be the same."""
    same, near = event_kinship(a.measure.event, b.measure.event)
    if not same and (named_by_noun(a, b) or named_by_noun(b, a)):
        same, near = True, False
    opposed = akin and opposite_states(a, b)
    near = near or opposed
    if not one_denies(a, b):
        return Events(same, near, opposed, flip=False, answered=False)
    denied, happened = (a, b) if a.polarity is Polarity.DENIED else (b, a)
    same, near = kinship_of_denial(denied, happened, (same, near), akin)
    return Events(same, near, opposed, flip=True, answered=akin and finds_evidence(denied, happened))


def other_basis(a: Basis | None, b: Basis | None) -> bool:
    """Whether two figures are counts of another kind; of a whole, as it stands, there are several that go together."""
    return a is not b and not (a in WHOLE_BASES and b in WHOLE_BASES)


def one_denies(a: Claim, b: Claim) -> bool:
    """Whether one of two claims is denied and the other is affirmed."""
    if a.polarity is Polarity.DENIED:
        return b.polarity is Polarity.AFFIRMED
    return a.polarity is Polarity.AFFIRMED and b.polarity is Polarity.DENIED


is_taken_back = remembered(REMEMBERED)(takes_back)


@remembered(REMEMBERED)
def corrects(text: str) -> bool:
    """Whether a claim's words put another number for what was counted before."""
    return CORRECTS.search(text) is not None
