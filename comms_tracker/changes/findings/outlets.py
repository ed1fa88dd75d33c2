"""What two outlets make of the same statement: other numbers for one thing, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from comms_tracker.alignment.nouns import SYNONYMS, kinship
from comms_tracker.changes.amounts import Form, amount_of
from comms_tracker.changes.findings.incident import (
    Incident,
    about_the_same,
    apart,
    cannot_both_hold,
    current,
    finding_of_two,
    step,
)
from comms_tracker.changes.phrasing import quoted
from comms_tracker.changes.scope import likeness
from comms_tracker.records import Basis, Claim, Finding, FindingKind, Polarity

SAME_NEWS_ALIKE = 0.5
COPIES_ALIKE = 0.3
"""How many content words two claims must share before they are set against each other without a link between them."""
LEAST_GARBLED = 20
"""Below this, two numbers whose digits look alike are too often of two things."""
LARGEST_SLIP = 2.5
"""How many times the smaller the larger may be: a slip of a digit, not of a magnitude."""


def outlets_differ(incident: Incident) -> Iterator[Finding]:
    """One finding for each claim that two outlets of one release report with another number or the other way round.

    A number that the other outlet has too, for things of that name, is no other number.
    """
    told: set[frozenset[str]] = set()
    for a, b in [*_twins(incident), *_left_over(incident)]:
        if frozenset((a.id, b.id)) in told or not cannot_both_hold(a, b):
            continue
        if a.polarity is b.polarity and (_has(incident, a, b.statement) or _has(incident, b, a.statement)):
            continue
        told.add(frozenset((a.id, b.id)))
        outlets = [_outlet(incident, claim) for claim in (a, b)]
        words = (
            f"The same statement is reported in two ways: {outlets[0]} has {quoted(a.text)}, "
            f"{outlets[1]} has {quoted(b.text)}{step(a, b)}"
        )
        yield finding_of_two(FindingKind.OUTLETS_DIFFER, a, b, words)


def _twins(incident: Incident) -> Iterator[tuple[Claim, Claim]]:
    """Claims that alignment calls copies of each other, and claims of one release that are worded alike."""
    copies = incident.alignment.copies
    for copy, original in copies.items():
        a, b = incident.claim(original), incident.claim(copy)
        if a is None or b is None or a.statement == b.statement:
            continue
        if likeness(a, b) >= COPIES_ALIKE or (_near(a, b) and a.polarity is b.polarity):
            yield a, b
    for release in incident.alignment.releases:
        claims = [claim for claim in current(incident.claims) if claim.statement in release.statements]
        copied = copies.keys() | set(copies.values())
        alone = [claim for claim in claims if claim.id not in copied]
        for a, b in combinations(alone, 2):
            if a.statement != b.statement and a.speaker == b.speaker and about_the_same(a, b, SAME_NEWS_ALIKE):
                yield a, b


def _left_over(incident: Incident) -> Iterator[tuple[Claim, Claim]]:
    """The one number of each of two outlets that the other lacks, for things of one name, with digits that look alike.

    Outlets tell the same in other words ("found mistakes in 88", "mistakes came to light in 188").
    """
    for release in incident.alignment.releases:
        for left, right in combinations(release.statements, 2):
            here, there = (_numbers(incident, statement) for statement in (left, right))
            for a in here:
                rest = [
                    [c for c in claims if _kin(a, c) and not _given_by(c, other)]
                    for claims, other in ((here, there), (there, here))
                ]
                if len(rest[0]) == len(rest[1]) == 1 and rest[0][0] is a and garbled(a, rest[1][0]):
                    yield a, rest[1][0]


def _numbers(incident: Incident, statement: str) -> list[Claim]:
    """The firm current numbers of one statement that stand for totals."""
    return [
        claim
        for claim in current(incident.claims)
        if claim.statement == statement
        and amount_of(claim).form is Form.NUMBER
        and claim.polarity is Polarity.AFFIRMED
        and claim.measure.basis in {None, Basis.TOTAL}
    ]


def _kin(a: Claim, b: Claim) -> bool:
    """Whether both count things of one name in one unit, by one speaker."""
    return (
        a.speaker == b.speaker
        and amount_of(a).dimension == amount_of(b).dimension
        and kinship(a.measure.counted, b.measure.counted) >= SYNONYMS
    )


def _given_by(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(_kin(claim, other) and not apart(claim, other) for other in others)


def _has(incident: Incident, claim: Claim, statement: str) -> bool:
    """Whether a statement gives the claim's number for things of that name, whoever says so."""
    return any(
        other.statement == statement
        and amount_of(other).form is Form.NUMBER
        and amount_of(other).dimension == amount_of(claim).dimension
        and kinship(claim.measure.counted, other.measure.counted) >= SYNONYMS
        and not apart(claim, other)
        for other in incident.claims
    )


def garbled(a: Claim, b: Claim) -> bool:
    """Whether two numbers have the same digits in another order, or but for one more ("88", "188")."""
    ends = [amount_of(claim).interval for claim in (a, b)]
    if any(end is None or not (end.middle or 0.0) >= LEAST_GARBLED for end in ends):
        return False
    low, high = sorted((end.middle or 0.0) if end else 0.0 for end in ends)
    if high > LARGEST_SLIP * low:
        return False
    first, second = sorted((f"{(end.middle or 0.0) if end else 0.0:.0f}".rstrip("0") for end in ends), key=len)
    if len(first) == len(second):
        return len(first) > 1 and sorted(first) == sorted(second)
    return len(first) > 1 and any(second[:at] + second[at + 1 :] == first for at in range(len(second)))


def _outlet(incident: Incident, claim: Claim) -> str:
    statement = next(statement for statement in incident.statements if statement.id == claim.statement)
    return statement.outlet or statement.channel or statement.id


def _near(a: Claim, b: Claim) -> bool:
    """Whether two figures name numbers within a tenth of each other: "at least 40 million", "almost 40 million"."""
    ends = [
        [end for end in (figure.low, figure.high) if end] if figure is not None else []
        for figure in (a.figure, b.figure)
    ]
    return any(abs(then - now) <= 0.1 * max(then, now) for then in ends[0] for now in ends[1])
