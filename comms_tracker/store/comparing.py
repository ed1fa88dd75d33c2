"""Makes the run that a write stores: the incident compared with every decision, and the edits of its sources found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from comms_tracker.decisions import Decision
from comms_tracker.records import Comparison, Statement
from comms_tracker.store.edits import edit_findings
from comms_tracker.store.planning import Plan
from comms_tracker.store.records import Cause
from comms_tracker.store.vectors import Encoder, StoredVectors, keep_meanings
from comms_tracker.store.writing import Run

if TYPE_CHECKING:
    from sqlite_utils import Database

Compare = Callable[[Sequence[Statement], StoredVectors, Sequence[Decision]], Comparison]


class Comparer:
    """Compares with ``compare``, or with :func:`comms_tracker.comparison.compare` where it is None.

    The latter's claims all get a vector; one that is given keeps the vectors that it asks for.
    """

    def __init__(self, compare: Compare | None, encoder: Encoder) -> None:
        self._compare = compare
        self._encoder = encoder

    def run(
        self,
        db: Database,
        incident: str,
        plan: Plan,
        decided: tuple[Decision, ...],
        cause: Cause,
        *,
        new: Decision | None = None,
        former: Comparison | None = None,
    ) -> Run:
        """The plan's statements compared with all decisions, ``new`` among them."""
        vectors = StoredVectors(db, self._encoder)
        started = now()
        ruling = decided if new is None else (*decided, new)
        comparison = self._comparing()([version.statement for version in plan.current], vectors, ruling)
        if self._compare is None and cause is not Cause.DECIDE:
            keep_meanings(vectors, comparison.claims)
        edits = edit_findings(db, incident, plan, ruling)
        comparison = replace(comparison, findings=(*comparison.findings, *edits))
        kept = None if cause is Cause.DECIDE else vectors
        return Run(comparison, started, now(), cause, decided, new, kept, former)

    def _comparing(self) -> Compare:
        if self._compare is not None:
            return self._compare
        from comms_tracker.comparison import compare

        return compare


def now() -> str:
    """The present moment as an ISO time in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
