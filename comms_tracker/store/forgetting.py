"""A lawful deletion: a statement gone from every table and from the file's own bytes; its hash and the reason stay."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.decisions import Decision
from comms_tracker.store.full_text import index_words
from comms_tracker.store.planning import Plan, Version
from comms_tracker.store.records import AddResult, Forgetting

if TYPE_CHECKING:
    from sqlite_utils import Database

OF_AN_INCIDENT = (
    *("row_hashes", "statement_sources", "earlier_readings", "decided_figures", "decided_words", "decisions"),
    *("findings", "changes", "series_claims", "series", "figures", "claims"),
    *("statements", "statement_versions", "incident_phrases", "runs"),
)
"""The tables with rows of an incident, those that refer to others first."""


def plan_forget(basis: Sequence[Version], statement: str) -> Plan:
    """The incident after the statement is gone."""
    left = tuple(version for version in basis if version.statement.id != statement)
    return Plan(basis=tuple(basis), current=left, replaced=(), result=AddResult())


def decisions_about(decisions: Sequence[Decision], statement: str) -> tuple[str, ...]:
    """The ids of the decisions that quote the statement or are about it, and of those that undo one of them."""
    about = {
        each.id for each in decisions if statement in (*each.statements, *(words.statement for words in each.words))
    }
    return tuple(each.id for each in decisions if each.id in about or each.undoes in about)


def remove_traces(db: Database, incident: str, statement: str, decided: Sequence[str], told: Forgetting) -> None:
    """Takes the statement out of every table but those of the current reading, and keeps its hashes and the reason.

    Call it in the transaction of the new reading, before that is written.
    """
    key = {"incident": incident, "statement": statement}
    db.execute(
        "INSERT OR IGNORE INTO forgotten (incident, statement, version, text_sha256, reason, made_by, made_at) "
        "SELECT incident, id, version, sha256, :reason, :by, :at FROM statements "
        "WHERE incident = :incident AND id = :statement "
        "UNION ALL SELECT incident, id, version, sha256, :reason, :by, :at FROM statement_versions "
        "WHERE incident = :incident AND id = :statement",
        {**key, "reason": told.reason, "by": told.by, "at": told.at},
    )
    db.execute("DELETE FROM statement_versions WHERE incident = :incident AND id = :statement", key)
    # A change or finding of an earlier reading may quote the statement.
    db.execute(
        "DELETE FROM earlier_readings WHERE incident = :incident AND (statement = :statement OR subject != 'claim')",
        key,
    )
    for table, column in (("decided_figures", "decision"), ("decided_words", "decision"), ("decisions", "id")):
        # An undoing refers to what it undoes, so the later one goes first.
        for decision in reversed(decided):
            db.execute(f"DELETE FROM {table} WHERE incident = ? AND {column} = ?", [incident, decision])
    renumber(db, incident)


def renumber(db: Database, incident: str) -> None:
    """Closes the gaps that removed decisions left in the order of making."""
    rows = db.query("SELECT id, position FROM decisions WHERE incident = ? ORDER BY position", [incident])
    for position, row in enumerate(list(rows), start=1):
        if row["position"] != position:
            db.execute(
                "UPDATE decisions SET position = ? WHERE incident = ? AND id = ?", [position, incident, row["id"]]
            )


def remove_incident(db: Database, incident: str) -> None:
    """Takes an incident that has no statement left out of every table."""
    for table in OF_AN_INCIDENT:
        db.execute(f"DELETE FROM {table} WHERE incident = ?", [incident])
    db.execute("DELETE FROM incidents WHERE id = ?", [incident])
    db.execute(
        "DELETE FROM phrase_vectors WHERE NOT EXISTS (SELECT 1 FROM incident_phrases AS i "
        "WHERE i.model_sha256 = phrase_vectors.model_sha256 AND i.phrase = phrase_vectors.phrase)"
    )


def scrub(db: Database) -> bool:
    """Rewrites the file and its full text without what was deleted, and empties its log.

    False where somebody else has it open.
    """
    try:
        db.execute("VACUUM")
        # After it, not before: VACUUM may give rows other rowids, and the full text points at those.
        index_words(db)
        db.execute("VACUUM")
        busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    return int(busy) == 0


def copies_beside(path: Path) -> tuple[Path, ...]:
    """The copies that were made before a migration, which still hold what was forgotten."""
    return tuple(sorted(path.parent.glob(f"{path.name}.schema-*")))
