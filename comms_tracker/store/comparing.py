"""Makes the run that a write stores: the incident compared with every decision, and the edits of its sources found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from comms_tracker.clock import now
from comms_tracker.decisions import Decision
from comms_tracker.encoder import PhraseVectors
from comms_tracker.records import Claim, Comparison, Statement
from comms_tracker.store.edits import edit_findings
from comms_tracker.store.planning import Plan
from comms_tracker.store.records import Cause
from comms_tracker.store.runs import Errand, Run
from comms_tracker.store.vectors import Encoder, StoredVectors, keep_meanings

if TYPE_CHECKING:
    from sqlite_utils import Database

Compare = Callable[[Sequence[Statement], StoredVectors, Sequence[Decision]], Comparison]


class Comparer:
    """Compares with ``compare``, or where it is None with the program's own, whose claims all get a vector.

    A ``compare`` that is given keeps the vectors that it asks for.
    """

    def __init__(self, compare: Compare | None, encoder: Encoder) -> None:
        self._compare = compare
        self._encoder = encoder

    def run(self, db: Database, incident: str, plan: Plan, errand: Errand) -> Run:
        """The plan's statements compared with the decisions that rule."""
        vectors = StoredVectors(db, self._encoder)
        started = now()
        statements = [version.statement for version in plan.current]
        comparison = self._comparing(errand.cause)(statements, vectors, errand.ruling)
        edits = edit_findings(db, incident, plan, errand.ruling)
        comparison = replace(comparison, findings=(*comparison.findings, *edits))
        return Run(errand, comparison, started, now(), None if errand.cause is Cause.DECIDE else vectors)

    def _comparing(self, cause: Cause) -> Compare:
        if self._compare is not None:
            return self._compare
        if cause is not Cause.DECIDE:
            return compared_with_meanings
        from comms_tracker.comparison import compare

        return compare


def compared_with_meanings(
    statements: Sequence[Statement],
    vectors: PhraseVectors,
    decisions: Sequence[Decision],
    known: Mapping[str, tuple[Claim, ...]] | None = None,
) -> Comparison:
    """The comparison as :func:`comms_tracker.comparison.compare` makes it, after which ``vectors`` has every claim's.

    They are asked for before it, all at once: the comparison asks for a few at a time, which takes the encoder longer.
    """
    from comms_tracker.claims import extract_claims
    from comms_tracker.comparison import compare

    if known is None:
        known = dict(zip((each.id for each in statements), extract_claims(statements), strict=True))
    if not decisions:
        keep_meanings(vectors, [claim for claims in known.values() for claim in claims])
    comparison = compare(statements, vectors, decisions, known)
    keep_meanings(vectors, comparison.claims)
    return comparison
