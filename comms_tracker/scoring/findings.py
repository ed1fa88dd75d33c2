"""Verdicts on findings: those of the gold that are found, those reported beyond it, and near misses left silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comms_tracker.records import Change, Comparison, Finding, FindingKind
from comms_tracker.scoring.gold import GoldFinding, GoldIncident, NearMiss
from comms_tracker.scoring.matching import Matching
from comms_tracker.scoring.verdicts import Outcome, Stage, Verdict

FROM_SOURCES = frozenset({FindingKind.ALTERED_QUOTATION, FindingKind.CHANGED_SOURCE})
"""Findings about quotations and versions, which gold of comparing does not mark."""


def finding_verdicts(incident: GoldIncident, matching: Matching, comparison: Comparison) -> Iterator[Verdict]:
    """One verdict for each finding of the gold, each reported one beyond it, and each near miss.

    Nothing where the gold does not mark findings. Each reported finding serves for one of the gold, the closest first.
    """
    if incident.findings is None:
        return
    reported = [one for one in comparison.findings if one.kind not in FROM_SOURCES]
    served = _served(incident.findings, reported, matching)
    for number, gold in enumerate(incident.findings):
        outcome = Outcome.RIGHT if number in served else Outcome.MISSED
        words = f"{gold.kind.value}, not found: {_quoted(incident, gold.claims)}"
        yield Verdict(Stage.FINDINGS, outcome, incident.slug, words, gold.kind.value)
    beyond = [one for place, one in enumerate(reported) if place not in served.values()]
    for one in beyond:
        words = f"{one.kind.value}, not in the gold: {_told(comparison, one)}"
        yield Verdict(Stage.FINDINGS, Outcome.WRONG, incident.slug, words, one.kind.value)
    for miss in incident.near_misses:
        broken = _reported_finding(miss, beyond, matching) or _reported_change(miss, comparison.changes, matching)
        outcome = Outcome.MISSED if broken else Outcome.RIGHT
        words = f"{miss.kind.value} reported: {_quoted(incident, miss.claims)}"
        yield Verdict(Stage.SILENT, outcome, incident.slug, words, miss.kind.value)


def _served(gold: Sequence[GoldFinding], reported: Sequence[Finding], matching: Matching) -> dict[int, int]:
    """The place of the reported finding that serves for each of the gold, by the gold finding's place."""
    candidates = sorted(
        (-weight, row, column)
        for row, wanted in enumerate(gold)
        for column, one in enumerate(reported)
        if (weight := closeness(wanted, one, matching))
    )
    served: dict[int, int] = {}
    for _, row, column in candidates:
        if row not in served and column not in served.values():
            served[row] = column
    return served


def closeness(gold: GoldFinding, one: Finding, matching: Matching) -> float:
    """How many claims both rest on, where the kind is the same.

    The same statements count a little where no claim of the reported finding is one of the gold's claims at all.
    """
    if one.kind is not gold.kind:
        return 0.0
    known = {matching.gold[claim] for claim in one.claims if claim in matching.gold}
    if known:
        return float(len(known & set(gold.claims)))
    return 0.5 if set(one.statements) == set(gold.statements) else 0.0


def _reported_finding(miss: NearMiss, beyond: Sequence[Finding], matching: Matching) -> bool:
    """Whether a finding that serves for none of the gold is of the kind and rests on two of the claims, or on all."""
    wanted = set(miss.claims)
    return any(
        one.kind is miss.kind
        and len(wanted & {matching.gold.get(claim) for claim in one.claims}) >= min(2, len(wanted))
        for one in beyond
    )


def _reported_change(miss: NearMiss, changes: Sequence[Change], matching: Matching) -> bool:
    """Whether a change with this headline stands between two of the claims, or has the only one as an end."""
    wanted = set(miss.claims)
    return any(
        change.kind is miss.kind
        and len(wanted & {matching.gold.get(end) for end in (change.earlier, change.later) if end})
        >= min(2, len(wanted))
        for change in changes
    )


def _quoted(incident: GoldIncident, claims: Sequence[str]) -> str:
    return " / ".join(repr(incident.claims[claim].text) for claim in claims)


def _told(comparison: Comparison, one: Finding) -> str:
    return " / ".join(repr(comparison.claim(claim).text) for claim in one.claims) or one.explanation
