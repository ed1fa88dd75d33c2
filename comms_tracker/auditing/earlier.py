"""The draft against the claims of a series before its current one: what it departs from, and what it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from comms_tracker.alignment.align import link
from comms_tracker.alignment.records import Alignment
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.auditing.records import FAILING, Said, kinds_of
from comms_tracker.changes import describe_changes
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Change, ChangeKind, Claim, Comparison

K = ChangeKind


class Standing(StrEnum):
    """What became of an earlier claim before the draft."""

    OPEN = "open"
    REPEATED = "repeated"
    MOVED_ON = "moved_on"


@dataclass(slots=True)
class Older:
    """Departures of the draft from claims before the current one of their series.

    ``open`` still stand: no statement since then has repeated or departed from them. ``repeated`` are those that the
    current claim says again, so that its own departure tells of them. From ``moved_on`` a statement has departed since
    then. ``agreeing`` holds, by the id of the draft's claim, earlier claims that say what it says.
    """

    open: list[Change] = field(default_factory=list)
    repeated: list[Change] = field(default_factory=list)
    moved_on: list[Change] = field(default_factory=list)
    agreeing: dict[str, tuple[Said, ...]] = field(default_factory=dict)


def earlier_departures(comparison: Comparison, draft: str, to_draft: Sequence[Change], vectors: PhraseVectors) -> Older:
    """What the draft contradicts, retracts or revises of each series beyond the claim that ``to_draft`` starts from."""
    claims = {claim.id: claim for claim in comparison.claims}
    judge = _Judge(comparison, Scorer(comparison.claims, vectors))
    compared = {change.later: change.earlier for change in to_draft}
    older = Older()
    for series in comparison.series:
        members = [claims[claim] for claim in series.claims if not claims[claim].restated]
        before = [claim for claim in members if claim.statement != draft]
        for claim in members:
            if claim.statement != draft:
                continue
            changes = judge.changes([(one, claim) for one in before if one.id != compared.get(claim.id)])
            same = [claims[one.earlier or ""] for one in changes if one.kind is K.UNCHANGED]
            older.agreeing[claim.id] = tuple(Said(one, comparison.statement(one.statement)) for one in same)
            places = {Standing.OPEN: older.open, Standing.REPEATED: older.repeated, Standing.MOVED_ON: older.moved_on}
            for change in changes:
                if kinds_of(change) & FAILING:
                    places[judge.standing(claims[change.earlier or ""], before)].append(change)
    return older


@dataclass(frozen=True, slots=True)
class _Judge:
    """Describes changes between claims of one comparison that are not neighbours."""

    comparison: Comparison
    scorer: Scorer
    known: dict[str, Standing] = field(default_factory=dict)

    def changes(self, pairs: Iterable[tuple[Claim, Claim]]) -> tuple[Change, ...]:
        links = [link(self.scorer, one, other, self.scorer.probability(one, other)) for one, other in pairs]
        alignment = Alignment((), tuple(links), (), {}, (), ())
        return describe_changes(self.comparison.statements, self.comparison.claims, alignment)

    def standing(self, claim: Claim, before: Sequence[Claim]) -> Standing:
        """Whether later claims of the series, before the draft, have departed from this one, or say it again.

        What became of a claim that says the same became of this one, so that a long series is walked through once.
        """
        for place in range(len(before) - 1, before.index(claim) - 1, -1):
            one = before[place]
            if one.id not in self.known:
                self.known[one.id] = self._find_standing(one, before[place + 1 :])
        return self.known[claim.id]

    def _find_standing(self, claim: Claim, since: Sequence[Claim]) -> Standing:
        for one in since:
            (change,) = self.changes([(claim, one)])
            if kinds_of(change) & (FAILING | {K.PROGRESSED}):
                return Standing.MOVED_ON
            if change.kind is K.UNCHANGED:
                return Standing.MOVED_ON if self.known[one.id] is Standing.MOVED_ON else Standing.REPEATED
        return Standing.OPEN
