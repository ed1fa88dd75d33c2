"""Reads records out of the store; every function takes an open database and asks one kind of question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from comms_tracker.records import Claim, Comparison, ProducedBy, Series, Statement
from comms_tracker.store.planning import Version
from comms_tracker.store.records import IncidentSummary
from comms_tracker.store.rows import change_of, claim_of, figure_of, finding_of, measure_of, strings
from comms_tracker.store.statement_rows import statement_of

if TYPE_CHECKING:
    from sqlite_utils import Database

IN_ORDER = "SELECT * FROM {table} WHERE incident = ? ORDER BY position"


def incident_names(db: Database) -> tuple[str, ...]:
    """The names of all incidents, in order of their letters."""
    return tuple(row["id"] for row in db.query("SELECT id FROM incidents ORDER BY id"))


def holds(db: Database, incident: str) -> bool:
    """Whether there is an incident of this name."""
    return any(True for _ in db.query("SELECT id FROM incidents WHERE id = ?", [incident]))


def incidents(db: Database, at_most: int | None, offset: int) -> tuple[IncidentSummary, ...]:
    """One summary for each incident, the one with the newest last statement first; at most so many after an offset."""
    rows = db.query(
        "SELECT * FROM incidents ORDER BY last_moment DESC, id LIMIT ? OFFSET ?",
        [-1 if at_most is None else at_most, offset],
    )
    return tuple(map(_summary, rows))


def summary(db: Database, incident: str) -> IncidentSummary | None:
    """The summary of one incident; None where there is no such incident."""
    return next((_summary(row) for row in db.query("SELECT * FROM incidents WHERE id = ?", [incident])), None)


def statements(db: Database, incident: str) -> tuple[Statement, ...]:
    """The incident's statements as they read now, in order of time; empty where there is no such incident."""
    return tuple(version.statement for version in current_versions(db, incident))


def current_versions(db: Database, incident: str) -> tuple[Version, ...]:
    """The incident's statements as they read now, in order of time, with the number of their version."""
    return tuple(Version(row["version"], statement_of(row)) for row in _in_order(db, "statements", incident))


def replaced_versions(db: Database, incident: str, statement_id: str) -> tuple[Version, ...]:
    """The versions of a statement that later ones replaced, oldest first."""
    rows = db.query(
        "SELECT * FROM statement_versions WHERE incident = ? AND id = ? ORDER BY version", [incident, statement_id]
    )
    return tuple(Version(row["version"], statement_of(row)) for row in rows)


def all_replaced(db: Database, at_most: int) -> tuple[Statement, ...]:
    """The versions of all incidents' statements that later ones replaced, at most so many."""
    rows = db.query("SELECT * FROM statement_versions ORDER BY incident, id, version LIMIT ?", [at_most])
    return tuple(statement_of(row) for row in rows)


def comparison(db: Database, incident: str) -> Comparison | None:
    """The comparison as it was made, equal in every field; ``None`` where there is no such incident."""
    # One transaction, so that a writer cannot come between two of its questions.
    with db.atomic():
        head = next(iter(db.query("SELECT * FROM incidents WHERE id = ?", [incident])), None)
        if head is None:
            return None
        return Comparison(
            incident=incident,
            produced_by=ProducedBy(head["version"], head["model_sha256"], head["lexicon_sha256"]),
            statements=statements(db, incident),
            claims=_claims(db, incident),
            series=_series(db, incident),
            changes=tuple(change_of(row) for row in _in_order(db, "changes", incident)),
            findings=tuple(finding_of(row) for row in _in_order(db, "findings", incident)),
            notes=strings(head["notes"]),
        )


def _in_order(db: Database, table: str, incident: str) -> Iterator[dict[str, Any]]:
    return iter(db.query(IN_ORDER.format(table=table), [incident]))


def _claims(db: Database, incident: str) -> tuple[Claim, ...]:
    figures = {row["claim"]: figure_of(row) for row in db.query("SELECT * FROM figures WHERE incident = ?", [incident])}
    return tuple(claim_of(row, figures.get(row["id"])) for row in _in_order(db, "claims", incident))


def _series(db: Database, incident: str) -> tuple[Series, ...]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in db.query(
        "SELECT series, claim FROM series_claims WHERE incident = ? ORDER BY series, position", [incident]
    ):
        members[row["series"]].append(row["claim"])
    return tuple(
        Series(row["id"], measure_of(row), tuple(members[row["id"]])) for row in _in_order(db, "series", incident)
    )


def _summary(row: dict[str, Any]) -> IncidentSummary:
    organisations = strings(row["organisations"])
    return IncidentSummary(
        incident=row["id"],
        organisation=", ".join(organisations) or None,
        organisations=organisations,
        statements=row["statements"],
        first_issued=row["first_issued"],
        last_issued=row["last_issued"],
        changes=row["changes"],
        headline=row["headline"],
    )
