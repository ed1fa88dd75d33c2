"""Links between two claims, with what speaks for and against them, and those that a person made or took away."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.alignment.evidence import evidence
from comms_tracker.alignment.model import confidence
from comms_tracker.alignment.records import Link
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.alignment.threads import Arrival, Growth, Thread, join, thread_of
from comms_tracker.alignment.ties import TOGETHER
from comms_tracker.records import Claim


def link(scorer: Scorer, earlier: Claim, later: Claim, probability: float) -> Link:
    """The pair with its probability and its evidence in words; only a person's own link is certain."""
    pros, cons = evidence(earlier, later, scorer.features(earlier, later))
    if scorer.ties.requires(earlier.id, later.id):
        return Link(earlier.id, later.id, 1.0, pros, cons)
    if probability == TOGETHER:
        probability = scorer.untied(earlier, later)
    return Link(earlier.id, later.id, round(confidence(probability), 3), pros, cons)


def set_aside(scorer: Scorer, claims: Sequence[Claim]) -> tuple[Link, ...]:
    """The pairs that a person took apart, in the order of the claims, as the model sees them."""
    by_id = {claim.id: claim for claim in claims}
    order = {claim: place for place, claim in enumerate(by_id)}
    known = [sorted(pair, key=order.__getitem__) for pair in scorer.ties.forbidden if all(one in by_id for one in pair)]
    pairs = [(by_id[earlier], by_id[later]) for earlier, later in sorted(known, key=lambda pair: order[pair[1]])]
    return tuple(
        link(scorer, earlier, later, scorer.untied(earlier, later, restating=later.restated))
        for earlier, later in pairs
    )


def tie(growth: Growth, scorer: Scorer, new: Arrival) -> None:
    """Link what a person linked and the matching left apart; the series of the two become one."""
    here = {claim.id: claim for claim in new.claims}
    for pair in sorted(scorer.ties.required):
        if not any(claim in here for claim in pair):
            continue
        first, second = (thread_of(growth, claim) for claim in pair)
        known = {claim.id: claim for thread in (first, second) if thread for claim in thread.claims} | here
        if any(claim not in known for claim in pair):
            continue
        earlier, later = sorted((known[claim] for claim in pair), key=lambda claim: place_in(here, claim))
        home, other = thread_of(growth, earlier.id), thread_of(growth, later.id)
        if home is None:
            home = Thread([earlier], earlier, earlier, new.number)
            growth.threads.append(home)
        join(growth, home, other or Thread([later], later, later, new.number))
        if not any({one.earlier, one.later} == set(pair) for one in growth.links):
            growth.links.append(link(scorer, earlier, later, TOGETHER))
        growth.added = [claim for claim in growth.added if claim != later.id]


def place_in(here: dict[str, Claim], claim: Claim) -> int:
    """A sort key: the claim's place among those of the release, one of an earlier release before them all."""
    return list(here).index(claim.id) if claim.id in here else -1
