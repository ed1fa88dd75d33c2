"""The draft against the claims of a series before its current one: what it departs from, and what it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comms_tracker.alignment.align import link
from comms_tracker.alignment.records import Alignment, Link
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.auditing.records import FAILING, Said, kinds_of
from comms_tracker.changes import describe_changes
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Change, ChangeKind, Claim, Comparison


@dataclass(frozen=True, slots=True)
class Older:
    """Changes to the draft from claims before the current one of their series.

    ``open`` still stand: no statement in between has departed from them. ``settled`` do not. ``agreeing`` holds, by
    the id of the draft's claim, earlier claims that say what it says.
    """

    open: tuple[Change, ...]
    settled: tuple[Change, ...]
    agreeing: dict[str, tuple[Said, ...]]


def earlier_departures(comparison: Comparison, draft: str, to_draft: Sequence[Change], vectors: PhraseVectors) -> Older:
    """What the draft contradicts, retracts or revises of each series beyond the claim that ``to_draft`` starts from."""
    claims = {claim.id: claim for claim in comparison.claims}
    scorer = Scorer(comparison.claims, vectors)
    compared = {change.later: change.earlier for change in to_draft}
    unsettled: list[Change] = []
    settled: list[Change] = []
    agreeing: dict[str, tuple[Said, ...]] = {}
    for series in comparison.series:
        members = [claims[claim] for claim in series.claims]
        before = [claim for claim in members if claim.statement != draft and not claim.restated]
        for claim in members:
            if claim.statement != draft or claim.restated:
                continue
            older = [one for one in before if one.id != compared.get(claim.id)]
            changes = _described(comparison, [_link(scorer, one, claim) for one in older])
            same = [claims[one.earlier or ""] for one in changes if one.kind is ChangeKind.UNCHANGED]
            agreeing[claim.id] = tuple(Said(one, comparison.statement(one.statement)) for one in same)
            for change in changes:
                if kinds_of(change) & FAILING:
                    moved_on = _departed_from(comparison, scorer, claims[change.earlier or ""], before)
                    (settled if moved_on else unsettled).append(change)
    return Older(tuple(unsettled), tuple(settled), agreeing)


def _departed_from(comparison: Comparison, scorer: Scorer, claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether a later claim of the series, before the draft, has contradicted, retracted or revised this one."""
    later = before[before.index(claim) + 1 :]
    changes = _described(comparison, [_link(scorer, claim, one) for one in later])
    return any(kinds_of(change) & FAILING for change in changes)


def _link(scorer: Scorer, earlier: Claim, later: Claim) -> Link:
    return link(scorer, earlier, later, scorer.probability(earlier, later))


def _described(comparison: Comparison, links: Iterable[Link]) -> tuple[Change, ...]:
    alignment = Alignment((), tuple(links), (), {}, (), ())
    return describe_changes(comparison.statements, comparison.claims, alignment)
