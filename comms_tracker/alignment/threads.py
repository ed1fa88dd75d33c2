"""Series while they grow: what alignment gathers as it walks through the releases, and how it is mended."""

from __future__ import annotations

from dataclasses import dataclass, field

from comms_tracker.alignment.nouns import kinship
from comms_tracker.alignment.records import Link, Release
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.alignment.ties import TOGETHER
from comms_tracker.records import Claim

# A claim was let into a series by mistake where the one before it and the one after it fit one another this well, and
# it fits either of them less than half as well.
FITS, HALF, QUARTER = 0.5, 0.5, 0.25


@dataclass(slots=True)
class Thread:
    """A series while it grows: its claims, the latest current one, and the latest mention of it with its release."""

    claims: list[Claim]
    current: Claim
    mention: Claim
    release: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A release as it comes in: its claims, its organisation's threads so far, and whether it is that one's first."""

    release: Release
    number: int
    claims: list[Claim]
    threads: list[Thread]
    first: bool


@dataclass(slots=True)
class Growth:
    """What alignment gathers while it walks through the releases."""

    threads: list[Thread] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)


def thread_of(growth: Growth, claim_id: str) -> Thread | None:
    """The series that the claim is in."""
    return next((thread for thread in growth.threads if any(claim.id == claim_id for claim in thread.claims)), None)


def join(growth: Growth, home: Thread, other: Thread) -> None:
    """Put the claims of one series behind those of another; the one that was spoken of last gives its current claim."""
    if home is other:
        return
    growth.threads = [thread for thread in growth.threads if thread is not other]
    home.claims += other.claims
    if other.release >= home.release:
        home.current, home.mention, home.release = other.current, other.mention, other.release


def put_out_intruder(growth: Growth, scorer: Scorer, thread: Thread, claim: Claim) -> Thread | None:
    """Take the current claim out of a series where the next claim shows that it never belonged there.

    One release's left-over claim, about other things, may have been matched with what was left over of the series.
    It opens a series of its own then, its copies with it, which is returned; the first series goes on from the claim
    before. A person's own link stays.
    """
    intruder = thread.current
    before = next((one for one in growth.links if one.later == intruder.id), None)
    earlier = next((one for one in thread.claims if before is not None and one.id == before.earlier), None)
    if earlier is None or before is None or before.confidence == 1.0 or intruder.id in growth.copies:
        return None
    akin = kinship(earlier.measure.counted, intruder.measure.counted) > 0
    fit = scorer.probability(earlier, claim)
    worst = max(scorer.probability(earlier, intruder), scorer.probability(intruder, claim))
    if fit == TOGETHER or fit < FITS or worst >= (QUARTER if akin else HALF) * fit:
        return None
    gone = {intruder.id} | {copy for copy, original in growth.copies.items() if original == intruder.id}
    opened = Thread([one for one in thread.claims if one.id in gone], intruder, intruder, thread.release)
    growth.links.remove(before)
    growth.threads.append(opened)
    if not intruder.background and intruder.speaker is None:
        growth.added.append(intruder.id)
    thread.claims = [one for one in thread.claims if one.id not in gone]
    thread.current = thread.mention = earlier
    return opened
