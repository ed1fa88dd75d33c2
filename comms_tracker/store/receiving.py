"""Sources as they were received: the bytes once under their hash, and what was taken from them for each version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from comms_tracker.reading.received import PageStart, Provenance, Received, Taken
from comms_tracker.records import Statement
from comms_tracker.store.planning import Plan, same
from comms_tracker.store.rows import array, objects

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Source:
    """Where a version of a statement came from.

    ``data`` is None where the bytes were forgotten; their hash stays. ``taken`` says for each field of the statement
    where in the document it was found, and ``pages`` where each page of the document begins in the statement's text.
    """

    statement: str
    version: int
    name: str
    url: str | None
    sha256: str
    data: bytes | None
    taken: Mapping[str, Taken]
    pages: tuple[PageStart, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A version of a statement that is new, and where it came from."""

    statement: str
    version: int
    provenance: Provenance


def arrivals(plan: Plan, given: Sequence[Statement], provenance: Sequence[Provenance | None]) -> tuple[Arrival, ...]:
    """Where each version that a plan makes came from; ``provenance`` is in step with ``given`` or empty."""
    if not provenance:
        return ()
    known = [(statement, came) for statement, came in zip(given, provenance, strict=True) if came is not None]
    found = []
    for version in plan.new:
        stored = version.statement
        came = next((came for one, came in known if same(stored, replace(one, incident=stored.incident))), None)
        if came is not None:
            found.append(Arrival(stored.id, version.number, came))
    return tuple(found)


def save_sources(db: Database, incident: str, arrived: Iterable[Arrival]) -> None:
    """Keeps the bytes and what was taken from them; call it in the transaction of the statements."""
    for one in arrived:
        received = one.provenance.received
        if not db.execute("SELECT 1 FROM sources WHERE sha256 = ? AND data IS NOT NULL", [received.sha256]).fetchone():
            db.execute(
                "INSERT INTO sources (sha256, bytes, data) VALUES (?, ?, ?) "
                "ON CONFLICT (sha256) DO UPDATE SET data = excluded.data",
                [received.sha256, len(received.data), received.data],
            )
        db.table("statement_sources").insert(_row(incident, one))


def sources(db: Database, incident: str, statement: str) -> tuple[Source, ...]:
    """Where the versions of a statement came from, oldest first; a version that came without a source has none."""
    rows = db.query(
        "SELECT l.*, s.data AS data FROM statement_sources AS l JOIN sources AS s ON s.sha256 = l.source "
        "WHERE l.incident = ? AND l.statement = ? ORDER BY l.version",
        [incident, statement],
    )
    return tuple(_source_of(row) for row in rows)


def _row(incident: str, one: Arrival) -> dict[str, Any]:
    came = one.provenance
    return {
        "incident": incident,
        "statement": one.statement,
        "version": one.version,
        "source": came.received.sha256,
        "name": _name(came.received),
        "url": came.received.url,
        "taken": array(
            [
                {"field": field, "value": taken.value, "where": taken.where, "stated": taken.stated}
                for field, taken in sorted(came.taken.items())
            ]
        ),
        "pages": array([{"page": page.number, "start": page.start} for page in came.pages]),
    }


def _name(received: Received) -> str:
    """A file's name without its folders: they differ from machine to machine, and a published store tells them."""
    last = received.name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return received.name if received.url is not None else last or received.name


def _source_of(row: Mapping[str, Any]) -> Source:
    return Source(
        statement=row["statement"],
        version=row["version"],
        name=row["name"],
        url=row["url"],
        sha256=row["source"],
        data=row["data"],
        taken={one["field"]: Taken(one["value"], one["where"], one["stated"]) for one in objects(row["taken"])},
        pages=tuple(PageStart(one["page"], one["start"]) for one in objects(row["pages"])),
    )


def sources_to_forget(db: Database, incident: str, statement: str, texts: Sequence[str]) -> tuple[str, ...]:
    """The hashes of the bytes that must go with a statement.

    They are those that it came from, and any others with five words of it that no statement from them says itself.
    """
    key = [incident, statement]
    own = {
        row["source"]
        for row in db.query("SELECT source FROM statement_sources WHERE incident = ? AND statement = ?", key)
    }
    runs = set(five_word_runs(texts))
    for row in db.query("SELECT sha256, data FROM sources WHERE data IS NOT NULL"):
        if row["sha256"] not in own and any(run in row["data"] for run in runs):
            said = set(five_word_runs(_texts_from(db, row["sha256"], incident, statement)))
            if any(run in row["data"] for run in runs - said):
                own.add(row["sha256"])
    return tuple(sorted(own))


def forget_sources(db: Database, incident: str, statement: str, hashes: Sequence[str]) -> None:
    """Takes the bytes out of the store, and the statement's own rows about them."""
    db.execute("DELETE FROM statement_sources WHERE incident = ? AND statement = ?", [incident, statement])
    for sha256 in hashes:
        db.execute("UPDATE sources SET data = NULL WHERE sha256 = ?", [sha256])
        db.execute(
            "DELETE FROM sources WHERE sha256 = ? AND NOT EXISTS "
            "(SELECT 1 FROM statement_sources WHERE source = sources.sha256)",
            [sha256],
        )


def five_word_runs(texts: Iterable[str]) -> Iterator[bytes]:
    """Every five words that stand together in one of the texts, in UTF-8."""
    for text in texts:
        words = text.split()
        for place in range(max(len(words) - 4, 0)):
            yield " ".join(words[place : place + 5]).encode()


def _texts_from(db: Database, sha256: str, incident: str, statement: str) -> Iterator[str]:
    """The texts of the other statements that came from these bytes."""
    for row in db.query(
        "SELECT coalesce(v.text, s.text) AS text FROM statement_sources AS l "
        "LEFT JOIN statements AS s ON s.incident = l.incident AND s.id = l.statement AND s.version = l.version "
        "LEFT JOIN statement_versions AS v "
        "ON v.incident = l.incident AND v.id = l.statement AND v.version = l.version "
        "WHERE l.source = ? AND NOT (l.incident = ? AND l.statement = ?)",
        [sha256, incident, statement],
    ):
        yield row["text"]
