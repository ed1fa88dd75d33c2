"""What was lawfully deleted, by its rows: it is kept from coming back, here and where another store brings it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from comms_tracker import __version__
from comms_tracker.errors import StoreError
from comms_tracker.records import Statement
from comms_tracker.store.hashing import HASHED, LogEntry, refuse_changed, write_log
from comms_tracker.store.records import Entry

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Gone:
    """A version of a statement that was lawfully deleted, as its row says: the hash of its text, why, who and when."""

    incident: str
    statement: str
    version: int
    text_sha256: str
    reason: str
    made_by: str
    made_at: str


def gone(db: Database) -> tuple[Gone, ...]:
    """Whatever was lawfully deleted from a store, incident by incident."""
    return tuple(
        Gone(**row) for row in db.query("SELECT * FROM forgotten ORDER BY incident, statement, version, text_sha256")
    )


def forgotten_texts(db: Database, incident: str) -> set[tuple[str, str]]:
    """The statement and the SHA-256 of each text of an incident that was forgotten."""
    found = db.query("SELECT statement, text_sha256 FROM forgotten WHERE incident = ?", [incident])
    return {(row["statement"], row["text_sha256"]) for row in found}


def refuse_forgotten(db: Database, incident: str, given: Sequence[Statement]) -> None:
    """Raises StoreError where a given text is one that was forgotten."""
    for statement in given:
        rows = db.query(
            "SELECT * FROM forgotten WHERE incident = ? AND statement = ? AND text_sha256 = ? ORDER BY version",
            [incident, statement.id, statement.sha256],
        )
        for row in rows:
            raise StoreError(
                f"Cannot store {statement.id}: this text of it was forgotten on {row['made_at'][:10]} "
                f"({row['reason']}). Nothing was stored. Leave it out, or give it another id."
            )


def take_gone(db: Database, rows: Sequence[Gone]) -> tuple[str, ...]:
    """Keeps what another store forgot from being added here; a note for each text that is here, and stays.

    ``rows`` come incident by incident. Call it in a transaction that writes. Raises StoreError where a row of an
    incident to be written to is not as it was written.
    """
    held = [row for row in rows if _holds(db, row)]
    known = set(map(_key, gone(db)))
    new = [row for row in rows if row not in held and _key(row) not in known]
    for incident, group in groupby(new, key=lambda row: row.incident):
        refuse_changed(db, incident, HASHED)
        of_one = list(group)
        db.table("forgotten").insert_all(asdict(row) for row in of_one)
        subjects = tuple(dict.fromkeys(row.statement for row in of_one))
        write_log(db, LogEntry(of_one[-1].made_at, Entry.FORGOTTEN, incident, subjects, __version__))
    return tuple(
        f"{row.statement} of {row.incident} was forgotten there ({row.reason}) and is still here. "
        f"To delete it: comms-tracker forget {row.statement} --incident {row.incident}"
        for row in held
    )


def _key(row: Gone) -> tuple[str, str, int, str]:
    return row.incident, row.statement, row.version, row.text_sha256


def _holds(db: Database, row: Gone) -> bool:
    found = db.execute(
        "SELECT 1 FROM statements WHERE incident = :incident AND id = :statement AND sha256 = :sha256 UNION ALL "
        "SELECT 1 FROM statement_versions WHERE incident = :incident AND id = :statement AND sha256 = :sha256",
        {"incident": row.incident, "statement": row.statement, "sha256": row.text_sha256},
    )
    return found.fetchone() is not None
