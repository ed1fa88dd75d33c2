"""A hash of each row that a lawyer may ask about, and the log whose entries are chained over them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comms_tracker.errors import StoreError
from comms_tracker.store.records import Entry

if TYPE_CHECKING:
    from sqlite_utils import Database

Key = tuple[str, str]
"""The table of a row, and its primary key without the incident: "c-91ae7df69bfd", or "first 2" of two columns."""

HASHED: Mapping[str, tuple[str, ...]] = {
    "statements": ("id",),
    "statement_versions": ("id", "version"),
    "statement_sources": ("statement", "version"),
    "claims": ("id",),
    "figures": ("claim",),
    "series": ("id",),
    "series_claims": ("series", "position"),
    "changes": ("id",),
    "findings": ("id",),
    "decisions": ("id",),
    "decided_words": ("decision", "position"),
    "decided_figures": ("decision",),
    "earlier_readings": ("run", "subject", "id"),
    "forgotten": ("statement", "version", "text_sha256"),
}
"""The tables whose rows are hashed, each with its primary key without the incident."""

KEPT = (
    *("statements", "statement_versions", "statement_sources", "decisions", "decided_words", "decided_figures"),
    *("earlier_readings", "forgotten"),
)
"""Of these, the tables whose rows no reading makes anew: what somebody else changes in them would stay."""

HASHED_SINCE_8 = ("series", "series_claims", "forgotten")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the log as it is to be written: what happened in an incident, and when (ISO, in UTC)."""

    at: str
    entry: Entry
    incident: str
    subjects: tuple[str, ...]
    version: str


def row_hashes(db: Database, incident: str, tables: Iterable[str] = HASHED) -> Iterator[tuple[Key, str]]:
    """The hash of each row of the incident as it stands, table by table, in the order of their keys."""
    there = set(db.table_names())
    for table in tables:
        columns = HASHED[table]
        if table not in there:
            # A migration hashes what a store of that step has.
            continue
        order = ", ".join(f'"{column}"' for column in columns)
        for row in db.query(f"SELECT * FROM {table} WHERE incident = ? ORDER BY {order}", [incident]):
            yield (table, " ".join(str(row[column]) for column in columns)), row_hash(table, row)


def row_hash(table: str, row: Mapping[str, Any]) -> str:
    """The hash of a row's values by their columns' names; NULL is left out, so that a new column changes none."""
    values = {column: value for column, value in sorted(row.items()) if value is not None}
    return _sha256([table, values])


def stored_hashes(db: Database, incident: str) -> dict[Key, str]:
    """The hashes that were written with the incident's rows."""
    found = db.query("SELECT kind, id, sha256 FROM row_hashes WHERE incident = ? ORDER BY kind, id", [incident])
    return {(row["kind"], row["id"]): row["sha256"] for row in found}


def digest(hashes: Mapping[Key, str]) -> str:
    """One hash over the hashes of an incident's rows."""
    return _sha256([[*key, hashes[key]] for key in sorted(hashes)])


def log_head(db: Database) -> str:
    """The hash of the last entry of a store's log, which stands for the whole log; empty where there is none."""
    last = _last_entry(db)
    return "" if last is None else str(last["sha256"])


def _last_entry(db: Database) -> dict[str, Any] | None:
    return next(iter(db.query("SELECT id, sha256 FROM log WHERE id = (SELECT max(id) FROM log)")), None)


def write_log(db: Database, entry: LogEntry) -> None:
    """Hashes the incident's rows as they stand and adds the entry to the log; call it last in a transaction."""
    _write(db, entry, dict(row_hashes(db, entry.incident)))


def refuse_changed(db: Database, incident: str, tables: Collection[str] = KEPT) -> None:
    """Raises StoreError where a row of ``tables`` was changed since it was written.

    Call it first in a transaction, with the tables whose rows stay as they are: what is written next would give them
    hashes of their own, and nobody would know. By default they are those that no new reading makes anew.
    """
    for table, name in changed_rows(db, incident, tables):
        again = "put back a copy of the store" if table in KEPT else "read the texts again with comms-tracker reprocess"
        raise StoreError(
            f"Cannot write to {incident}: {name} in {table} is not as it was written. Nothing was changed. "
            f"Look at comms-tracker verify, and {again}."
        )


def changed_rows(db: Database, incident: str, tables: Collection[str]) -> Iterator[Key]:
    """The rows of ``tables`` that were changed, added or deleted since the incident was written."""
    written = {key: value for key, value in stored_hashes(db, incident).items() if key[0] in tables}
    standing = dict(row_hashes(db, incident, tables))
    yield from (key for key in sorted(written.keys() | standing.keys()) if written.get(key) != standing.get(key))


def _write(db: Database, entry: LogEntry, hashes: Mapping[Key, str]) -> None:
    db.execute("DELETE FROM row_hashes WHERE incident = ?", [entry.incident])
    db.table("row_hashes").insert_all(
        {"incident": entry.incident, "kind": kind, "id": name, "sha256": value}
        for (kind, name), value in hashes.items()
    )
    last = _last_entry(db)
    row = {
        "id": 1 if last is None else last["id"] + 1,
        "at": entry.at,
        "entry": entry.entry.value,
        "incident": entry.incident,
        "subjects": json.dumps(entry.subjects, ensure_ascii=False),
        "version": entry.version,
        "rows_sha256": digest(hashes),
        "previous_sha256": None if last is None else last["sha256"],
    }
    db.table("log").insert({**row, "sha256": entry_hash(row)})


def entry_hash(row: Mapping[str, Any]) -> str:
    """The hash of a row of the log, its own hash apart; that of the entry before it is part of it."""
    return _sha256({column: value for column, value in sorted(row.items()) if column != "sha256"})


def log_what_there_is(db: Database, at: str, version: str) -> None:
    """Hashes every incident of a store that had no log, with an entry that says so."""
    for row in list(db.query("SELECT id FROM incidents ORDER BY id")):
        found = db.query("SELECT id FROM statements WHERE incident = ? ORDER BY position", [row["id"]])
        subjects = tuple(statement["id"] for statement in found)
        write_log(db, LogEntry(at, Entry.MIGRATED, row["id"], subjects, version))


def log_more_rows(db: Database, at: str, version: str) -> None:
    """Hashes the rows of the tables that had no hashes before schema 8, with an entry that says so.

    The others keep the hashes that they had, so that what was changed in them is still found.
    """
    names = [row["incident"] for row in db.query("SELECT DISTINCT incident FROM log ORDER BY incident")]
    for incident in names:
        more = dict(row_hashes(db, incident, HASHED_SINCE_8))
        if more:
            entry = LogEntry(at, Entry.MIGRATED, incident, (), version)
            _write(db, entry, {**stored_hashes(db, incident), **more})


def _sha256(plain: Mapping[str, Any] | Sequence[Any]) -> str:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
