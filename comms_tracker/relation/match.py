"""Each number of the earlier text beside the number of the later one that is most likely the same, and how they fit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.changes.intervals import Interval, inside, wholly_below
from comms_tracker.relation.quantity import Quantity, Sort

WEIGHTS = {"surroundings": 1.0, "noun": 0.6, "sort": 0.8, "nearness": 0.7}
"""How much each of the four says that two numbers are told of the same thing."""
OTHER_SORT = 0.3
LOOSE = frozenset({Sort.SHARE, Sort.RANK, Sort.SCORE})
"""Sorts that a bare number may be of, its sign or its name left out."""
NEAR_DAYS = 1000.0
"""How many days apart two dates are when their nearness has fallen to a third."""


class Fits(StrEnum):
    """``holds``: the later number makes the earlier one true; ``open``: both can be; ``clash``: they exclude each
    other; ``absent``: the later text has no number of that sort."""

    HOLDS = "holds"
    OPEN = "open"
    CLASH = "clash"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Partner:
    """A number of the later text with how alike it is told, part by part from 0 to 1, and how it fits."""

    later: Quantity
    surroundings: float
    noun: float
    sort: float
    nearness: float
    fits: Fits

    @property
    def likeness(self) -> float:
        """The parts weighed together, from 0 to 3.1."""
        return (
            WEIGHTS["surroundings"] * self.surroundings
            + WEIGHTS["noun"] * self.noun
            + WEIGHTS["sort"] * self.sort
            + WEIGHTS["nearness"] * self.nearness
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A number of the earlier text, its likeliest partner, and the likeliest one that makes it true, if any.

    ``choices`` says how many numbers of the later text it could be.
    """

    earlier: Quantity
    partner: Partner | None
    holder: Partner | None
    choices: int

    @property
    def fits(self) -> Fits:
        """How the likeliest partner fits."""
        return self.partner.fits if self.partner is not None else Fits.ABSENT

    @property
    def disputed(self) -> bool:
        """Whether another number of the later text makes true what the likeliest partner does not."""
        return self.holder is not None and self.fits is not Fits.HOLDS


def match_all(earlier: Sequence[Quantity], later: Sequence[Quantity]) -> list[Match]:
    """A match for each number of the earlier text, in step."""
    return [_match(one, later) for one in earlier]


def _match(earlier: Quantity, later: Sequence[Quantity]) -> Match:
    partners = [_partner(earlier, other) for other in later if comparable(earlier, other)]
    best = max(partners, key=lambda partner: partner.likeness, default=None)
    holding = [partner for partner in partners if partner.fits is Fits.HOLDS]
    holder = max(holding, key=lambda partner: partner.likeness, default=None)
    return Match(earlier, best, holder, len(partners))


def comparable(earlier: Quantity, later: Quantity) -> bool:
    """Whether the two are of sorts that can say something about each other."""
    sorts = {earlier.sort, later.sort}
    if len(sorts) == 1:
        return earlier.unit == later.unit
    if sorts == {Sort.DATE, Sort.DAY_OF_YEAR}:
        return earlier.sort is Sort.DAY_OF_YEAR and later.day is not None
    return Sort.COUNT in sorts and bool(sorts & LOOSE)


def _partner(earlier: Quantity, later: Quantity) -> Partner:
    now = later.day if later.day is not None and earlier.sort is not later.sort else later.interval
    return Partner(
        later=later,
        surroundings=_shared(earlier, later),
        noun=_same_noun(earlier, later),
        sort=1.0 if earlier.sort is later.sort else OTHER_SORT,
        nearness=_nearness(earlier, now),
        fits=_fits(earlier.interval, now),
    )


def _fits(earlier: Interval, later: Interval) -> Fits:
    if wholly_below(earlier, later) or wholly_below(later, earlier):
        return Fits.CLASH
    return Fits.HOLDS if inside(later, earlier) else Fits.OPEN


def _shared(earlier: Quantity, later: Quantity) -> float:
    """The share of the words around the earlier number that stand around the later one, nearer words counting more."""
    total = sum(earlier.near.values())
    if not total:
        return 0.0
    return sum(min(weight, 1.5 * later.near.get(word, 0.0)) for word, weight in earlier.near.items()) / total


def _same_noun(earlier: Quantity, later: Quantity) -> float:
    if earlier.noun is None:
        return 0.0
    if earlier.noun == later.noun:
        return 1.0
    return 0.5 if earlier.noun in later.near or later.noun in earlier.near else 0.0


def _nearness(earlier: Quantity, later: Interval) -> float:
    """How near two values are, 1 for the same: dates by days, everything else by its ratio."""
    then, now = earlier.interval.middle, later.middle
    if then is None or now is None:
        return 0.0
    if earlier.is_time:
        return math.exp(-abs(then - now) / NEAR_DAYS)
    if then > 0 and now > 0:
        return math.exp(-1.5 * abs(math.log(then / now)))
    return float(then == now)
