"""What happened step by step from one statement to a later one, so that nothing between the two is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from comms_tracker.app.views.pair import Chain
from comms_tracker.records import ChangeKind, Comparison, ReviewStatus, Statement
from comms_tracker.report import words
from comms_tracker.report.change_view import change_view


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
        if change.kind is ChangeKind.UNCHANGED or change.status is ReviewStatus.REJECTED:
            continue
        into = places[change.later] if change.later else None
        out_of = places[change.earlier] if change.earlier else None
        if into == later.id or (into is None and out_of == earlier.id):
            view = change_view(comparison, change, brief=True)
            told.append(f"{view.heading}. {view.kind_words}; {words.STATUS[change.status]}.")
    return tuple(told)


def name(statement: Statement) -> str:
    """A statement in a line: its day, and its title or channel."""
    about = statement.title or statement.channel
    day = words.moment_words(statement.issued) if statement.issued else statement.id
    return f"{day}: {about}" if about else day
