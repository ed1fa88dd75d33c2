"""Which absences a reader would remark on."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.records import Basis, Certainty, Claim, Polarity


def reportable_drop(claim: Claim, later: Sequence[Claim]) -> bool:
    """Whether it is worth saying that a claim's measure is not mentioned again; ``later`` are the claims after it.

    Not for the organisation's size, another speaker's figure, a closed period, an increment, a conditional, or what
    was not yet known; nor where nothing at all is claimed later.
    """
    if not later or claim.background or claim.restated or claim.speaker is not None:
        return False
    if claim.measure.basis in (Basis.INCREMENT, Basis.PERIOD) or claim.polarity is Polarity.UNKNOWN:
        return False
    return claim.certainty not in (Certainty.CONDITIONAL, Certainty.FORECAST)
