"""The hashes that are worth publishing: of what no later reading changes, so that a rewritten store can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from comms_tracker.store.hashing import row_hash
from comms_tracker.store.records import Problem, Published
from comms_tracker.store.rows import strings

if TYPE_CHECKING:
    from sqlite_utils import Database

# An older statement moves those after it, and a decision that was forgotten those after it: what they say stays.
MOVING = frozenset({"position"})

ENTRY, STATEMENT, SOURCE, DECISION = "log", "statement", "source", "decision"


def published(db: Database) -> tuple[Published, ...]:
    """A hash for each entry of the log, each version of each statement and its source, and each whole decision."""
    # One transaction, so that a writer cannot come between two of its questions.
    with db.atomic():
        return tuple(_published(db))


def _published(db: Database) -> Iterator[Published]:
    for row in db.query("SELECT id, incident, sha256 FROM log ORDER BY id"):
        yield Published(ENTRY, row["incident"], str(row["id"]), row["sha256"])
    for table in ("statement_versions", "statements"):
        for row in db.query(f"SELECT * FROM {table} ORDER BY incident, id, version"):
            yield Published(
                STATEMENT, row["incident"], f"{row['id']} {row['version']}", row_hash(STATEMENT, _kept(row))
            )
    for row in db.query("SELECT * FROM statement_sources ORDER BY incident, statement, version"):
        yield Published(SOURCE, row["incident"], f"{row['statement']} {row['version']}", row_hash(SOURCE, row))
    for row in db.query("SELECT * FROM decisions ORDER BY incident, position"):
        yield Published(DECISION, row["incident"], row["id"], row_hash(DECISION, {**_kept(row), **_parts(db, row)}))


def missing(db: Database, known: Iterable[Published]) -> tuple[Problem, ...]:
    """What was published and is not in the store any more, or is another; what came since is no matter."""
    forgotten = _forgotten(db)
    now = {(one.kind, one.incident, one.id): one.sha256 for one in published(db)}
    found = []
    for one in known:
        standing = now.get((one.kind, one.incident, one.id))
        if standing is None and (one.kind, one.incident, one.id) in forgotten:
            continue
        if standing != one.sha256:
            what = "it was published and is gone" if standing is None else "it is not what was published"
            found.append(Problem(one.kind, one.incident, one.id, what))
    return tuple(found)


def _kept(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in row.items() if column not in MOVING}


def _forgotten(db: Database) -> set[tuple[str, str, str]]:
    """The versions and decisions that were lawfully deleted, by what the list of hashes calls them."""
    versions = db.query("SELECT incident, statement, version FROM forgotten")
    found = {
        (kind, row["incident"], f"{row['statement']} {row['version']}")
        for row in versions
        for kind in (STATEMENT, SOURCE)
    }
    for row in db.query("SELECT incident, subjects FROM log WHERE entry = 'forgotten'"):
        found |= {(DECISION, row["incident"], name) for name in strings(row["subjects"])}
    return found


def _parts(db: Database, decision: Mapping[str, Any]) -> dict[str, Any]:
    key = [decision["incident"], decision["id"]]
    words = db.query("SELECT * FROM decided_words WHERE incident = ? AND decision = ? ORDER BY position", key)
    figures = db.query("SELECT * FROM decided_figures WHERE incident = ? AND decision = ?", key)
    return {"words": [dict(row) for row in words], "figures": [dict(row) for row in figures]}
