"""The relation of two texts in plain words: both quantities as they stand there, and never why they differ."""

from __future__ import annotations

from comms_tracker.changes.phrasing import quoted
from comms_tracker.records import Relation
from comms_tracker.relation.match import Fits, Match
from comms_tracker.relation.quantity import Quantity
from comms_tracker.relation.read import Read
from comms_tracker.relation.records import Ground

IDENTICAL = "the two texts say the same, word for word"
NO_NUMBERS = "the earlier text has no number, date or rank, and no claim of it has a counterpart in the later one"


def ground(read: Read, quantity: Quantity) -> Ground:
    """The quantity as it stands in its text, with what it counts where that follows."""
    return Ground(read.text[quantity.start : quantity.end], quantity.start, quantity.end, quantity.figure)


def reason(relation: Relation, match: Match, earlier: Read, later: Read, *, dated: bool = False) -> str:
    """One clause for a reader, with the words of both texts that the relation rests on.

    ``dated`` says that both texts give the day that they hold at.
    """
    then = _shown(earlier, match.earlier)
    if match.partner is None:
        return f"the later text has nothing to set against {then}"
    now = _shown(later, match.partner.later)
    match relation:
        case Relation.CONTRADICTORY:
            return f"{then} and {now} cannot both hold"
        case Relation.SUPERSEDED:
            if match.fits is not Fits.CLASH:
                return f"{now} took the place of {then}: the bound moved"
            why = "the later text is of a later day" if dated else "the count runs on with time"
            return f"{then} and {now} cannot both be current: {why}"
        case Relation.CONSISTENT:
            return f"{then} and {now} can both hold"
    if match.fits is Fits.CLASH:
        return f"{then} and {now} differ, but it is not clear that they are about the same thing and time"
    return f"{then} and {now} can both hold, but the one does not settle the other"


def _shown(read: Read, quantity: Quantity) -> str:
    start, end = quantity.shown
    return quoted(read.text[start:end])
