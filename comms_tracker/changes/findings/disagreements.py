"""Claims that disagree within one statement, between outlets, or between speakers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from comms_tracker.changes.amounts import amount_of
from comms_tracker.changes.basis import withdraws
from comms_tracker.changes.findings.incident import Incident, about_the_same, apart, current, step
from comms_tracker.changes.fits import Fit, fit
from comms_tracker.changes.phrasing import quoted, sentence
from comms_tracker.changes.scope import likeness
from comms_tracker.records import Certainty, Claim, Finding, FindingKind, Polarity, Voice

SAME_STATEMENT_ALIKE = 0.7
SAME_NEWS_ALIKE = 0.5
COPIES_ALIKE = 0.3
"""How many content words two claims must share before they are set against each other without a link between them."""


def self_contradictions(incident: Incident) -> Iterator[Finding]:
    """One finding for each two claims of one statement and speaker that are worded alike and cannot both hold.

    What the statement itself takes back is no claim that it disagrees with.
    """
    for statement in incident.statements:
        for a, b in combinations(current(incident.of_statement(statement)), 2):
            if max(a.start, b.start) < min(a.end, b.end) or a.speaker != b.speaker:
                continue
            if not about_the_same(a, b, SAME_STATEMENT_ALIKE) or not _cannot_both_hold(a, b):
                continue
            if any(withdraws(statement.text, claim) for claim in (a, b)):
                continue
            words = f"{incident.where(a)} says {quoted(a.text)} and also {quoted(b.text)}{step(a, b)}"
            yield _finding(FindingKind.SELF_CONTRADICTION, a, b, words)


def outlets_differ(incident: Incident) -> Iterator[Finding]:
    """One finding for each claim that two outlets of one release report with another number or the other way round."""
    for a, b in _twins(incident):
        if not _cannot_both_hold(a, b):
            continue
        outlets = [_outlet(incident, claim) for claim in (a, b)]
        words = (
            f"The same statement is reported in two ways: {outlets[0]} has {quoted(a.text)}, "
            f"{outlets[1]} has {quoted(b.text)}{step(a, b)}"
        )
        yield _finding(FindingKind.OUTLETS_DIFFER, a, b, words)


def _twins(incident: Incident) -> Iterator[tuple[Claim, Claim]]:
    """Claims that alignment calls copies of each other, and claims of one release that are worded alike."""
    copies = incident.alignment.copies
    for copy, original in copies.items():
        a, b = incident.claim(original), incident.claim(copy)
        if a is None or b is None or a.statement == b.statement:
            continue
        if likeness(a, b) >= COPIES_ALIKE or _near(a, b):
            yield a, b
    for release in incident.alignment.releases:
        claims = [claim for claim in current(incident.claims) if claim.statement in release.statements]
        for a, b in combinations(claims, 2):
            alone = a.id not in copies and b.id not in copies and not {a.id, b.id} & set(copies.values())
            if (
                alone
                and a.statement != b.statement
                and a.speaker == b.speaker
                and about_the_same(a, b, SAME_NEWS_ALIKE)
            ):
                yield a, b


def _outlet(incident: Incident, claim: Claim) -> str:
    statement = next(statement for statement in incident.statements if statement.id == claim.statement)
    return statement.outlet or statement.channel or statement.id


def speakers_differ(incident: Incident) -> Iterator[Finding]:
    """One finding for each two speakers who give other numbers for the same thing on the same day."""
    for a, b in combinations(current(incident.claims), 2):
        if a.speaker == b.speaker or Voice.NARRATION in (a.voice, b.voice):
            continue
        one_time = a.statement == b.statement or (incident.day(a) is not None and incident.day(a) == incident.day(b))
        if one_time and about_the_same(a, b, SAME_NEWS_ALIKE) and _cannot_both_hold(a, b):
            words = f"{_speaker(a)} says {quoted(a.text)}, {_speaker(b)} says {quoted(b.text)}{step(a, b)}"
            yield _finding(FindingKind.SPEAKERS_DIFFER, a, b, words)


def _speaker(claim: Claim) -> str:
    return claim.speaker or "the organisation"


def _cannot_both_hold(a: Claim, b: Claim) -> bool:
    """Whether two firm claims exclude each other: numbers apart, or one denies flatly what the other affirms."""
    if Certainty.CONDITIONAL in (a.certainty, b.certainty) or Certainty.FORECAST in (a.certainty, b.certainty):
        return False
    if {a.polarity, b.polarity} == {Polarity.AFFIRMED, Polarity.DENIED}:
        denial = a if a.polarity is Polarity.DENIED else b
        of_all = denial.figure is None or amount_of(denial).is_zero or _same(a, b)
        return of_all and a.certainty is b.certainty is Certainty.ASSERTED
    return a.polarity is b.polarity is Polarity.AFFIRMED and apart(a, b)


def _same(a: Claim, b: Claim) -> bool:
    return fit(amount_of(a), amount_of(b)).fit is Fit.SAME


def _near(a: Claim, b: Claim) -> bool:
    """Whether two figures name numbers within a tenth of each other: "at least 40 million", "almost 40 million"."""
    ends = [
        [end for end in (figure.low, figure.high) if end] if figure is not None else []
        for figure in (a.figure, b.figure)
    ]
    return any(abs(then - now) <= 0.1 * max(then, now) for then in ends[0] for now in ends[1])


def _finding(kind: FindingKind, a: Claim, b: Claim, words: str) -> Finding:
    return Finding(kind, tuple(dict.fromkeys((a.statement, b.statement))), (a.id, b.id), sentence(words))
