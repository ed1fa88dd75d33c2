"""From aligned claims to changes and findings: what changed, how, how sure that is, and why, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from comms_tracker.changes.absences import absences
from comms_tracker.changes.explain import explain
from comms_tracker.changes.findings import find_all
from comms_tracker.changes.judge import Verdict, judge
from comms_tracker.changes.order import in_reader_order
from comms_tracker.changes.pair import Pair, pair_of
from comms_tracker.changes.totals import is_their_sum
from comms_tracker.records import Change, ChangeKind, Claim, Finding, StatedBasis, Statement, short_id

if TYPE_CHECKING:
    from comms_tracker.alignment.records import Alignment, Link

FIRMNESS = frozenset({ChangeKind.SOFTENED, ChangeKind.STRENGTHENED})


def describe_changes(
    statements: Sequence[Statement], claims: Iterable[Claim] | Iterable[Sequence[Claim]], alignment: Alignment
) -> tuple[Change, ...]:
    """The changes of one incident in the order in which a reader should see them.

    ``claims`` are all claims of the statements, flat or one sequence a statement. One change for each link of the
    alignment, and one for each claim added or dropped. A change's ``confidence`` is the link's confidence times how
    clear the kind is: 0.95 for two numbers, less for vague words, commitment and scope (see ``judge``).
    """
    by_id = {claim.id: claim for claim in _flat(claims)}
    by_statement = {statement.id: statement for statement in statements}
    linked = [
        _change(link, by_id, by_statement) for link in alignment.links if link.earlier in by_id and link.later in by_id
    ]
    return in_reader_order([*linked, *absences(statements, by_id, alignment)], by_id)


def find(
    statements: Sequence[Statement], claims: Iterable[Claim] | Iterable[Sequence[Claim]], alignment: Alignment
) -> tuple[Finding, ...]:
    """What is worth a look and is no change between statements, each with the sum shown; near misses stay silent."""
    return find_all(statements, tuple(_flat(claims)), alignment)


def _change(link: Link, claims: Mapping[str, Claim], statements: Mapping[str, Statement]) -> Change:
    earlier, later = claims[link.earlier], claims[link.later]
    beside = [claim for claim in claims.values() if claim.statement == later.statement]
    then, now = statements[earlier.statement], statements[later.statement]
    pair = pair_of(
        earlier,
        later,
        (then.text, now.text),
        link_confidence=link.confidence,
        same_time=_day(earlier, then) is not None and _day(earlier, then) == _day(later, now),
        beside=beside,
        is_sum=is_their_sum(earlier, later, claims.values()),
    )
    verdict = judge(pair)
    return Change(
        id=short_id("change", earlier.id, later.id),
        kind=verdict.kind,
        also=verdict.also,
        earlier=earlier.id,
        later=later.id,
        relation=verdict.relation,
        stated_basis=_basis(pair, verdict),
        direction=verdict.direction,
        ratio=verdict.ratio,
        confidence=round(link.confidence * verdict.clarity, 3),
        explanation=explain(pair, verdict, beside),
        evidence_for=link.evidence_for,
        evidence_against=link.evidence_against,
    )


def _basis(pair: Pair, verdict: Verdict) -> StatedBasis | None:
    """What the later words say about the change; those that only date what is said say nothing of how firmly it is."""
    if pair.stated is None or verdict.kind is ChangeKind.UNCHANGED:
        return None
    dated = pair.stated.basis is StatedBasis.UPDATE and verdict.kind in FIRMNESS
    return None if dated else pair.stated.basis


def _day(claim: Claim, statement: Statement) -> str | None:
    """The day that the claim speaks of: its own as-of date, else the statement's; ``None`` where neither is known."""
    day = claim.as_of or statement.issued
    return day[:10] if day else None


def _flat(claims: Iterable[Claim] | Iterable[Sequence[Claim]]) -> Iterable[Claim]:
    for item in claims:
        if isinstance(item, Claim):
            yield item
        else:
            yield from item
