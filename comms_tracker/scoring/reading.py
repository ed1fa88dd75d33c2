"""Verdicts on what was read: places, figures, values, counted nouns, claims without figures, denials."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from comms_tracker.records import Claim, Figure, Polarity, Statement
from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.matching import Matching
from comms_tracker.scoring.values import noun_right, value_right
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict

SLACK = 2
"""Claims without a figure that a statement may have beyond the gold's, which selects, before one counts as wrong."""


def reading_verdicts(incident: GoldIncident, claims: Sequence[Claim], matching: Matching) -> Iterator[Verdict]:
    """One verdict for each thing looked at in the claims of the incident's statements."""
    for found in (
        _offsets(incident.statements, claims),
        _found(incident, matching),
        _beyond(claims, matching),
        _parts(incident, matching),
        _denials(incident, matching),
    ):
        for stage, outcome, words in found:
            yield Verdict(stage, outcome, incident.slug, words)


Finding = tuple[Stage, Outcome, str]


def _offsets(statements: Sequence[Statement], claims: Sequence[Claim]) -> Iterator[Finding]:
    texts = {statement.id: statement.text for statement in statements}
    for claim in claims:
        parts: list[Claim | Figure] = [claim] if claim.figure is None else [claim, claim.figure]
        for part in parts:
            true = texts.get(claim.statement, "")[part.start : part.end] == part.text
            words = f"{part.text!r} is not at {part.start}..{part.end}"
            yield Stage.OFFSETS, Outcome.RIGHT if true else Outcome.WRONG, words


def _found(incident: GoldIncident, matching: Matching) -> Iterator[Finding]:
    for gold in incident.claims.values():
        claim = matching.read.get(gold.id)
        stage = Stage.FIGURES if gold.figure else Stage.FIGURELESS
        bare = gold.figure is None or gold.figure.kind == "none"
        found = claim is not None and (bare or claim.figure is not None)
        yield stage, Outcome.RIGHT if found else Outcome.MISSED, f"not found: {gold.text!r}"


def _beyond(claims: Sequence[Claim], matching: Matching) -> Iterator[Finding]:
    """The claims that the gold does not have."""
    bare: Counter[str] = Counter()
    for claim in claims:
        if claim.id in matching.gold:
            continue
        if claim.figure is not None:
            yield Stage.FIGURES, Outcome.WRONG, f"not a claim: {claim.figure.text!r} in {claim.text!r}"
            continue
        bare[claim.statement] += 1
        if bare[claim.statement] > SLACK:
            yield Stage.FIGURELESS, Outcome.WRONG, f"one too many: {claim.text!r}"


def _parts(incident: GoldIncident, matching: Matching) -> Iterator[Finding]:
    """Value and counted noun of the figures that were found."""
    for gold in incident.claims.values():
        claim = matching.read.get(gold.id)
        if gold.figure is None or claim is None:
            continue
        right = value_right(gold.figure, claim.figure)
        if right is not None:
            got = "no figure" if claim.figure is None else f"{_end(claim.figure.low)} to {_end(claim.figure.high)}"
            wanted = f"{_end(gold.figure.low)} to {_end(gold.figure.high)}"
            words = f"{gold.figure.text!r} read as {got}, is {wanted}"
            yield Stage.VALUE, Outcome.RIGHT if right else Outcome.MISTAKEN, words
        if gold.unit:
            unit = claim.figure.unit if claim.figure else None
            read = " ".join(part for part in (claim.measure.counted, unit) if part)
            right = noun_right(gold.unit, gold.counted, read)
            words = f"{gold.text!r} counts {gold.unit}, read as {read or 'nothing'}"
            yield Stage.NOUN, Outcome.RIGHT if right else Outcome.MISTAKEN, words


def _denials(incident: GoldIncident, matching: Matching) -> Iterator[Finding]:
    for gold in incident.claims.values():
        claim = matching.read.get(gold.id)
        said = claim is not None and claim.polarity is Polarity.DENIED
        if gold.polarity == Polarity.DENIED.value:
            yield Stage.DENIED, Outcome.RIGHT if said else Outcome.MISSED, f"denial not seen: {gold.text!r}"
        elif said:
            yield Stage.DENIED, Outcome.WRONG, f"not a denial: {gold.text!r}"


def _end(value: float | None) -> str:
    return "open" if value is None else f"{value:,.10g}"
