"""The draft against the claims of a series before its current one: what it departs from, and what it repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from comms_tracker.alignment.links import link
from comms_tracker.alignment.records import Alignment
from comms_tracker.alignment.scoring import Scorer
from comms_tracker.auditing.records import FAILING, kinds_of
from comms_tracker.changes import describe_changes
from comms_tracker.changes.headline import SURE
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Change, ChangeKind, Claim, Comparison, Said

K = ChangeKind
REVISED = frozenset({K.REVISED_UP, K.REVISED_DOWN})


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
    then. By the id of the draft's claim, ``agreeing`` holds earlier claims of its series that say what it says, and
    ``elsewhere`` those of other series that give the figure by which it seems to revise its own series.
    """

    open: list[Change] = field(default_factory=list)
    repeated: list[Change] = field(default_factory=list)
    moved_on: list[Change] = field(default_factory=list)
    agreeing: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    elsewhere: dict[str, tuple[Said, ...]] = field(default_factory=dict)


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
            same = [claims[one.earlier or ""] for one in changes if one.says_the_same]
            older.agreeing[claim.id] = tuple(Said(one, comparison.statement(one.statement)) for one in same)
            places = {Standing.OPEN: older.open, Standing.REPEATED: older.repeated, Standing.MOVED_ON: older.moved_on}
            for change in changes:
                if kinds_of(change) & FAILING:
                    places[judge.standing(claims[change.earlier or ""], before)].append(change)
    for change in (*to_draft, *older.open):
        if kinds_of(change) & REVISED and change.later is not None:
            older.elsewhere[change.later] = judge.given_elsewhere(claims[change.later])
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

    def given_elsewhere(self, claim: Claim) -> tuple[Said, ...]:
        """The claims of other series that give the figure of this one, surely enough for the same measure."""
        statement = self.comparison.statement(claim.statement)
        own = next((series.claims for series in self.comparison.series if claim.id in series.claims), ())
        found = [Said(one, self.comparison.statement(one.statement)) for one in self.comparison.claims]
        others = [
            said.claim
            for said in found
            if said.statement.organisation == statement.organisation and said.statement is not statement
            if said.claim.id not in own and said.claim.speaker == claim.speaker and _same_number(said.claim, claim)
        ]
        same = self.changes([(one, claim) for one in others])
        sure = {change.earlier for change in same if change.says_the_same and change.confidence >= SURE}
        return tuple(said for said in found if said.claim.id in sure)

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
            if change.says_the_same:
                return Standing.MOVED_ON if self.known[one.id] is Standing.MOVED_ON else Standing.REPEATED
        return Standing.OPEN


def _same_number(earlier: Claim, later: Claim) -> bool:
    """Whether both give one number, and the same."""
    then, now = earlier.figure, later.figure
    if then is None or now is None or then.low is None or now.low is None:
        return False
    return (then.low, then.high, then.unit) == (now.low, now.high, now.unit)
