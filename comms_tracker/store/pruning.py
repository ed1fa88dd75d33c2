"""Lets go of what earlier runs read: the present reading, the texts, the decisions and the log stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comms_tracker import __version__
from comms_tracker.clock import now
from comms_tracker.store.hashing import HASHED, LogEntry, refuse_changed, write_log
from comms_tracker.store.opening import writing_turn
from comms_tracker.store.records import Entry

if TYPE_CHECKING:
    from sqlite_utils import Database

# The run that brought a version says when it came, so it stays with the last one, whose reading is the present one.
OLD_RUNS = """
SELECT id FROM runs WHERE incident = :incident
AND id != (SELECT max(id) FROM runs WHERE incident = :incident)
AND added = '[]' AND new_versions = '[]'
"""


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many runs of an incident, and how many of their readings of claims, changes and findings, were let go."""

    incident: str
    runs: int
    readings: int


def prune(db: Database, incident: str) -> Pruned:
    """Deletes what the incident's earlier runs read otherwise, and those of them that brought no text.

    One transaction with its entry in the log; nothing at all is written where there is nothing to delete. Raises
    StoreError where a row of the incident is not as it was written.
    """
    key = {"incident": incident}
    with writing_turn(db):
        refuse_changed(db, incident, HASHED)
        runs = [row[0] for row in db.execute(OLD_RUNS, key).fetchall()]
        readings = db.execute("DELETE FROM earlier_readings WHERE incident = :incident", key).rowcount
        for run in runs:
            db.execute("DELETE FROM runs WHERE id = ?", [run])
        if runs or readings:
            subjects = tuple(f"run {run}" for run in runs)
            write_log(db, LogEntry(now(), Entry.PRUNED, incident, subjects, __version__))
    return Pruned(incident, len(runs), readings)
