"""Is everything in a store as it was written? Every row, text, offset, reference and the log are worked out again."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from comms_tracker.store.full_text import full_text_problems
from comms_tracker.store.hashing import digest, entry_hash, row_hashes, stored_hashes
from comms_tracker.store.records import Problem
from comms_tracker.store.rows import strings

if TYPE_CHECKING:
    from sqlite_utils import Database

TEXTS = ("statements", "statement_versions")

SLICES = """
SELECT 'claims' AS place, c.incident AS incident, c.id AS id, c.text AS words, c.start AS start, c."end" AS "end",
    s.text AS text
FROM claims AS c JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
WHERE c.incident = :incident
UNION ALL
SELECT 'figures', f.incident, f.claim, f.text, f.start, f."end", s.text
FROM figures AS f
JOIN claims AS c ON c.incident = f.incident AND c.id = f.claim
JOIN statements AS s ON s.incident = c.incident AND s.id = c.statement
WHERE f.incident = :incident
"""


def verify(db: Database) -> tuple[Problem, ...]:
    """Whatever is not as it was written, the file itself first; empty where all is well."""
    try:
        # One transaction, so that a writer cannot come between two of its questions.
        with db.atomic():
            return tuple(_file(db)) or (*_references(db), *_log(db), *full_text_problems(db), *_sources(db), *_rows(db))
    except (sqlite3.DatabaseError, UnicodeDecodeError, ValueError) as error:
        return (Problem("the file", None, None, f"it is damaged ({error})"),)


def _file(db: Database) -> Iterator[Problem]:
    for (said,) in db.execute("PRAGMA integrity_check").fetchall():
        if said != "ok":
            yield Problem("the file", None, None, f"SQLite says: {said}")


def _references(db: Database) -> Iterator[Problem]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem(
            table, None, None if row is None else f"row {row}", f"it refers to a row of {parent} that is not there"
        )


def _log(db: Database) -> Iterator[Problem]:
    """The chain from the first entry to the last: each one's hash, and that it follows the one before."""
    before, number = None, 0
    for row in db.query("SELECT * FROM log ORDER BY id"):
        number += 1
        name = str(row["id"])
        if entry_hash(row) != row["sha256"]:
            yield Problem("log", row["incident"], name, "the entry is not what was written")
        if row["id"] != number or row["previous_sha256"] != before:
            yield Problem("log", row["incident"], name, "it does not follow the entry before it")
            number = row["id"]
        before = row["sha256"]


def _sources(db: Database) -> Iterator[Problem]:
    """The bytes as received against their hash; they may only be missing where the log says that they went."""
    gone: set[str] = set()
    for row in db.query("SELECT subjects FROM log WHERE entry = 'forgotten'"):
        gone |= set(strings(row["subjects"]))
    for row in db.query("SELECT sha256, bytes, data FROM sources ORDER BY sha256"):
        sha256, data = row["sha256"], row["data"]
        if data is None and sha256 not in gone:
            yield Problem("sources", None, sha256, "its bytes are gone, and the log does not say why")
        elif data is not None and hashlib.sha256(data).hexdigest() != sha256:
            yield Problem("sources", None, sha256, "the bytes are not those that its sha256 is of")
        elif data is not None and len(data) != row["bytes"]:
            yield Problem("sources", None, sha256, "its bytes are not as many as it says")
    for row in db.query(
        "SELECT sha256 FROM sources WHERE NOT EXISTS (SELECT 1 FROM statement_sources WHERE source = sources.sha256)"
    ):
        yield Problem("sources", None, row["sha256"], "no statement came from it")


def _rows(db: Database) -> Iterator[Problem]:
    logged = {row["incident"] for row in db.query("SELECT DISTINCT incident FROM log")}
    present = {row["id"] for row in db.query("SELECT id FROM incidents")}
    for incident in sorted(logged | present):
        yield from _texts(db, incident)
        yield from _slices(db, incident)
        yield from _hashes(db, incident)


def _texts(db: Database, incident: str) -> Iterator[Problem]:
    for table in TEXTS:
        for row in db.query(f"SELECT id, text, sha256 FROM {table} WHERE incident = ?", [incident]):
            if hashlib.sha256(row["text"].encode("utf-8")).hexdigest() != row["sha256"]:
                yield Problem(table, incident, row["id"], "the text is not the one that its sha256 is of")


def _slices(db: Database, incident: str) -> Iterator[Problem]:
    for row in db.query(SLICES, {"incident": incident}):
        if row["text"][row["start"] : row["end"]] != row["words"]:
            yield Problem(row["place"], incident, row["id"], "its words are not those at its place in the statement")


def _hashes(db: Database, incident: str) -> Iterator[Problem]:
    written = stored_hashes(db, incident)
    standing = dict(row_hashes(db, incident))
    for key in sorted(written.keys() | standing.keys()):
        table, name = key
        if key not in standing:
            yield Problem(table, incident, name, "the row is gone")
        elif key not in written:
            yield Problem(table, incident, name, "the row was not written by comms-tracker")
        elif written[key] != standing[key]:
            yield Problem(table, incident, name, "the row is not what was written")
    last = next(
        iter(db.query("SELECT rows_sha256 FROM log WHERE incident = ? ORDER BY id DESC LIMIT 1", [incident])), None
    )
    if last is None:
        yield Problem("log", incident, None, "the log has no entry for this incident")
    elif last["rows_sha256"] != digest(written):
        yield Problem("row_hashes", incident, None, "the hashes of its rows are not those that the log has")
