"""Which absences a reader would remark on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.alignment.features import TIME_UNITS
from comms_tracker.alignment.nouns import kinship
from comms_tracker.claims.events import events
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.records import Basis, Certainty, Claim, FigureKind, Polarity

# Figures of these bases are closed or have moved on: their absence says nothing.
PASSING = frozenset({Basis.INCREMENT, Basis.PERIOD, Basis.PROGRESS, Basis.CAPACITY})
# A withdrawal is said once; a denial "so far" did not promise to hold.
PROVISIONAL = re.compile(r"\b(?:withdraw|withdrew|retract|take back|so far|at this stage|conclusive)", re.I)
# What was only counted, heard or said on the way: the calls taken, the complaints received.
TELLING = frozenset({"count", "receive", "ring", "speak", "answer", "sample", "approve", "notice", "record"})
# These have no number of their own: while the same things are counted otherwise, nothing is missing.
LOOSE = frozenset({FigureKind.VAGUE, FigureKind.UNIVERSAL})


def reportable_drop(claim: Claim, later: Sequence[Claim], beside: Sequence[Claim] = ()) -> bool:
    """Whether it is worth saying that a claim's measure is not mentioned again.

    ``later`` are the claims after it, ``beside`` those of its own statement.

    A denial that is no longer made, and a figure of harm or extent. Not the organisation's size, another speaker's
    figure, a closed period, an increment, a remedy on its way, what a file or a server holds, a row of a table, what
    was conditional, forecast (save a cost) or not yet known, how long something took, a number of which nothing is said
    to have happened, nor a vague word for things that are still counted; nor where nothing at all is claimed later.
    """
    if not later or claim.background or claim.speaker is not None or claim.polarity is Polarity.UNKNOWN:
        return False
    if claim.certainty is Certainty.CONDITIONAL or takes_back(claim.text):
        return False
    if claim.certainty is Certainty.FORECAST and not events().plays(claim.measure.event, "cost"):
        return False
    if claim.polarity is Polarity.DENIED:
        return PROVISIONAL.search(claim.text) is None
    if claim.figure is None or claim.measure.basis in PASSING or "|" in claim.text:
        return False
    heard = claim.measure.event in TELLING or events().group(claim.measure.event) == "complain"
    if heard or (claim.figure.unit == "percent" and not tells_harm(claim, beside)):
        return False
    if claim.figure.unit in TIME_UNITS or claim.measure.event is None:
        return False
    if events().plays(claim.measure.event, "remedy") or events().group(claim.measure.event) == "keep":
        return False
    return claim.figure.kind not in LOOSE or not any(
        other.measure.counted is not None and kinship(claim.measure.counted, other.measure.counted) >= 0.8
        for other in later
    )


def tells_harm(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether a share says how far harm went, and not in the clause of another figure: "905 tutors, or 82 per cent"."""
    shares_its_words = any(
        other.id != claim.id and other.figure is not None and other.start < claim.end and claim.start < other.end
        for other in beside
    )
    return events().plays(claim.measure.event, "harm") and not shares_its_words
