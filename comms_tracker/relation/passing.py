"""Whether a number that clashes is only of a later time: both days are told, or the count is one that runs on."""

from __future__ import annotations

from comms_tracker.changes.running import running_words
from comms_tracker.relation.match import Fits, Match
from comms_tracker.relation.quantity import Sort
from comms_tracker.relation.read import Read

ALIKE = 0.3
"""The share of the words around a number that stand around the other, from which they are told of the same thing."""
COUNTED = frozenset({Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.MEASURE})


def bound_moved(match: Match) -> bool:
    """Whether both numbers are bounds on one side, and the later one is another: "over 99", then "over 98"."""
    if match.partner is None or not (match.earlier.bound and match.partner.later.bound):
        return False
    then, now = match.earlier.interval, match.partner.later.interval
    return (then.low is None) == (now.low is None) and then.middle != now.middle


def passed_over(match: Match, earlier: Read, later: Read) -> bool:
    """Whether both texts say at what day they hold, the later one's is the later day, and the number is another one."""
    partner = match.partner
    if partner is None or partner.fits is not Fits.CLASH or match.disputed or match.earlier.sort not in COUNTED:
        return False
    if partner.surroundings < ALIKE or not partner.noun:
        return False
    then, now = _as_of(earlier), _as_of(later)
    return then is not None and now is not None and then < now


def runs_on(match: Match, earlier: Read, later: Read) -> bool:
    """Whether the number counts something that runs on with time in the direction in which it moved.

    The words for that are those of the changes between claims: what only accumulates runs up, what stands at some level
    either way.
    """
    partner = match.partner
    if partner is None or match.earlier.sort not in COUNTED:
        return False
    words = running_words()
    said = {match.earlier.noun, partner.later.noun} | (set(match.earlier.near) & set(partner.later.near))
    both = f"{earlier.text} {later.text}"
    if said & words.stands or words.level.search(both):
        return True
    then, now = match.earlier.interval.middle, partner.later.interval.middle
    up = then is not None and now is not None and then < now
    return up and bool(said & words.grows or words.up.search(both))


def _as_of(read: Read) -> float | None:
    """The last day that the text says it holds at."""
    days = [one.interval.middle for one in read.quantities if one.as_of and one.sort is Sort.DATE]
    return max((day for day in days if day is not None), default=None)
