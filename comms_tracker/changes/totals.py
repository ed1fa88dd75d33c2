"""A later number that is only what the earlier statement's own numbers come to: "31 pupils and 4 teachers", then 35."""

from __future__ import annotations

from collections.abc import Iterable

from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.records import Claim, Polarity


def is_their_sum(earlier: Claim, later: Claim, claims: Iterable[Claim]) -> bool:
    """Whether a later count is the sum of the counts that the earlier claim's words give of one event.

    ``claims`` may be all of the incident; those that share the earlier claim's very words are its fellows.
    """
    whole, part = _count(later), _count(earlier)
    if whole is None or part is None or whole <= part or earlier.restated:
        return False
    fellows = [
        claim
        for claim in claims
        if (claim.statement, claim.start, claim.end) == (earlier.statement, earlier.start, earlier.end)
    ]
    parts = [_count(claim) for claim in fellows if claim.measure.event == earlier.measure.event and not claim.restated]
    numbers = [number for number in parts if number is not None]
    return len(numbers) == len(fellows) > 1 and sum(numbers) == whole


def _count(claim: Claim) -> float | None:
    """The number of a claim that affirms one exact count; ``None`` for any other."""
    amount = amount_of(claim)
    interval, figure = amount.interval, claim.figure
    if figure is None or figure.unit is not None or claim.polarity is not Polarity.AFFIRMED:
        return None
    exact = amount.form is Form.NUMBER and interval is not None and interval.is_point
    return interval.low if exact and interval is not None else None
