"""The schema, as numbered steps forward: a store of any earlier version becomes a present one.

Rules for whoever adds a step: never edit one that was released; write the values of a closed set out in full, so
that a store made today and one brought forward are the same (a test compares them with the enums); end the step
with the next ``user_version``, by which a newer store is known and refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from comms_tracker import __version__
from comms_tracker.clock import now
from comms_tracker.store.hashing import log_more_rows, log_what_there_is
from comms_tracker.store.planning import moment
from comms_tracker.store.schema_decisions import DECISIONS
from comms_tracker.store.schema_explained import HISTORY, METADATA, OF_AN_INCIDENT, READABLE, REFER_TO_INCIDENTS
from comms_tracker.store.schema_first import READINGS, RUNS_AND_VECTORS, STATEMENTS
from comms_tracker.store.schema_forgotten import FORGOTTEN
from comms_tracker.store.schema_labels import labels
from comms_tracker.store.schema_log import LOG
from comms_tracker.store.schema_quoted import QUOTED
from comms_tracker.store.schema_received import MORE_CAUSES, MORE_ENTRIES, RECEIVED
from comms_tracker.store.schema_search import SEARCH
from comms_tracker.store.schema_views import FIRST_VIEWS

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x434F4D54
"""Marks the file as a comms-tracker store in its header: the letters COMT."""

SCHEMA_VERSION = 10
"""The number of the last step below; a store with a greater one was made by a newer comms-tracker."""

MIGRATIONS = Migrations("comms-tracker")


@MIGRATIONS(name="0001_what_was_said_and_how_it_was_read")
def what_was_said_and_how_it_was_read(db: Database) -> None:
    """Statements with the versions they replaced, one current reading of each incident, runs and phrase vectors."""
    db.executescript(STATEMENTS)
    db.executescript(READINGS)
    db.executescript(RUNS_AND_VECTORS)
    db.executescript(FIRST_VIEWS)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@MIGRATIONS(name="0002_what_people_decided")
def what_people_decided(db: Database) -> None:
    """Decisions with the words that they are about, which run they led to, and findings that were seen."""
    db.executescript(DECISIONS)
    db.execute("PRAGMA user_version = 2")


@MIGRATIONS(name="0003_the_log_and_a_hash_of_each_row")
def the_log_and_a_hash_of_each_row(db: Database) -> None:
    """A log that is only ever added to, and a hash of each row; what was there before is hashed as it stands."""
    db.executescript(LOG)
    log_what_there_is(db, now(), __version__)
    db.execute("PRAGMA user_version = 3")


@MIGRATIONS(name="0004_what_was_forgotten")
def what_was_forgotten(db: Database) -> None:
    """The hashes of what was lawfully deleted, with the reason."""
    db.executescript(FORGOTTEN)
    db.execute("PRAGMA user_version = 4")


@MIGRATIONS(name="0005_a_file_that_explains_itself")
def a_file_that_explains_itself(db: Database) -> None:
    """What the file is and how to cite it, views for people, and history that says which columns changed."""
    db.executescript(METADATA)
    _rewrite_declarations(db, REFER_TO_INCIDENTS, OF_AN_INCIDENT)
    db.executescript(READABLE)
    db.executescript(HISTORY)
    db.execute("PRAGMA user_version = 5")


@MIGRATIONS(name="0006_what_came_in")
def what_came_in(db: Database) -> None:
    """Sources byte for byte, incidents by the moment of their last statement, and what else the log may say."""
    db.executescript(RECEIVED)
    for row in list(db.query("SELECT id, last_issued FROM incidents")):
        db.execute("UPDATE incidents SET last_moment = ? WHERE id = ?", [moment(row["last_issued"]), row["id"]])
    _rewrite_declarations(db, MORE_ENTRIES, ["log"])
    _rewrite_declarations(db, MORE_CAUSES, ["runs"])
    db.execute("PRAGMA user_version = 6")


@MIGRATIONS(name="0007_words_found")
def words_found(db: Database) -> None:
    """Full text over statements and claims, and what else a search asks by."""
    db.executescript(SEARCH)
    db.execute("PRAGMA user_version = 7")


@MIGRATIONS(name="0008_words_between_marks_and_more_hashes")
def words_between_marks_and_more_hashes(db: Database) -> None:
    """Which words of an article's statement stood between marks, and hashes of series and of what was forgotten."""
    db.executescript(QUOTED)
    log_more_rows(db, now(), __version__)
    db.execute("PRAGMA user_version = 8")


@MIGRATIONS(name="0009_history_for_an_older_sqlite")
def history_for_an_older_sqlite(db: Database) -> None:
    """The view of history without an operator that SQLite has since 3.38 only; STRICT tables ask for 3.37."""
    db.executescript(HISTORY)
    db.execute("PRAGMA user_version = 9")


@MIGRATIONS(name="0010_a_label_in_every_view")
def a_label_in_every_view(db: Database) -> None:
    """A short text for each row of the views of history and of decisions, as the other views have it."""
    db.executescript(labels())
    db.execute("PRAGMA user_version = 10")


def _rewrite_declarations(db: Database, update: str, names: Sequence[str]) -> None:
    """Changes what tables declare, where that changes no row, in the way that SQLite's documentation gives."""
    (schema_version,) = db.execute("PRAGMA schema_version").fetchone()
    db.execute("PRAGMA writable_schema = ON")
    try:
        db.execute(update.format(names=", ".join("?" * len(names))), list(names))
        db.execute(f"PRAGMA schema_version = {schema_version + 1}")
    finally:
        db.execute("PRAGMA writable_schema = OFF")
