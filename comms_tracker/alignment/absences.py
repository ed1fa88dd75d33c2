"""Which claims are absent from what follows, and which of those absences a reader would remark on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from comms_tracker.alignment.incompatible import is_a_part
from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.alignment.records import Release
from comms_tracker.alignment.threads import Growth
from comms_tracker.claims.events import events
from comms_tracker.claims.rules import listed
from comms_tracker.claims.withdrawals import takes_back
from comms_tracker.quantities.units import is_currency, time_units
from comms_tracker.records import Basis, Certainty, Claim, FigureKind, Polarity

# Figures of these bases are closed or have moved on: their absence says nothing.
PASSING = frozenset({Basis.INCREMENT, Basis.PERIOD, Basis.PROGRESS, Basis.CAPACITY})
# A withdrawal is said once; a denial "so far" did not promise to hold.
PROVISIONAL = re.compile(r"\b(?:withdraw|withdrew|retract|take back|so far|at this stage|conclusive)", re.I)
# What was only counted, heard or said on the way: the calls taken, the complaints received.
TELLING = frozenset({"count", "receive", "ring", "speak", "answer", "sample", "approve", "notice", "record"})
PASSED_OVER = frozenset({"complain", "keep"})
# What stands before a number by which things known already are named again.
NAMED_BY_NUMBER = re.compile(r"\b(?:as (?:for|to)|regarding|concerning|turning to|with regard to|on) the $", re.I)
NONE_OF = re.compile(r"\bnone of (?:it|them|these|those|the|our)\b", re.I)
# These have no number of their own: while the same things are counted otherwise, nothing is missing.
LOOSE = frozenset({FigureKind.VAGUE, FigureKind.UNIVERSAL})


def drops(
    growth: Growth,
    found: tuple[Release, ...],
    by_statement: dict[str, list[Claim]],
    organisation: dict[str, str | None],
) -> tuple[str, ...]:
    """Claims whose measure is absent from the next release of their organisation and from every later one."""
    dropped: list[Claim] = []
    for thread in growth.threads:
        speaker = organisation[thread.current.statement]
        after = [
            index
            for index in range(thread.release + 1, len(found))
            if any(organisation[statement] == speaker for statement in found[index].statements)
        ]
        if not after:
            continue
        later = [claim for index in after for statement in found[index].statements for claim in by_statement[statement]]
        if reportable_drop(thread.mention, later, by_statement[thread.mention.statement]):
            dropped.append(thread.mention)
    order = {
        claim.id: place for place, claim in enumerate(claim for claims in by_statement.values() for claim in claims)
    }
    return tuple(claim.id for claim in sorted(dropped, key=lambda claim: order[claim.id]))


def reportable_drop(claim: Claim, later: Sequence[Claim], beside: Sequence[Claim] = ()) -> bool:
    """Whether it is worth saying that a claim's measure is not mentioned again.

    ``later`` are the claims after it, ``beside`` those of its own statement. A denial of harm that is no longer made,
    and a figure of harm or extent while other things are still counted. Not the organisation's size, another
    speaker's figure, what was conditional, forecast (save a cost) or not yet known; nor where nothing at all is claimed
    later.
    """
    if not later or claim.background or claim.speaker is not None or claim.polarity is Polarity.UNKNOWN:
        return False
    if claim.certainty is Certainty.CONDITIONAL or takes_back(claim.text):
        return False
    if claim.certainty is Certainty.FORECAST and not events().plays(claim.measure.event, "cost"):
        return False
    if claim.polarity is Polarity.DENIED:
        return of_the_matter(claim) and PROVISIONAL.search(claim.text) is None
    return any(map(counts, later)) and is_missed(claim, later, beside)


def is_news(claim: Claim) -> bool:
    """Whether it is worth saying that nothing was said of a claim's measure before.

    Not the organisation's size, another speaker's word, what takes something back, nor that a thing is in order.
    """
    if claim.background or claim.speaker is not None or takes_back(claim.text):
        return False
    return claim.figure is not None or claim.polarity is not Polarity.AFFIRMED or claim.measure.event not in in_order()


@cache
def in_order() -> frozenset[str]:
    """The words by which a thing is said to be sound or enough, or to have passed its test."""
    return listed("state", "assuring") | listed("state", "supplied_well") | {"pass"}


def is_missed(claim: Claim, later: Sequence[Claim], beside: Sequence[Claim]) -> bool:
    """Whether a reader misses a claim's figure where the statements after it count other things.

    Not a closed period, an increment, a remedy on its way, what a file or a server holds, a row of a table, a part of
    a whole, how long something took, a number of which nothing is said to have happened or by which things known are
    only named, nor a vague word for things that are still counted, unless it assured that most were well.
    """
    if claim.figure is None or claim.measure.basis in PASSING or claim.figure.unit in time_units():
        return False
    if "|" in claim.text or is_a_part(claim) or only_names(claim):
        return False
    event = claim.measure.event
    if event is None or event in TELLING or events().group(event) in PASSED_OVER or events().plays(event, "remedy"):
        return False
    if claim.figure.unit == "percent" and not tells_harm(claim, beside):
        return False
    if measures(claim) and not events().plays(event, "harm"):
        return False
    if claim.figure.kind not in LOOSE or events().group(event) == "continue":
        return True
    counted = [other.measure.counted for other in later if other.measure.counted is not None]
    return not any(kinship(claim.measure.counted, other) >= SYNONYMS for other in counted)


def of_the_matter(denial: Claim) -> bool:
    """Whether a denial is about harm, its extent or its remedy, and no remark by the way: "nobody had told her"."""
    known = events().group(denial.measure.event) is not None
    return known or denial.certainty is Certainty.HEDGED or NONE_OF.search(denial.text) is not None


def only_names(claim: Claim) -> bool:
    """Whether the number only says which things are spoken of, known by it: "as for the 61 accounts, they ..."."""
    return (
        claim.figure is not None and NAMED_BY_NUMBER.search(claim.text[: claim.figure.start - claim.start]) is not None
    )


def counts(claim: Claim) -> bool:
    """Whether a claim says how many, how much or what share of the matter, and not only what was or will be paid."""
    if claim.figure is None or claim.background:
        return False
    return not is_currency(claim.figure.unit)


def measures(claim: Claim) -> bool:
    """Whether a claim gives a measurement, and no count, share or sum: how fast, how long, how much of a substance."""
    unit = claim.figure.unit if claim.figure is not None else None
    return unit is not None and unit != "percent" and not is_currency(unit)


def tells_harm(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether a share says how far harm went, and not in the clause of another figure: "905 tutors, or 82 per cent"."""
    shares_its_words = any(
        other.id != claim.id and other.figure is not None and other.start < claim.end and claim.start < other.end
        for other in beside
    )
    return events().plays(claim.measure.event, "harm") and not shares_its_words
