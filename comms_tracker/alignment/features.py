"""What two claims have in common, part by part: the numbers that the model weighs and the words that explain them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from comms_tracker.alignment import nouns
from comms_tracker.claims.events import events
from comms_tracker.claims.intervals import apart, interval_of
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.records import Basis, Claim, Figure, FigureKind, Polarity, ReadingAs

TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year"})
WITH_NOUN = frozenset({"count", "share", "none", "all"})
WITH_ANY = frozenset({"none", "all"})
"""Unit classes that meet others: no flights and all flights."""
NO_EVENT = frozenset({"be", "have", "do", "get", "make", "put", "give", "say", "tell", "mean"})
GENERAL = "affect"
HARM_AND_REMEDY = {"harm", "remedy"}
CORRECTS = re.compile(
    r"\b(?:correct(?:ed)?|right|true|actual|proper|revised) (?:figure|number|count|total|tally|sum|share)\b"
    r"|\bin fact (?:it|there|they) (?:was|were|is|are)\b|\b(?:put|puts|gave|gives) (?:it|this|that) at\b",
    re.I,
)
"""What gives another number for what was counted before, and does not name it again: "the right figure is 44"."""
WHOLE_BASES = frozenset({None, Basis.TOTAL, Basis.PROGRESS, Basis.SHARE})


REMEMBERED = 16_384
"""Words, phrases and pairs of them whose likeness is kept: in a long incident they come again with each other claim."""


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


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a word is within an incident: words of every claim tell little."""

    weights: dict[str, float] = field(default_factory=dict)
    totals: dict[str, float] = field(default_factory=dict)
    """What the words of a phrase that was asked for weigh together."""

    @staticmethod
    def of(claims: Sequence[Claim]) -> Rarity:
        """Inverse document frequency over the incident's claims."""
        counts = Counter(word for claim in claims for word in set(claim.measure.phrase.split()))
        total = len(claims) + 1
        return Rarity({word: math.log(total / count) + 0.1 for word, count in counts.items()})

    def overlap(self, a: str, b: str) -> float:
        """The weighted share of words that two phrases have in common, synonyms counted, from 0 to 1."""
        left, right = canonical_words(a), canonical_words(b)
        if not left or not right:
            return 0.0
        shared = sum(map(self.weight, left & right))
        totals = self.total(a), self.total(b)
        smaller, union = min(totals), sum(totals) - shared
        return 0.5 * shared / smaller + 0.5 * shared / union if smaller else 0.0

    def total(self, phrase: str) -> float:
        found = self.totals.get(phrase)
        if found is None:
            found = self.totals[phrase] = sum(map(self.weight, canonical_words(phrase)))
        return found

    def weight(self, word: str) -> float:
        return self.weights.get(word, 1.0)


@lru_cache(maxsize=REMEMBERED)
def canonical(word: str) -> str:
    """A word's event or noun group, so that cancel and scrap, toll and death meet; others stand for themselves."""
    group = events().group(word)
    if group is not None:
        return group
    numbers = nouns.groups().get(word)
    return f"noun-{min(numbers)}" if numbers else word


@lru_cache(maxsize=REMEMBERED)
def canonical_words(phrase: str) -> frozenset[str]:
    """The words of a claim's phrase, each by its group."""
    return frozenset(map(canonical, phrase.split()))


def other_days(a: Claim, b: Claim) -> bool:
    """Whether the periods of both are known and have no day in common."""
    left, right = interval_of(a.measure.period), interval_of(b.measure.period)
    return left is not None and right is not None and apart(left, right)


def unit_class(figure: Figure) -> str:
    """Counts, shares, money and each kind of measurement are never compared with one another.

    "Most" is a share of a whole that is not numbered; "several hundred" is a count; "none" and "all" meet both.
    """
    if figure.kind is FigureKind.UNIVERSAL:
        return "none" if figure.high == 0 else "all"
    if figure.unit == "percent" or (
        figure.readings and all(reading.as_ is ReadingAs.SHARE for reading in figure.readings)
    ):
        return "share"
    if figure.unit is None:
        return "count"
    return "time" if figure.unit in TIME_UNITS else figure.unit


@dataclass(frozen=True, slots=True)
class Place:
    """A claim in its statement: how many claims there count such things (``alike``), and whether its figure leads."""

    alike: int
    lead: bool


def compare_parts(a: Claim, b: Claim, rarity: Rarity, places: tuple[Place, Place], meaning: float | None) -> Features:
    """The features of a pair with their places; ``meaning`` is their phrases' cosine, None where words decide."""
    kin = nouns.kinship(a.measure.counted, b.measure.counted)
    classes = [unit_class(claim.figure) for claim in (a, b) if claim.figure is not None]
    one_class = len(classes) == 2 and (classes[0] == classes[1] or set(classes) == {"share", "all"})
    if one_class and classes[0] not in WITH_NOUN:
        # A time or a sum names its own unit: the noun beside it (customers who waited, hours of waiting) says little.
        kin = max(kin, nouns.UNKNOWN)
    same_event, near_event = event_kinship(a.measure.event, b.measure.event)
    if not same_event and (named_by_noun(a, b) or named_by_noun(b, a)):
        same_event, near_event = True, False
    opposed = kin >= nouns.NEAR and opposite_states(a, b)
    near_event = near_event or opposed
    scope_a, scope_b = scope_words(a), scope_words(b)
    shared = len(scope_a & scope_b) / len(scope_a | scope_b) if scope_a | scope_b else 0.0
    equal, near, far = values(a.figure, b.figure)
    rivals = places[0].alike * places[1].alike
    flip = one_denies(a, b)
    if flip:
        denied, happened = (a, b) if a.polarity is Polarity.DENIED else (b, a)
        same_event, near_event = graded(denied.measure.event, happened.measure.event, (same_event, near_event))
    one_figure = (a.figure is None) != (b.figure is None)
    parts = part(a), part(b)
    return Features(
        noun_same=float(kin == 1.0),
        noun_kin=float(kin in (0.8, 0.5)),
        noun_other=float(kin == 0.0),
        event_same=float(same_event),
        event_near=float(near_event),
        event_other=float(not (same_event or opposed) and other_event(a.measure.event, b.measure.event)),
        part_same=float(parts[0] is not None and parts[0] == parts[1]),
        harm_and_remedy=float(set(parts) == HARM_AND_REMEDY and not opposed),
        both_lead=float(places[0].lead and places[1].lead),
        noun_mentioned=float(kin == 0.0 and (mentions(a, b) or mentions(b, a))),
        sole=1 / rivals if kin >= 0.8 else 0.0,
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
        basis_other=float(
            a.measure.basis is not b.measure.basis
            and not (a.measure.basis in WHOLE_BASES and b.measure.basis in WHOLE_BASES)
        ),
        polarity_other=float(a.polarity is not b.polarity),
        figure_missing=float(one_figure),
        both_figureless=float(a.figure is None and b.figure is None),
        both_denied=float(a.polarity is b.polarity is Polarity.DENIED),
        flip_event_same=float(flip and same_event),
        flip_event_near=float(flip and near_event),
        other_days=float(other_days(a, b)),
        withdrawn=float(is_taken_back(b.text) and not is_taken_back(a.text)),
        corrects=float(near and kin > 0.0 and corrects(b.text)),
    )


def one_denies(a: Claim, b: Claim) -> bool:
    """Whether one of two claims is denied and the other is affirmed."""
    if a.polarity is Polarity.DENIED:
        return b.polarity is Polarity.AFFIRMED
    return a.polarity is Polarity.AFFIRMED and b.polarity is Polarity.DENIED


is_taken_back = lru_cache(maxsize=REMEMBERED)(takes_back)


@lru_cache(maxsize=REMEMBERED)
def corrects(text: str) -> bool:
    """Whether a claim's words put another number for what was counted before."""
    return CORRECTS.search(text) is not None


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


def mentions(a: Claim, b: Claim) -> bool:
    """Whether what ``a`` counts is spoken of in ``b``."""
    return a.measure.counted is not None and canonical(a.measure.counted) in canonical_words(b.measure.phrase)


def part(claim: Claim) -> str | None:
    """The class of a claim's event: harm, remedy, cost or state."""
    group = events().group(claim.measure.event)
    return None if group is None else events().part[group]


@lru_cache(maxsize=REMEMBERED)
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


def scope_words(claim: Claim) -> frozenset[str]:
    """The words of a claim's scope, in lower case."""
    return _longer_words(claim.measure.scope)


@lru_cache(maxsize=REMEMBERED)
def _longer_words(scope: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower().strip(".,\"'") for part in scope for word in part.split() if len(word) > 3)


@lru_cache(maxsize=REMEMBERED)
def other_event(a: str | None, b: str | None) -> bool:
    """Whether both events are known and are neither the same nor used for one another."""
    known = events()
    return known.group(a) is not None and known.group(b) is not None and not any(event_kinship(a, b))


def values(a: Figure | None, b: Figure | None) -> tuple[bool, bool, bool]:
    """Whether two figures give the same telling number, are within threefold, and are more than a hundredfold apart."""
    if a is None or b is None or (a.unit == "percent") != (b.unit == "percent"):
        return False, False, False
    left = a.low if a.low is not None else a.high
    right = b.low if b.low is not None else b.high
    if not left or not right or left < 0 or right < 0:
        return False, False, False
    tolerance = max(a.tolerance or 0, b.tolerance or 0, 0.001 * left)
    ratio = left / right if left > right else right / left
    return abs(left - right) <= tolerance and (left >= 13 or left != int(left)), ratio <= 3, ratio > 100
