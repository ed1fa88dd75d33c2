"""Writes a synthetic store of any size: rows as the store itself makes them, table by table instead of one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from comms_tracker import encoder
from comms_tracker.bench.synthetic import NOUNS, OF_INCIDENT, VERBS, Made, comparison
from comms_tracker.records import Comparison
from comms_tracker.store.hashing import HASHED, digest, entry_hash, row_hash
from comms_tracker.store.opening import open_for_writing
from comms_tracker.store.planning import plan_add
from comms_tracker.store.records import Cause, Entry
from comms_tracker.store.rows import (
    array,
    change_row,
    claim_row,
    figure_row,
    series_claim_rows,
    series_row,
)
from comms_tracker.store.runs import Errand, Run, run_row
from comms_tracker.store.statement_rows import statement_row
from comms_tracker.store.writing import incident_row

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sqlite_utils import Database

AT_ONCE = 400
"""Incidents whose rows are held in memory together."""
WHEN = "2026-01-01T00:00:00.000+00:00"
NEAR = 0.8
"""The cosine of a phrase's vector and that of its kind, about as phrases with other places in them have it."""

Tell = Callable[[str], None]
Row = Mapping[str, Any]


class Encode(Protocol):
    """Makes int8 rows of phrases."""

    def __call__(self, phrases: Sequence[str]) -> NDArray[numpy.int8]:
        """One row for each phrase, in step."""


def build(path: Path, claims: int, model: str, encode: Encode, tell: Tell = lambda _: None) -> Made:
    """Makes a store of so many claims, or a few more, at a path where there is none; ``tell`` hears how far it is.

    Each phrase's vector is that of its noun and verb, as ``encode`` makes it with the weights of hash ``model``, moved
    at random, so that a search by meaning finds as many as it would.
    """
    incidents = -(-claims // OF_INCIDENT)
    db = open_for_writing(path).db
    try:
        # Nothing but this process knows of the file yet, so nothing is lost where the machine stops.
        db.conn.execute("PRAGMA journal_mode = OFF")
        db.conn.execute("PRAGMA synchronous = OFF")
        log = Log()
        vectors = Vectors(model, encode)
        for first in range(0, incidents, AT_ONCE):
            some = [comparison(number) for number in range(first, min(first + AT_ONCE, incidents))]
            _write(db, some, log, vectors)
            if first // AT_ONCE % 10 == 9:
                tell(f"{(first + AT_ONCE) * OF_INCIDENT:,} of {claims:,} claims written.")
        db.conn.execute("PRAGMA journal_mode = WAL")
    finally:
        db.close()
    return Made(path, incidents * OF_INCIDENT, incidents)


class Log:
    """The log's entries in order, each chained to the one before."""

    def __init__(self) -> None:
        self._number = 0
        self._last: str | None = None

    def entry(self, incident: str, subjects: Sequence[str], hashes: Mapping[tuple[str, str], str], version: str) -> Row:
        """The next row of ``log``: that an incident was added."""
        self._number += 1
        row = {
            "id": self._number,
            "at": WHEN,
            "entry": Entry.ADDED.value,
            "incident": incident,
            "subjects": array(subjects),
            "version": version,
            "rows_sha256": digest(hashes),
            "previous_sha256": self._last,
        }
        self._last = entry_hash(row)
        return {**row, "sha256": self._last}


class Vectors:
    """Vectors of any number of phrases, made of those of their kinds."""

    def __init__(self, model: str, encode: Encode) -> None:
        import numpy

        self.model = model
        self._chance = numpy.random.default_rng(0)
        kinds = [f"{noun}s that were {verb}" for noun in NOUNS for verb in VERBS]
        self._places = {kind: number for number, kind in enumerate(kinds)}
        rows = encode(kinds).astype(numpy.float32)
        self._rows = rows / numpy.linalg.norm(rows, axis=1, keepdims=True)

    def rows(self, kinds: Sequence[str]) -> list[bytes]:
        """The vectors of phrases of these kinds."""
        import numpy

        bases = self._rows[[self._places[kind] for kind in kinds]]
        noise = self._chance.standard_normal(bases.shape, dtype=numpy.float32)
        noise /= numpy.linalg.norm(noise, axis=1, keepdims=True)
        mixed = NEAR * bases + (1 - NEAR**2) ** 0.5 * noise
        mixed /= numpy.linalg.norm(mixed, axis=1, keepdims=True)
        scaled = numpy.rint(mixed * encoder.SCALE).astype(numpy.int8)
        return [row.tobytes() for row in scaled]


def _write(db: Database, comparisons: Sequence[Comparison], log: Log, vectors: Vectors) -> None:
    """The rows of some incidents in one transaction, tables that others refer to first."""
    rows: dict[str, list[Row]] = {}

    def put(table: str, row: Row) -> None:
        rows.setdefault(table, []).append(row)

    for one in comparisons:
        assert one.incident is not None
        for table, row in _rows(one.incident, one):
            put(table, row)
        hashed = _hashes(one.incident, rows)
        for (kind, name), value in hashed.items():
            put("row_hashes", {"incident": one.incident, "kind": kind, "id": name, "sha256": value})
        subjects = [statement.id for statement in one.statements]
        put("log", log.entry(one.incident, subjects, hashed, one.produced_by.version))
    _put_vectors(put, comparisons, vectors)
    with db.atomic():
        for table, some in rows.items():
            _insert(db, table, some)


def _rows(incident: str, one: Comparison) -> Iterable[tuple[str, Row]]:
    """All rows of an incident but those made of others, with their tables, in the order of writing."""
    yield from (("organisations", {"name": name}) for name in dict.fromkeys(s.organisation for s in one.statements))
    yield "incidents", incident_row(incident, one)
    for position, statement in enumerate(one.statements, start=1):
        yield "statements", {**statement_row(incident, 1, statement), "position": position}
    yield from (("claims", claim_row(incident, position, claim)) for position, claim in enumerate(one.claims, start=1))
    yield from (("figures", figure_row(incident, each.id, each.figure)) for each in one.claims if each.figure)
    yield from (("series", series_row(incident, position, each)) for position, each in enumerate(one.series, start=1))
    yield from (("series_claims", row) for each in one.series for row in series_claim_rows(incident, each))
    yield from (("changes", change_row(incident, position, each)) for position, each in enumerate(one.changes, start=1))
    plan = plan_add(incident, (), {}, one.statements)
    yield "runs", run_row(incident, plan, Run(Errand(Cause.ADD), one, WHEN, WHEN))


def _hashes(incident: str, rows: Mapping[str, Sequence[Row]]) -> dict[tuple[str, str], str]:
    """The hashes of the incident's rows, which are the last ones of each table."""
    found = {}
    for table, columns in HASHED.items():
        for row in reversed(rows.get(table, ())):
            if row["incident"] != incident:
                break
            found[table, " ".join(str(row[column]) for column in columns)] = row_hash(table, row)
    return found


def _put_vectors(put: Callable[[str, Row], None], comparisons: Sequence[Comparison], vectors: Vectors) -> None:
    measures = [(one.incident, claim.measure) for one in comparisons for claim in one.claims]
    kinds = {measure.phrase: f"{measure.counted}s that were {measure.event}" for _, measure in measures}
    for phrase, row in zip(kinds, vectors.rows(list(kinds.values())), strict=True):
        put("phrase_vectors", {"model_sha256": vectors.model, "phrase": phrase, "vector": row})
    for incident, measure in measures:
        put("incident_phrases", {"incident": incident, "model_sha256": vectors.model, "phrase": measure.phrase})


ONCE = frozenset({"organisations", "phrase_vectors", "incident_phrases"})
"""Tables whose rows several incidents share, or that have two of a kind in one."""


def _insert(db: Database, table: str, rows: Sequence[Row]) -> None:
    columns = list(rows[0])
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    verb = "INSERT OR IGNORE" if table in ONCE else "INSERT"
    db.conn.executemany(
        f"{verb} INTO {table} ({names}) VALUES ({marks})", ([row[column] for column in columns] for row in rows)
    )
