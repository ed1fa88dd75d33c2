"""The full-text indexes over claims and statements: made anew, and asked whether they are of the rows as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comms_tracker.store.opening import writing_turn
from comms_tracker.store.records import Problem

if TYPE_CHECKING:
    from sqlite_utils import Database

INDEXES = {"claims_fts": "claims", "statements_fts": "statements"}
"""Each index with the table whose words it holds."""


def index_words(db: Database) -> None:
    """Makes the full text anew of the rows as they stand."""
    with writing_turn(db):
        for index in INDEXES:
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def full_text_problems(db: Database) -> Iterator[Problem]:
    """The indexes that are not of the rows as they are, by the rows' own numbers."""
    for index, table in INDEXES.items():
        (there,) = db.execute(f"SELECT count(*) FROM {table}").fetchone()
        (indexed,) = db.execute(f"SELECT count(*) FROM {index}_docsize").fetchone()
        (both,) = db.execute(
            f"SELECT count(*) FROM {table} AS t JOIN {index}_docsize AS d ON d.id = t.rowid"
        ).fetchone()
        if not there == indexed == both:
            what = f"it is not of the {table} as they are; comms-tracker reprocess makes it anew"
            yield Problem(index, None, None, what)
