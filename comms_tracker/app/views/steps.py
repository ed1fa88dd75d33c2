"""Two statements of an incident among the others, and what happened step by step from the one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from comms_tracker.records import Change, Comparison, ReviewStatus, Statement
from comms_tracker.report import words
from comms_tracker.report.change_view import change_view


@dataclass(frozen=True, slots=True)
class Chain:
    """The statements between which a reader moves: the two that are shown, and what lies before, between and after."""

    earlier: Statement
    later: Statement
    between: tuple[Statement, ...]
    before: Statement | None
    after: Statement | None


def chain(comparison: Comparison, earlier: str | None, later: str | None) -> Chain | None:
    """The two wanted statements in order of time, else the last two; None where there are not two.

    One that is not there gives way to the neighbour of the other.
    """
    order = list(comparison.statements)
    if len(order) < 2:
        return None
    places: Mapping[str, int] = {statement.id: place for place, statement in enumerate(order)}
    last = places.get(later or "")
    first = places.get(earlier or "")
    if last is None:
        last = len(order) - 1 if first is None or first == len(order) - 1 else first + 1
    if first is None or first == last:
        first = last - 1 if last > 0 else 1
    first, last = min(first, last), max(first, last)
    return Chain(
        order[first],
        order[last],
        tuple(order[first + 1 : last]),
        order[first - 1] if first > 0 else None,
        order[last + 1] if last + 1 < len(order) else None,
    )


def chain_of(comparison: Comparison, change: Change) -> Chain | None:
    """The two statements of a change, as in :func:`chain`; where it has one side, the other is its neighbour."""
    earlier, later = (comparison.claim(one).statement if one else None for one in (change.earlier, change.later))
    return chain(comparison, earlier, later)


@dataclass(frozen=True, slots=True)
class Step:
    """Two statements that follow one another, and what changed from the one to the other, each in a line of words."""

    earlier: Statement
    later: Statement
    told: tuple[str, ...]


def steps(comparison: Comparison, shown: Chain) -> tuple[Step, ...]:
    """Each step from the earlier statement that is shown to the later one."""
    order = (shown.earlier, *shown.between, shown.later)
    return tuple(Step(one, other, _told(comparison, one, other)) for one, other in pairwise(order))


def _told(comparison: Comparison, earlier: Statement, later: Statement) -> tuple[str, ...]:
    places = {claim.id: claim.statement for claim in comparison.claims}
    told = []
    for change in comparison.changes:
        if change.says_the_same or change.status is ReviewStatus.REJECTED:
            continue
        into = places[change.later] if change.later else None
        out_of = places[change.earlier] if change.earlier else None
        if into == later.id or (into is None and out_of == earlier.id):
            view = change_view(comparison, change, brief=True)
            told.append(f"{view.heading}. {view.kind_words}; {words.STATUS[change.status]}.")
    return tuple(told)
