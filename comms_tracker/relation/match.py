"""Each number of the earlier text beside the number of the later one that is most likely the same, and how they fit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.changes.findings.incident import event_group
from comms_tracker.changes.intervals import Interval, inside, same_after_rounding, wholly_below
from comms_tracker.relation.choices import Choices
from comms_tracker.relation.quantity import Quantity

WEIGHTS = {"surroundings": 0.4, "beside": 0.3, "noun": 0.6, "verb": 0.3, "sort": 0.5, "nearness": 1.0}
"""How much each of these says that two numbers are told of the same thing."""
OTHER_SORT = 0.3
NEAR_DAYS = 1000.0
"""How many days apart two dates are when their nearness has fallen to a third."""


class Fits(StrEnum):
    """``holds``: the later number makes the earlier one true; ``open``: both can be, as an increment and a total always
    can; ``clash``: they exclude each other; ``absent``: the later text has no number of that sort."""

    HOLDS = "holds"
    OPEN = "open"
    CLASH = "clash"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Partner:
    """A number of the later text with how alike it is told, part by part from 0 to 1, and how it fits."""

    later: Quantity
    surroundings: float
    beside: float
    noun: float
    verb: float
    sort: float
    nearness: float
    fits: Fits

    @property
    def likeness(self) -> float:
        """The parts weighed together, from 0 to 3.1."""
        return (
            WEIGHTS["surroundings"] * self.surroundings
            + WEIGHTS["beside"] * self.beside
            + WEIGHTS["noun"] * self.noun
            + WEIGHTS["verb"] * self.verb
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
    def likeness(self) -> float:
        """How alike the likeliest partner is told, from 0 to 3.1; 0 where there is none."""
        return self.partner.likeness if self.partner is not None else 0.0

    @property
    def disputed(self) -> bool:
        """Whether another number of the later text makes true what the likeliest partner does not."""
        return self.holder is not None and self.fits is not Fits.HOLDS


def match_all(earlier: Sequence[Quantity], later: Sequence[Quantity]) -> list[Match]:
    """A match for each number of the earlier text, in step; what the later text only restates is no partner."""
    current = Choices(later)
    choices = [[_partner(one, other) for other in current.of(one)] for one in earlier]
    taken = _one_to_one(choices)
    return [
        _match(one, partners, taken.get(place))
        for place, (one, partners) in enumerate(zip(earlier, choices, strict=True))
    ]


def _one_to_one(choices: Sequence[Sequence[Partner]]) -> dict[int, Partner]:
    """The likeliest partner for each place, no number of the later text twice; the likeliest of all come first."""
    ranked = sorted(
        ((partner.likeness, place, partner) for place, partners in enumerate(choices) for partner in partners),
        key=lambda item: -item[0],
    )
    found: dict[int, Partner] = {}
    used: set[int] = set()
    for _, place, partner in ranked:
        if place not in found and partner.later.start not in used:
            found[place] = partner
            used.add(partner.later.start)
    return found


def _match(earlier: Quantity, partners: Sequence[Partner], chosen: Partner | None) -> Match:
    best = chosen or max(partners, key=lambda partner: partner.likeness, default=None)
    holding = [partner for partner in partners if partner.fits is Fits.HOLDS]
    holder = max(holding, key=lambda partner: partner.likeness, default=None)
    return Match(earlier, best, holder, len(partners))


def _partner(earlier: Quantity, later: Quantity) -> Partner:
    now = later.day if later.day is not None and earlier.sort is not later.sort else later.interval
    return Partner(
        later=later,
        surroundings=_shared(earlier.near, later.near),
        beside=_shared(earlier.beside, later.beside),
        noun=_same_noun(earlier, later),
        verb=_same_verb(earlier.verb, later.verb),
        sort=1.0 if earlier.sort is later.sort else OTHER_SORT,
        nearness=_nearness(earlier, now),
        fits=_fits(earlier, later, now),
    )


def _fits(earlier: Quantity, later: Quantity, now: Interval) -> Fits:
    """An increment and a total leave each other open; a number rounded is the number."""
    then = earlier.interval
    if earlier.increment is not later.increment:
        return Fits.OPEN
    if wholly_below(then, now) or wholly_below(now, then):
        a, b = earlier.figure, later.figure
        rounded = a is not None and b is not None and same_after_rounding(a, b)
        return Fits.HOLDS if rounded else Fits.CLASH
    return Fits.HOLDS if inside(now, then) else Fits.OPEN


def _shared(earlier: Mapping[str, float], later: Mapping[str, float]) -> float:
    """The share of the words around the earlier number that stand around the later one, nearer words counting more."""
    total = sum(earlier.values())
    if not total:
        return 0.0
    return sum(min(weight, 1.5 * later.get(word, 0.0)) for word, weight in earlier.items()) / total


def _same_noun(earlier: Quantity, later: Quantity) -> float:
    if earlier.noun is None:
        return 0.0
    if earlier.noun == later.noun:
        return 1.0
    return 0.5 if earlier.noun in later.near or later.noun in earlier.near else 0.0


def _same_verb(earlier: str | None, later: str | None) -> float:
    """1 for the same verb or one of its kind, 0 for another, a half where one of the two has none."""
    if earlier is None or later is None:
        return 0.5
    group = event_group(earlier)
    return float(earlier == later or (group is not None and group == event_group(later)))


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
